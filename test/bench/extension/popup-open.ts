import { spawnSync } from 'node:child_process'
import { cp, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { extensionFolder } from 'server/operator/prepare'
import { type Browser, launchBrowser } from '../../support/browser.ts'
import { removeFolder, temporaryFolder } from '../../support/server.ts'
import { type Percentiles, percentiles } from '../percentiles.ts'

const times = Number(process.env.BENCH_TIMES ?? 20)
const extension = join(extensionFolder, '../..')

/** What the popup is compared with: all that every page of this build costs, and nothing of Toile's. */
const emptyPage = `import { useState } from 'react'

export default function EmptyPage() {
  const [pressed, setPressed] = useState(0)
  return (
    <button type="button" className="drawn" onClick={() => setPressed(pressed + 1)}>
      {pressed}
    </button>
  )
}
`

declare global {
  var toileDrawn: number | undefined
}

/**
 * How long the popup takes from being opened until the balance is drawn and its buttons work, beside an empty React page of
 * the same build and browser, in turn.
 */
export async function popupOpen(serverUrl: string): Promise<{ popup: Percentiles; empty: Percentiles; ratio: number }> {
  const folder = await temporaryFolder('empty-page')
  try {
    const built = await buildWithEmptyPage(folder)
    const browser = await launchBrowser({ serverUrl, extension: built })
    try {
      return await compare(browser)
    } finally {
      await browser.close()
    }
  } finally {
    await removeFolder(folder)
  }
}

async function compare(browser: Browser): Promise<{ popup: Percentiles; empty: Percentiles; ratio: number }> {
  await browser.context.addInitScript(watchForDrawn)
  const popup: number[] = []
  const empty: number[] = []
  // The first of each signs in and compiles; it is left out.
  for (let i = 0; i <= times; i++) {
    const [one, other] = [await opened(browser, 'tabs/empty.html'), await opened(browser, 'popup.html')]
    if (i === 0) continue
    empty.push(one)
    popup.push(other)
  }
  const [beside, own] = [percentiles(empty), percentiles(popup)]
  return { popup: own, empty: beside, ratio: Number((own.p50Ms / beside.p50Ms).toFixed(2)) }
}

/** Runs in every page before it: notes when the number, or the empty page's button, is on the screen. */
function watchForDrawn(): void {
  const look = () => {
    const drawn = document.querySelector('.balance, .drawn')
    if (globalThis.toileDrawn !== undefined || !/\d/.test(drawn?.textContent ?? '')) return
    requestAnimationFrame(() => {
      globalThis.toileDrawn ??= performance.now()
    })
  }
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true })
}

async function opened(browser: Browser, page: string): Promise<number> {
  const tab = await browser.openOwn(page)
  const drawn = await (await tab.waitForFunction(() => globalThis.toileDrawn)).jsonValue()
  await tab.close()
  if (drawn === undefined) throw new Error(`${page} drew nothing`)
  return drawn
}

/** This extension with one page more, built like it. */
async function buildWithEmptyPage(folder: string): Promise<string> {
  const root = join(folder, 'extension')
  for (const part of ['src', 'assets', 'docs', 'locales', 'bundling', 'package.json', 'tsconfig.json', 'env.d.ts']) {
    await cp(join(extension, part), join(root, part), { recursive: true })
  }
  await cp(join(extension, '../tsconfig.json'), join(folder, 'tsconfig.json'))
  await symlink(join(extension, 'node_modules'), join(root, 'node_modules'))
  await symlink(join(extension, '../node_modules'), join(folder, 'node_modules'))
  await writeFile(join(root, 'src/tabs/empty.tsx'), emptyPage)
  const { status, stderr, stdout } = spawnSync(process.execPath, ['bundling/build.mts'], { cwd: root, encoding: 'utf8' })
  const built = join(root, 'build/chrome-mv3-prod')
  if (status !== 0) throw new Error(`The build with an empty page failed: ${stderr}${stdout}`)
  await readFile(join(built, 'tabs/empty.html'))
  return built
}
