import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core'
import { extensionFolder } from 'server/operator/prepare'
import { findChromium } from './chromium.ts'
import { removeFolder, temporaryFolder } from './server.ts'
import { Stack } from './stack.ts'
import { until } from './until.ts'

export interface Browser {
  context: BrowserContext
  /** The extension's worker: the one that runs now, for the browser ends and starts it as it likes. */
  readonly worker: Worker
  /** A new tab. */
  open(url: string): Promise<Page>
  /** A page of the extension's own, in a tab: `popup.html`, `options.html`. */
  openOwn(page: string): Promise<Page>
  close(): Promise<void>
}

export interface BrowserOptions {
  /** The server that the extension talks to, instead of the default port's. It may still be starting. */
  serverUrl: string | Promise<string>
  /** What the browser speaks: `en-GB`, `pt-BR`. */
  locale?: string
  colorScheme?: 'light' | 'dark'
  /** The folder of a profile that outlives the browser; without one the browser has its own. */
  profile?: string
  /** A built extension other than the usual one. */
  extension?: string
  /** Lets the extension be replaced by a newer one in the same folder, as an update does. */
  updates?: boolean
  /** Leaves the welcome page open that comes after installing. */
  welcome?: boolean
  /** The X display to show its window on, at the upper left; headless where there is none. */
  display?: string
  /** False where the caller itself tidies up on Ctrl-C. */
  closeOnSignal?: boolean
}

const quiet = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts a Chromium, headless unless it has a display, with the built extension and a profile of its own. */
export async function launchBrowser(options: BrowserOptions): Promise<Browser> {
  const {
    serverUrl,
    locale = 'en-GB',
    colorScheme = 'light',
    extension = extensionFolder,
    closeOnSignal = true,
    display,
  } = options
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('There is no Chromium here: run pnpm test once, it installs one')
  const stack = new Stack()
  try {
    const profile = options.profile ?? stack.add(await temporaryFolder('profile'), removeFolder)
    if (options.updates) await allowUpdates(profile)
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      // Playwright keeps every extension out but those that it is told of, and so the newer one too.
      ...(options.updates ? { ignoreDefaultArgs: ['--disable-extensions'] } : {}),
      // Playwright's own headless mode is a browser without extensions.
      headless: false,
      args: [
        ...(display === undefined ? ['--headless=new'] : ['--window-position=0,0', '--window-size=1280,900']),
        ...quiet,
        `--lang=${locale}`,
        // What it asks servers for would be English, where the words of its own are not installed in that language.
        `--accept-lang=${locale}`,
        ...(options.updates ? [] : [`--disable-extensions-except=${extension}`]),
        `--load-extension=${extension}`,
      ],
      // Chromium on Linux takes the language of its own words, and so of extensions, from here.
      env: { ...process.env, LANGUAGE: locale.replace('-', '_'), ...(display === undefined ? {} : { DISPLAY: display }) },
      locale,
      colorScheme,
      handleSIGINT: closeOnSignal,
      handleSIGTERM: closeOnSignal,
      handleSIGHUP: closeOnSignal,
      viewport: display === undefined ? { width: 1280, height: 800 } : null,
    })
    // As everywhere in the tests: for what hangs, since the machine may be busy.
    context.setDefaultTimeout(90_000)
    stack.add(context, () => context.close())
    const first = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
    if (!options.welcome) closeWelcome(context)
    // It comes to the front when it comes: no page of a test does before it.
    await until(
      'the welcome page to have come',
      () => first.evaluate(async () => (await chrome.storage.local.get('welcomed')).welcomed),
      (welcomed) => welcomed === true,
    )
    await first.evaluate((url) => chrome.storage.local.set({ settings: { serverUrl: url } }), await serverUrl)
    const open = async (url: string) => {
      const page = await context.newPage()
      await page.goto(url)
      return page
    }
    return {
      context,
      get worker() {
        return context.serviceWorkers().at(-1) ?? first
      },
      open,
      openOwn: (page) => open(new URL(`/${page}`, first.url()).href),
      close: () => stack.close(),
    }
  } catch (error) {
    await stack.close()
    throw error
  }
}

/** A browser takes a newer version of an extension from a folder for developers only. */
async function allowUpdates(profile: string): Promise<void> {
  await mkdir(join(profile, 'Default'), { recursive: true })
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify({ extensions: { ui: { developer_mode: true } } }))
}

/** Closes the page that comes after installing, once: it is not what a designer has in front of them on any other day. */
function closeWelcome(context: BrowserContext): void {
  let closed = false
  const look = (page: Page) => {
    if (closed || !page.url().endsWith('/tabs/welcome.html')) return
    closed = true
    void page.close()
  }
  const watch = (page: Page) => {
    look(page)
    page.on('framenavigated', () => look(page))
  }
  context.on('page', watch)
  context.pages().forEach(watch)
}

/** What the toolbar's badge says. */
export async function badgeText({ worker }: Browser): Promise<string> {
  return worker.evaluate(() => chrome.action.getBadgeText({}))
}

/** Waits until the badge says so. */
export async function badgeSays(browser: Browser, text: string): Promise<void> {
  await until(
    `the badge to say ${text}`,
    // The browser may be ending the worker just now; the next look finds the next one.
    () => badgeText(browser).catch(() => null),
    (said) => said === text,
  )
}
