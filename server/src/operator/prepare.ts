import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')

/** The folder to load unpacked. */
export const extensionFolder = join(root, 'extension/build/chrome-mv3-prod')

/** Generates the Prisma client and builds the extension, each only if its sources changed since the last time. */
export function prepare(): void {
  execFileSync(process.execPath, ['prisma/generate.ts'], { cwd: join(root, 'server'), stdio: 'inherit' })
  execFileSync(process.execPath, ['build-if-changed.mts'], { cwd: join(root, 'extension'), stdio: 'inherit' })
}
