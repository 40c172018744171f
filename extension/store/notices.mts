import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Licences that ask for nothing but to be named. */
const welcome = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0']
/** What is built into the scripts though nothing depends on it at run time: the loader of modules, and the server's side of the contract. */
const builtIn = ['plasmo', '@trpc/server']

interface Package {
  name: string
  version: string
  license?: string
  dependencies?: Record<string, string>
}

const read = (folder: string): Package => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

/** Where a package lies for one that needs it. */
function folderOf(name: string, from: string): string {
  const folder = join(from, 'node_modules', name)
  if (existsSync(join(folder, 'package.json'))) return realpathSync(folder)
  const above = dirname(from)
  if (above === from) throw new Error(`${name} is not installed`)
  return folderOf(name, above)
}

/** Folders of all that a package needs at run time, and of what those need. */
function neededBy(folder: string, found = new Set<string>()): Set<string> {
  for (const name of Object.keys(read(folder).dependencies ?? {})) {
    const needed = folderOf(name, folder)
    if (!found.has(needed)) neededBy(needed, found.add(needed))
  }
  return found
}

/** Names and licences of what an archive of the extension in `root` carries of others. Throws where one asks for more than to be named. */
export function noticesOf(root: string): string {
  const folders = [...neededBy(root), ...builtIn.map((name) => folderOf(name, root))]
  const notices = folders.flatMap((folder) => {
    const { name, version, license = 'none' } = read(folder)
    // Our own.
    if (name === 'shared') return []
    if (!welcome.includes(license)) throw new Error(`${name} comes under ${license}: it cannot go into an archive`)
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
    const text = file === undefined ? '' : `\n\n${readFileSync(join(folder, file), 'utf8').trim()}`
    return `${name} ${version} (${license})${text}\n`
  })
  return notices.toSorted().join(`\n${'-'.repeat(72)}\n\n`)
}
