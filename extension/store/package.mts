import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildExtension } from '../bundling/plasmo.mts'
import { noticesOf } from './notices.mts'
import { type Store, storeManifest, stores } from './store-manifest.mts'
import { type ZipEntry, zip } from './zip.mts'

/** `pnpm package`: builds for both families of browsers and writes one archive a store, the same bytes from the same sources. */
const here = join(import.meta.dirname, '..')
const folders: Record<Store, string> = { chrome: 'chrome-mv3-prod', edge: 'chrome-mv3-prod', firefox: 'firefox-mv3-prod' }
/** No store's page is left before it is loaded: an archive stays below this, in bytes. */
const largest = 900_000

function entriesOf(store: Store): ZipEntry[] {
  const folder = join(here, 'build', folders[store])
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const built = files.map((file): ZipEntry => {
    const whole = join(file.parentPath, file.name)
    const path = relative(folder, whole).split(sep).join('/')
    const bytes = readFileSync(whole)
    if (path !== 'manifest.json') return { path, bytes }
    return { path, bytes: Buffer.from(`${JSON.stringify(storeManifest(store, JSON.parse(bytes.toString())), null, 2)}\n`) }
  })
  return [...built, { path: 'THIRD-PARTY.txt', bytes: Buffer.from(noticesOf(here)) }]
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

function pack(store: Store): boolean {
  const entries = entriesOf(store)
  const archive = zip(entries)
  const { version } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'))
  const file = join(here, 'build', `toile-${version}-${store}.zip`)
  writeFileSync(file, archive)
  console.log(`${relative(process.cwd(), file)}  ${kilobytes(archive.length)}`)
  const heaviest = entries.toSorted((a, b) => b.bytes.length - a.bytes.length).slice(0, 6)
  for (const { path, bytes } of heaviest) console.log(`  ${kilobytes(gzipSync(bytes).length).padStart(9)} gzip  ${path}`)
  return archive.length <= largest
}

buildExtension(here, 'chrome-mv3')
buildExtension(here, 'firefox-mv3')
const tooLarge = stores.filter((store) => !pack(store))
if (tooLarge.length > 0) throw new Error(`Larger than ${kilobytes(largest)}: ${tooLarge.join(', ')}`)
