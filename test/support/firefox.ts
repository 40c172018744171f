import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { extensionFolder } from 'server/operator/prepare'
import { until } from './until.ts'

const places = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox']
const extension = join(extensionFolder, '../..')
const built = join(extension, 'build/firefox-mv3-prod')
const extensionId = 'toile@toile.example'

/** A Firefox of this machine, or null: `FIREFOX_PATH` names one. */
export function findFirefox(): string | null {
  const { FIREFOX_PATH } = process.env
  return [FIREFOX_PATH ?? '', ...places].find((place) => place !== '' && existsSync(place)) ?? null
}

/** Builds the extension for Firefox, where its sources have changed since. */
export function buildForFirefox(): void {
  execFileSync(process.execPath, [join(extension, 'build-if-changed.mts'), 'firefox'], { stdio: 'inherit' })
}

export interface Firefox {
  browser: Browser
  /** The extension's origin in this profile: random in each installation, known here beforehand. */
  origin: string
  /** A page of the extension's own. */
  openOwn(page: string): Promise<Page>
  close(): Promise<void>
}

/** What the extension will be called from, to tell the server before it starts. */
export function newOrigin(): string {
  return `moz-extension://${randomUUID()}`
}

/** Starts a headless Firefox with the extension, in a profile of its own. */
export async function launchFirefox(executablePath: string, origin: string): Promise<Firefox> {
  const uuids = JSON.stringify({ [extensionId]: new URL(origin).host })
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: { 'extensions.webextensions.uuids': uuids, 'intl.accept_languages': 'en-GB' },
    args: ['--remote-allow-system-access'],
  })
  await browser.installExtension(built)
  return {
    browser,
    origin,
    openOwn: async (path) => {
      const page = await browser.newPage()
      const isThere = () =>
        page.evaluate((wanted) => location.href.startsWith(wanted) && typeof chrome === 'object', `${origin}/`).catch(() => false)
      // An extension that has just been installed may not serve its pages yet, and Firefox tells no end of their loading.
      const opened = async () => {
        if (await isThere()) return true
        await page.goto(`${origin}/${path}`, { timeout: 3_000 }).catch(() => {})
        return isThere()
      }
      await until(`Firefox to open ${path}`, opened, (there) => there)
      return page
    },
    close: () => browser.close(),
  }
}
