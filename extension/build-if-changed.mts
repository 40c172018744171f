import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildExtension } from './bundling/plasmo.mts'

/**
 * Builds the extension when its sources are not those of the last build, for Chromium or for the browser that is named:
 * `node build-if-changed.mts firefox`. Quiet when all is well.
 */
const here = import.meta.dirname
const target = `${process.argv[2] ?? 'chrome'}-mv3`
const built = join(here, 'build', `${target}-prod`)
const stamp = join(here, 'build', `${target}.sha256`)
const sources = [
  'src',
  'assets',
  'locales',
  'bundling',
  'docs/privacy.md',
  'docs/privacy.es.md',
  'docs/privacy.pt_BR.md',
  'package.json',
  'tsconfig.json',
  '../shared/src',
  '../pnpm-lock.yaml',
]

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of filesUnder(join(here, source))) {
      if (/\.test\.tsx?$/.test(file)) continue
      hash
        .update(`${file.slice(here.length)}\0`)
        .update(readFileSync(file))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

const wanted = fingerprint()
const upToDate = existsSync(join(built, 'manifest.json')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted

if (!upToDate) {
  buildExtension(here, target)
  writeFileSync(stamp, wanted)
}
