import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { badgeSays } from '../support/browser.ts'
import { distance } from '../support/compare.ts'
import { menuTitles } from '../support/context-menu.ts'
import { readLedger } from '../support/ledger.ts'
import { generateButton, overlayIn } from '../support/overlay.ts'
import { pressToolbarButton, sourceOfOverlay, startTool } from '../support/page-tools.ts'
import { middleOf } from '../support/pill.ts'
import { art } from '../support/sites/art.ts'
import { openStudio, type Studio } from '../support/studio.ts'
import { closeInPage, likenessOf, sessionsOf, settled } from '../support/take-picture.ts'
import { stroke, tap } from '../support/touch.ts'
import { until } from '../support/until.ts'

let studio: Studio
let page: Page
beforeAll(async () => {
  studio = await openStudio()
  const { browser, server } = studio
  page = await browser.context.newPage()
  // A page that was there first and takes every key for itself, as canvas applications do.
  await page.addInitScript(() => {
    // The browser's driver runs this in every frame; a page can reach into no frame of Toile's.
    if (window !== window.top) return
    for (const type of ['keydown', 'keypress', 'keyup', 'contextmenu']) {
      addEventListener(
        type,
        (event) => {
          event.stopImmediatePropagation()
          event.preventDefault()
          if (event.type === 'keydown') document.documentElement.dataset.pressed = 'yes'
        },
        { capture: true },
      )
    }
  })
  await page.goto(`${server.url}/try`)
  await page.waitForLoadState('networkidle')
})
afterAll(() => studio.close())

/** The file of a picture of the page. */
async function fileOf(selector: string): Promise<Uint8Array> {
  const address = await page.locator(selector).evaluate((image) => (image instanceof HTMLImageElement ? image.currentSrc : ''))
  return new Uint8Array(await (await fetch(address)).arrayBuffer())
}

/** The part of the screen that a rectangle of the page's window covers. */
async function onScreen(x: number, y: number, width: number, height: number): Promise<Uint8Array> {
  return new Uint8Array(await page.screenshot({ clip: { x, y, width, height } }))
}

async function closeOverlay(): Promise<void> {
  const overlay = await overlayIn(page)
  await overlay.getByRole('button', { name: 'Close', exact: true }).click()
  await until(
    'the overlay to be gone',
    async () => page.frames().length,
    (count) => count === 1,
  )
}

test('the right-click menu names the price of every operation and what is left after', async () => {
  const { browser, server } = studio
  await badgeSays(browser, '25')
  const titles = await menuTitles(browser)
  expect(titles['toile-vary']).toBe('Make variations… · 4 credits, 21 left after')
  expect(titles['toile-recolour']).toBe('Recolour… · free')
  expect(titles['toile-repeat']).toBe('Make a repeat… · free')
  expect(titles['toile-upscale']).toBe('Upscale… · 1 credit, 24 left after')
  expect(titles['toile-picker']).toBe('Pick an image…')
  expect(readLedger(server.dataFolder).holds).toEqual([])
})

test('by keyboard a picture is picked in a page that eats every key, and the page sees none of them', async () => {
  await startTool(studio.browser, page, 'pick')
  // Night florals is first; to its right chips, below that the tartan.
  for (const key of ['ArrowRight', 'ArrowDown', 'Tab', 'Shift+Tab', 'Enter']) await page.keyboard.press(key)
  const overlay = await overlayIn(page)
  await generateButton(overlay).waitFor()
  expect(await distance(await sourceOfOverlay(studio.browser), await fileOf('#highland'))).toBeLessThan(1)
  expect(await page.evaluate(() => document.documentElement.dataset.pressed)).toBeUndefined()
  expect(readLedger(studio.server.dataFolder).holds).toEqual([])
  await closeOverlay()
})

test('Esc stops the picker and leaves nothing behind', async () => {
  await startTool(studio.browser, page, 'pick')
  await page.keyboard.press('Escape')
  await until(
    'the picker to be gone',
    async () => page.frames().length,
    (count) => count === 1,
  )
  expect(await page.locator('toile-picker').count()).toBe(0)
})

