import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { chromium } from 'playwright-core'

/** Where a Chromium may lie. Branded Chrome is not looked for: since 137 it ignores `--load-extension`. */
function candidates(): string[] {
  const named = process.env.CHROMIUM_PATH
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = ['chromium', 'chromium-browser', 'chrome-for-testing'].flatMap((name) => folders.map((f) => join(f, name)))
  const mac = ['/Applications/Chromium.app/Contents/MacOS/Chromium']
  return [...(named ? [named] : []), ...onPath, '/usr/bin/chromium', ...mac, chromium.executablePath()]
}

/** Whether the program starts at all (Ubuntu's `chromium-browser` may be an empty shell) and is not branded Chrome. */
function loadsExtensions(executable: string): boolean {
  if (!existsSync(executable)) return false
  const { stdout, status } = spawnSync(executable, ['--version'], { encoding: 'utf8', timeout: 30_000 })
  return status === 0 && /Chromium|for Testing/.test(stdout)
}

/** A browser that honours `--load-extension`, or null where this machine has none. `CHROMIUM_PATH` names one of your own. */
export function findChromium(): string | null {
  return candidates().find(loadsExtensions) ?? null
}

/** Finds a Chromium, or installs one. Throws an error whose message says in one line what to install. */
export function ensureChromium(): string {
  const found = findChromium() ?? install()
  if (found !== null) return found
  throw new Error(
    'No Chromium: install one (Debian: apt-get install chromium; else: npx playwright install --with-deps chromium) or name it in CHROMIUM_PATH.',
  )
}

function install(): string | null {
  console.error('Toile: no Chromium on this machine; installing one for the browser tests …')
  const asRoot = process.getuid?.() === 0
  if (asRoot && isDebian() && run('apt-get', ['update']) && run('apt-get', ['install', '-y', 'chromium'])) {
    const found = findChromium()
    if (found !== null) return found
  }
  // Its command line is no export of the package, but has its place beside the manifest.
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
  return run(process.execPath, [cli, 'install', ...(asRoot ? ['--with-deps'] : []), '--no-shell', 'chromium'])
    ? findChromium()
    : null
}

function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
}

/** What it prints goes to stderr: stdout is for answers. */
function run(command: string, args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: ['ignore', 2, 2], env }).status === 0
}
