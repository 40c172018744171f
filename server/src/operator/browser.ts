import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Browsers that take an unpacked extension from the command line. Branded Chrome does not any more, so it is not here. */
const names = ['chromium', 'chromium-browser', 'chrome-for-testing']
const places = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
]

/** The path of an installed Chromium or Chrome for Testing, or null. */
export function findChromium(path: string): string | null {
  const onPath = path.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...places].find((file) => existsSync(file)) ?? null
}

/** Opens a page in a browser of its own, with the extension loaded and a profile kept in the data folder. */
export function openWithExtension(
  chromium: string,
  options: { url: string; extensionFolder: string; profileFolder: string; root: boolean },
): ChildProcess {
  const flags = [
    `--user-data-dir=${options.profileFolder}`,
    `--load-extension=${options.extensionFolder}`,
    '--no-first-run',
    '--no-default-browser-check',
    // Chromium does not start its sandbox as root.
    ...(options.root ? ['--no-sandbox'] : []),
  ]
  return spawn(chromium, [...flags, options.url], { stdio: 'ignore', detached: true })
}