test('a region dragged with the mouse opens the overlay with exactly these pixels', async () => {
  const { browser } = studio
  await page.mouse.move(5, 5)
  const expected = await onScreen(360, 220, 240, 200)
  await pressToolbarButton(browser, page)
  await startTool(browser, page, 'region')
  await page.mouse.move(360, 220)
  await page.mouse.down()
  await page.mouse.move(500, 300)
  await page.mouse.move(600, 420)
  await page.mouse.up()
  await page.keyboard.press('Enter')
  await overlayIn(page)
  const source = await sourceOfOverlay(browser)
  expect(await sharp(source).metadata()).toMatchObject({ width: 240, height: 200 })
  expect(await distance(source, expected)).toBeLessThan(1)
  await closeOverlay()
})

test('by keyboard alone a region is framed, moved, made smaller and used; too small it is not', async () => {
  const { browser } = studio
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
  const [left, top] = [Math.round((width - 240) / 2), Math.round((height - 240) / 2)]
  const expected = await onScreen(left - 11, top, 230, 240)
  await startTool(browser, page, 'region')
  for (const key of ['Enter', 'ArrowLeft', 'Shift+ArrowLeft']) await page.keyboard.press(key)
  for (let i = 0; i < 20; i++) await page.keyboard.press('Control+Shift+ArrowUp')
  await page.keyboard.press('Enter')
  expect(await page.locator('toile-region').count()).toBe(1)
  for (let i = 0; i < 20; i++) await page.keyboard.press('Control+Shift+ArrowDown')
  for (const key of ['Control+Shift+ArrowLeft', 'Enter']) await page.keyboard.press(key)
  await overlayIn(page)
  const source = await sourceOfOverlay(browser)
  expect(await sharp(source).metadata()).toMatchObject({ width: 230, height: 240 })
  expect(await distance(source, expected)).toBeLessThan(1)
  await closeOverlay()
})

test('a picture that the pointer rests on has a button, which opens the overlay for it', async () => {
  const chips = await page.locator('#chips').boundingBox()
  if (chips === null) throw new Error('The page has no chips')
  await page.mouse.move(chips.x + 60, chips.y + 100)
  await page.mouse.move(chips.x + 70, chips.y + 110)
  await page.locator('toile-image').waitFor({ state: 'attached' })
  await page.mouse.click(chips.x + chips.width - 24, chips.y + 24)
  const overlay = await overlayIn(page)
  await generateButton(overlay).waitFor()
  expect(await distance(await sourceOfOverlay(studio.browser), await fileOf('#chips'))).toBeLessThan(1)
})

test('no script of the page presses that button', async () => {
  await closeOverlay()
  await page.mouse.move(5, 5)
  const chips = await page.locator('#highland').boundingBox()
  if (chips === null) throw new Error('The page has no tartan')
  await page.mouse.move(chips.x + 60, chips.y + 100)
  await page.locator('toile-image').waitFor({ state: 'attached' })
  await page.evaluate(() => document.querySelector('toile-image')?.dispatchEvent(new MouseEvent('click', { bubbles: true })))
  expect(page.frames()).toHaveLength(1)
})

/** The middle of a part of Toile in the page, once it is there. */
async function partOf(where: Page, name: RegExp): Promise<{ x: number; y: number }> {
  const middle = await until(
    `${name}`,
    () => middleOf(where, name),
    (found) => found !== null,
  )
  if (middle === null) throw new Error(`${name} came and went`)
  return middle
}

/** Does what opens an overlay, and answers what its picture is; the overlay goes again. */
async function takenBy(act: () => Promise<void>): Promise<{ left: string; right: string; width: number; height: number }> {
  const before = (await sessionsOf(studio.browser)).length
  await act()
  const taken = await settled(studio.browser, before)
  await closeInPage(studio.browser, taken.id)
  return likenessOf(taken)
}

