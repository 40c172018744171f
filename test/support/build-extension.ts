import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The folder that a browser loads. */
export const builtExtension = fileURLToPath(new URL('../../extension/build/chrome-mv3-prod', import.meta.url))

/** Builds the extension where its sources changed since the last build. */
export function buildExtension(): void {
  const how = { cwd: root, stdio: ['ignore', 2, 2] as ['ignore', number, number], shell: process.platform === 'win32' }
  const { status } = spawnSync('pnpm', ['--filter', 'extension', 'build:if-changed'], how)
  if (status !== 0) throw new Error('The extension could not be built')
}
