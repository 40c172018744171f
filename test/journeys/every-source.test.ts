import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rightClickImage } from '../support/context-menu.ts'
import { imagesOf } from '../support/images.ts'
import { readLedger } from '../support/ledger.ts'
import { makeFromEach } from '../support/make-from.ts'
import { overlayIn } from '../support/overlay.ts'
import { allowHosts, clickIcon } from '../support/permissions.ts'
import { shown } from '../support/shown.ts'
import { type Art, art, vectorFile } from '../support/sites/art.ts'
import { painted, rendered } from '../support/sites/board.ts'
import { inBlob, inData, inlined, letGo } from '../support/sites/editor.ts'
import { filmed } from '../support/sites/shots.ts'
import { openStudio, type Studio } from '../support/studio.ts'
import { likenessOf, type Pointed, sessionsOf, settled, type Taken, takePicture } from '../support/take-picture.ts'
import { until } from '../support/until.ts'

/** A source: where it is, and what must come of it; `from` is its own address, null where it has none. */
type Kind = [what: string, path: string, pointed: Pointed, becomes: Art, from: string | null]

/** Drawings have no size of their own: the longest edge of their pixels is at least this. */
const drawn = (look: Art): Art => ({ ...look, width: 1024, height: 768 })

const kinds: Kind[] = [
  ['an image in several sizes, the largest', '/wall', { selector: '#pin', named: true }, art.pin, '/art/pin.png'],
  ['an image that is not loaded yet', '/wall', { selector: '#lazy', named: true }, art.lazy, '/art/lazy.png'],
  ['an image behind its blurred miniature', '/wall', { selector: '#blurred', named: true }, art.blurred, '/art/blurred.png'],
  ['an image under a transparent layer', '/wall', { selector: '#layer' }, art.layered, '/art/layered.png'],
  ['an image under a stretched pixel', '/wall', { selector: '#spacer', named: true }, art.covered, '/art/covered.png'],
  ['an image that lets the pointer through', '/wall', { selector: '#passed' }, art.passed, '/art/passed.png'],
  ['an image under a canvas for marks', '/wall', { selector: '#marks' }, art.marked, '/art/marked.png'],
  ['a crop of a picture element', '/project', { selector: '#crop', named: true }, art.crop, '/art/crop.png'],
  ['the largest of several CSS backgrounds', '/project', { selector: '#cover' }, art.cover, '/art/cover.png'],
  ['a CSS background in several densities', '/project', { selector: '#dense' }, art.dense, '/art/dense.png'],
  ['an SVG file', '/project', { selector: '#vector', named: true }, { ...vectorFile, width: 1024, height: 768 }, '/drawing.svg'],
  ['an image behind a redirect', '/project', { selector: '#moved', named: true }, art.moved, '/moved'],
  ['an image in an open shadow root', '/shots', { selector: '#open' }, art.opened, '/art/opened.png'],
  ['an image in a closed shadow root', '/shots', { selector: '#closed' }, art.closed, '/art/closed.png'],
  ["a pseudo-element's picture", '/shots', { selector: '#pseudo' }, art.pseudo, '/art/pseudo.png'],
  ["a video's frame", '/shots', { selector: '#video' }, filmed, null],
  ["a video's poster", '/shots', { selector: '#poster' }, art.poster, '/art/poster.png'],
  ['a button that is an image', '/shots', { selector: '#button' }, art.button, '/art/button.png'],
  ['an embedded object', '/shots', { selector: '#object' }, art.object, '/art/object.png'],
  ['a canvas', '/board', { selector: '#board' }, painted, null],
  ['a drawing in the page', '/editor', { selector: '#inline' }, drawn(inlined), null],
  ['an image in a drawing', '/editor', { selector: '#inside', named: true }, art.inside, '/art/inside.png'],
  ['bytes in the address', '/editor', { selector: '#data', named: true }, inData, null],
  ['bytes that only the page has', '/editor', { selector: '#blob', named: true }, inBlob, null],
  ['bytes that the page has let go', '/editor', { selector: '#let-go', named: true }, letGo, null],
  [
    'an image in a frame of the same site',
    '/editor',
    { selector: '#framed', inFrame: '/frame', named: true },
    art.framed,
    '/art/framed.png',
  ],
  [
    'an image in a frame of another site',
    '/editor',
    { selector: '#framed', inFrame: '/frame?cross', named: true },
    art.framed,
    '{{other}}/art/framed.png',
  ],
  ['an image for members', '/protected', { selector: '#guarded', named: true }, art.guarded, '/guarded.png'],
]

/** Pictures that no one may read, neither page nor extension: what the screen shows of them is taken. */
const photographed: [what: string, path: string, pointed: Pointed, becomes: Art][] = [
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
  studio = await openStudio({ env: { TOILE_TRIAL_CREDITS: '40' } })
  page = await studio.browser.open(`${studio.site.url}/photo`)
})
afterAll(() => studio.close())

async function show(path: string): Promise<void> {
  if (!page.url().endsWith(path)) await page.goto(`${studio.site.url}${path}`, { waitUntil: 'networkidle' })
}

/** Shows it, and presses Toile's icon there: from then on the browser lets Toile photograph that page. */
async function showForPhotographs(path: string): Promise<void> {
  if (page.url().endsWith(path)) return
  await show(path)
  await clickIcon(studio.browser, page)
}

test.each(kinds)('%s is taken, whole, with where it came from', async (_, path, pointed, becomes, from) => {
  const { browser, server, site } = studio
  await show(path)
  const one = await takePicture(browser, page, pointed)
  taken.push(one)
  expect(one.source).toMatchObject({ state: 'ready', captured: false })
  expect(await likenessOf(one)).toEqual(becomes)
  const [last] = imagesOf(server.dataFolder)
  const own = from?.startsWith('{{other}}') ? from.replace('{{other}}', site.origins.other) : from && `${site.url}${from}`
  expect(last?.imageUrl).toBe(own)
  expect(last?.pageUrl).toContain(pointed.inFrame ?? path)
  expect(last?.pageTitle).not.toBeNull()
})

test.each(photographed)(
  '%s is photographed, without anything of Toile, at the size of the screen',
  async (_, path, pointed, becomes) => {
    await showForPhotographs(path)
    const one = await takePicture(studio.browser, page, pointed)
    taken.push(one)
    expect(one.source).toMatchObject({ state: 'ready', captured: true })
    expect(await likenessOf(one)).toEqual(becomes)
    expect(imagesOf(studio.server.dataFolder)[0]).toMatchObject({ pageTitle: expect.any(String) })
  },
)

test('of a picture that is partly off the screen the part is taken, and told as such', async () => {
  await showForPhotographs('/board')
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
  expect(taken).toHaveLength(kinds.length + photographed.length + 1)
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
  await shown(overlay, 'Picked image').waitFor()
  const [last] = (await sessionsOf(browser)).slice(-1)
  expect(last && (await likenessOf(last))).toMatchObject({ width: 900, height: 700 })
  await until(
    'where it came from',
    () => imagesOf(studio.server.dataFolder)[0]?.imageUrl,
    (address) => address === `${site.strangeUrl}/large.png`,
  )
})