test('with a finger: on an endless wall that blocks right-click and selection, the pill leads to a picture that came while one scrolled', async () => {
  const { browser, site } = studio
  const wall = await browser.open(`${site.url}/try/wall`)
  await tap(wall, await partOf(wall, /^Toile: \d+ credits left/))
  await tap(wall, await partOf(wall, /^Pick an image/))
  await wall.locator('toile-picker').waitFor({ state: 'attached' })
  const known = await wall.locator('img').count()
  await wall.mouse.move(300, 300)
  await wall.mouse.wheel(0, 20_000)
  const arrived = wall.locator(`img[src="/art/noise.png"] >> nth=${known}`)
  await arrived.waitFor()
  const middle = await arrived.evaluate(async (image) => {
    image.scrollIntoView({ block: 'center' })
    if (image instanceof HTMLImageElement) await image.decode()
    const { x, y, width, height } = image.getBoundingClientRect()
    return { x: x + width / 2, y: y + height / 2 }
  })
  expect(await takenBy(() => tap(wall, middle))).toEqual(art.noise)
})

test('with a finger: the button on a picture, which a mouse has called, and a region', async () => {
  const { browser } = studio
  const [wall] = browser.context.pages().filter((one) => one.url().endsWith('/try/wall'))
  if (wall === undefined) throw new Error('The wall has gone')
  await wall.locator('#covered').scrollIntoViewIfNeeded()
  const pin = await wall.locator('#covered').boundingBox()
  if (pin === null) throw new Error('The wall has no pin')
  for (const step of [60, 70]) await wall.mouse.move(pin.x + step, pin.y + 100)
  await wall.locator('toile-image').waitFor({ state: 'attached' })
  expect(await takenBy(async () => tap(wall, await partOf(wall, /^Use in Toile$/)))).toEqual(art.covered)

  await pressToolbarButton(browser, wall)
  await startTool(browser, wall, 'region')
  const corners = [
    { x: 200, y: 150 },
    { x: 300, y: 250 },
    { x: 420, y: 310 },
  ]
  await stroke(wall, corners)
  expect(await takenBy(() => wall.keyboard.press('Enter'))).toMatchObject({ width: 220, height: 160 })
  await wall.close()
})

test('under a modal dialogue, at 110 %, a region is selected to the pixel; its overlay has a window', async () => {
  const { browser } = studio
  await browser.worker.evaluate(() => chrome.tabs.setZoom(1.1))
  await until(
    'the page to be zoomed',
    () => page.evaluate(() => devicePixelRatio),
    (density) => density > 1,
  )
  const density = await page.evaluate(() => {
    // Blue exactly where the keyboard's first frame stands, and red around it.
    document.documentElement.style.background = 'red'
    const [left, top] = [Math.round((innerWidth - 240) / 2), Math.round((innerHeight - 240) / 2)]
    document.body.innerHTML = `<dialog style="all: revert; border: 0; margin: 0; padding: 0; width: 240px; height: 240px;
      background: blue; position: fixed; left: ${left}px; top: ${top}px"><button></button></dialog><style>button { opacity: 0 }</style>`
    document.querySelector('dialog')?.showModal()
    return devicePixelRatio
  })
  await pressToolbarButton(browser, page)
  await startTool(browser, page, 'region')
  const window = browser.context.waitForEvent('page')
  for (const key of ['Enter', 'Enter']) await page.keyboard.press(key)
  expect((await window).url()).toContain('tabs/overlay.html')
  const { data, info } = await sharp(await sourceOfOverlay(browser))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const edge = Math.floor(240 * density)
  for (const px of [info.width, info.height]) expect([edge, edge - 1]).toContain(px)
  const seen = new Set(
    Array.from({ length: info.width * info.height }, (_, at) => data.subarray(at * 3, at * 3 + 3).toString('hex')),
  )
  expect([...seen]).toEqual(['0000ff'])
})
