import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rightClickImage } from '../support/context-menu.ts'
import { imagesOf } from '../support/images.ts'
import { readLedger } from '../support/ledger.ts'
import { makeFromEach } from '../support/make-from.ts'
import { overlayIn } from '../support/overlay.ts'
import { allowHosts, clickIcon } from '../support/permissions.ts'
import { type Art, art } from '../support/sites/art.ts'
import { rendered } from '../support/sites/board.ts'
import { openStudio, type Studio } from '../support/studio.ts'
import { likenessOf, type Pointed, sessionsOf, settled, type Taken, takePicture } from '../support/take-picture.ts'
import { until } from '../support/until.ts'

/** Pictures that no one may read, neither page nor extension: what the screen shows of them is taken. */
const kinds: [what: string, path: string, pointed: Pointed, becomes: Art][] = [
  ["a GPU's canvas", '/board', { selector: '#gpu' }, rendered],
  [
    'a canvas with a picture of another host in it',
    '/board',
    { selector: '#tainted' },
    { ...art.layered, width: 300, height: 200 },
  ],
  [
    'a CSS background of a host that is out of reach',
    '/project',
    { selector: '#far' },
    { ...art.covered, width: 220, height: 160 },
  ],
  ['a picture that its host gives to its own pages only', '/protected', { selector: '#hotlinked', named: true }, art.hotlinked],
  [
    'a picture in a frame of another site',
    '/editor',
    { selector: '#sealed', inFrame: '/sealed' },
    { ...art.covered, width: 200, height: 150 },
  ],
]

let studio: Studio
let page: Page
const taken: Taken[] = []

beforeAll(async () => {
  studio = await openStudio()
  page = await studio.browser.open(`${studio.site.url}/photo`)
})
afterAll(() => studio.close())

async function show(path: string): Promise<void> {
  await page.goto(`${studio.site.url}${path}`, { waitUntil: 'networkidle' })
  await clickIcon(studio.browser, page)
}

test.each(kinds)(
  '%s is photographed, without anything of Toile, at the size of the screen',
  async (_, path, pointed, becomes) => {
    if (!page.url().endsWith(path)) await show(path)
    const one = await takePicture(studio.browser, page, pointed)
    taken.push(one)
    expect(one.source).toMatchObject({ state: 'ready', captured: true })
    expect(await likenessOf(one)).toEqual(becomes)
    expect(imagesOf(studio.server.dataFolder)[0]).toMatchObject({ pageTitle: expect.any(String) })
  },
)

test('of a picture that is partly off the screen the part is taken, and told as such', async () => {
  await show('/board')
  await page.evaluate(() => {
    const canvas = document.querySelector('#gpu')
    if (canvas instanceof HTMLElement) canvas.style.cssText = 'position: fixed; left: 20px; top: -100px'
  })
  const before = (await sessionsOf(studio.browser)).length
  await sendFromPage({ type: 'page-bg-region', box: { x: 20, y: -100, width: 300, height: 200 }, operation: 'upscale' })
  const one = await settled(studio.browser, before)
  expect(one.source).toMatchObject({ captured: true, partly: true })
  expect(await likenessOf(one)).toEqual({ ...rendered, width: 300, height: 100 })
  taken.push(one)
})

/** What the region tool says: its messages come from the page's isolated world. */
async function sendFromPage(message: object): Promise<void> {
  await studio.browser.worker.evaluate(async (said) => {
    const [tab] = await chrome.tabs.query({ active: true, windowType: 'normal' })
    const func = (words: object) => void chrome.runtime.sendMessage(words)
    await chrome.scripting.executeScript({ target: { tabId: tab?.id ?? -1 }, func, args: [said] })
  }, message)
}

test('each of them becomes an image, for one credit', async () => {
  const { browser, server } = studio
  expect(await makeFromEach(browser, taken)).toEqual(taken.map(() => 1))
  const ledger = readLedger(server.dataFolder)
  expect(ledger.jobs.map(({ state, charged }) => [state, charged])).toEqual(taken.map(() => ['delivered', 1]))
  expect(ledger.moved('held', 'spent')).toBe(taken.length)
})

test('a picture that only a permission is missing for is there once that is given', async () => {
  const { browser, site } = studio
  const strange = await browser.open(`${site.strangeUrl}/photo`)
  await rightClickImage(browser, strange, '#photo')
  const overlay = await overlayIn(strange)
  const allow = overlay.getByRole('button', { name: 'Allow images from localhost' })
  await allow.waitFor()
  // In the browser's own settings: its question cannot be answered by a script, and is not asked for what is allowed.
  await allowHosts(browser, 'http://localhost/*')
  await allow.click()
  await overlay.getByText('Picked image').waitFor()
  const [last] = (await sessionsOf(browser)).slice(-1)
  expect(last && (await likenessOf(last))).toMatchObject({ width: 900, height: 700 })
  await until(
    'where it came from',
    () => imagesOf(studio.server.dataFolder)[0]?.imageUrl,
    (address) => address === `${site.strangeUrl}/large.png`,
  )
})
