import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { giveLongGallery } from '../support/gallery.ts'
import { guestOf } from '../support/guest.ts'
import { readLedger } from '../support/ledger.ts'
import { comeNear } from '../support/overlay.ts'
import { finished, request } from '../support/requests.ts'
import { shown } from '../support/shown.ts'
import { openStudio, type Studio } from '../support/studio.ts'

const many = 10_000

let studio: Studio
let panel: Page
beforeAll(async () => {
  studio = await openStudio()
  panel = await studio.browser.openOwn('sidepanel.html')
  await panel.setViewportSize({ width: 400, height: 820 })
})
afterAll(() => studio.close())

const tiles = () => panel.locator('[data-focus]:not([data-focus^="head "])')
const focused = () => panel.evaluate(() => document.activeElement?.getAttribute('data-focus') ?? null)
/** Elements in the page. */
const nodes = () => panel.evaluate(() => document.querySelectorAll('*').length)

test('without images the gallery says how to begin, and the first ones come in by themselves', async () => {
  await shown(panel, 'Your images come here').first().waitFor()
  const guest = await guestOf(studio.browser)
  await finished(guest, (await guest.generations.request.mutate(request(1))).id)
  await tiles().first().waitFor()
})

test('a project is made with a budget, is in use at once, can be put away and brought back', async () => {
  await panel.getByRole('tab', { name: 'Projects' }).click()
  await panel.getByRole('button', { name: 'New project…' }).click()
  await panel.getByLabel('Name').fill('Resort 27')
  await panel.getByLabel('Credit budget').fill('60')
  await panel.getByRole('button', { name: 'Create project' }).click()
  const card = panel.getByRole('button', { name: /^Resort 27 0 images · in use now/ })
  await card.click()
  await shown(panel, '0 of 60 credits used').waitFor()
  await panel.getByLabel('Credit budget').fill('40')
  await panel.getByRole('button', { name: 'Save', exact: true }).click()
  await shown(panel, '0 of 40 credits used').waitFor()
  await panel.getByRole('button', { name: 'Archive', exact: true }).click()
  await panel.getByRole('button', { name: '1 archived project' }).click()
  await panel.getByRole('button', { name: 'Bring back Resort 27' }).click()
  await panel.getByRole('button', { name: /^Resort 27 0 images$/ }).waitFor()
})

test('usage shows what was used today, as a drawing with all its figures in its name and as a table', async () => {
  await panel.getByRole('tab', { name: 'Usage' }).click()
  const chart = panel.getByRole('img', { name: /^Credits used by day, .*: 1 credit$/ })
  await chart.waitFor()
  await panel.getByRole('button', { name: 'Show as table' }).click()
  expect(await panel.getByRole('row').nth(1).getByRole('cell').allInnerTexts()).toEqual(['1', '0'])
  await panel.getByRole('tab', { name: 'Gallery' }).click()
})

test('ten thousand images are scrolled through with a handful of them in the page', async () => {
  await giveLongGallery(studio, many)
  await panel.reload()
  await shown(panel, /^10,00\d images$/).waitFor()
  await panel.evaluate(() => {
    const long: number[] = []
    Reflect.set(window, 'longTasks', long)
    new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    })
  })
  // The end is in view at once, empty; its images come when all before them have come.
  await panel.evaluate(() => document.querySelector('.gallery')?.scrollTo(0, 1e9))
  let most = 0
  const last = panel.getByRole('button', { name: /ditsy florals 2499/ })
  await expect
    .poll(
      async () => {
        most = Math.max(most, await nodes())
        return last.count()
      },
      { timeout: 90_000, interval: 100 },
    )
    .toBeGreaterThan(0)
  // And back to the top, as with a wheel, through everything that was loaded.
  const onTheWay = await panel.evaluate(async () => {
    const gallery = document.querySelector('.gallery')
    let elements = 0
    for (let left = 40; gallery !== null && left >= 0; left--) {
      gallery.scrollTo(0, (gallery.scrollHeight * left) / 40)
      await new Promise((drawn) => requestAnimationFrame(drawn))
      elements = Math.max(elements, document.querySelectorAll('*').length)
    }
    return elements
  })
  most = Math.max(most, onTheWay)
  expect(most).toBeLessThan(900)
  const long = await panel.evaluate(() => Reflect.get(window, 'longTasks'))
  console.log(`10,000 images: ${most} elements at most, long tasks (ms): ${JSON.stringify(long)}`)
})

test('arrow keys go through the images; Enter opens one in large, and Escape leads back to it', async () => {
  await panel.reload()
  await tiles().first().focus()
  await panel.keyboard.press('ArrowRight')
  await panel.keyboard.press('ArrowDown')
  const id = await focused()
  await panel.keyboard.press('Enter')
  await panel.getByRole('heading', { name: 'Recipe' }).waitFor()
  await panel.getByRole('heading', { name: 'Receipt' }).waitFor()
  await panel.keyboard.press('Escape')
  await expect.poll(focused).toBe(id)
})

test('a search finds colours by their names in any language; nothing found says what to try', async () => {
  const search = panel.getByRole('textbox', { name: 'Search prompts, colours, engines' })
  await search.fill('marinho florals')
  await panel
    .getByRole('button', { name: /ditsy florals 0/ })
    .first()
    .waitFor()
  await search.fill('zeppelin')
  await shown(panel, 'Nothing was found', { exact: true }).waitFor()
  await panel.getByRole('button', { name: 'Show the whole gallery' }).click()
  await panel.getByRole('heading', { name: 'No project' }).waitFor()
})

test('a deleted image is brought back by a click, and has the focus again', async () => {
  const id = await tiles().nth(3).getAttribute('data-focus')
  await panel.locator(`[data-focus="${id}"]`).click()
  const large = panel.locator('.image-large')
  const heights = [await large.evaluate((image) => image.clientHeight)]
  await large.evaluate((image: HTMLImageElement) => image.decode())
  heights.push(await large.evaluate((image) => image.clientHeight))
  expect(heights[0]).toBe(heights[1])
  // What it cost is told above the button, and moves it.
  await panel.locator('.receipt[aria-busy="false"]').waitFor()
  await panel.getByRole('button', { name: 'Delete image', exact: true }).click()
  await expect.poll(() => panel.locator(`[data-focus="${id}"]`).count()).toBe(0)
  await panel.getByRole('button', { name: 'Undo', exact: true }).click()
  await panel.locator(`[data-focus="${id}"]`).waitFor()
  await expect.poll(() => panel.evaluate(() => document.activeElement?.getAttribute('data-focus'))).toBe(id)
})

test('new images wait while the designer looks at others, and come on top when they are asked for', async () => {
  await panel.mouse.move(200, 600)
  await panel.mouse.wheel(0, 3000)
  await expect.poll(() => panel.evaluate(() => document.querySelector('.gallery')?.scrollTop ?? 0)).toBeGreaterThan(1000)
  const guest = await guestOf(studio.browser)
  const { id } = await finished(guest, (await guest.generations.request.mutate(request(2, { prompt: 'tartan in red' }))).id)
  const made = (await guest.generations.get.query({ id })).items[1]?.image?.id
  await panel.getByRole('button', { name: 'Show 2 new images' }).click()
  await expect.poll(() => tiles().first().getAttribute('data-focus')).toBe(made)
})

test('an image is made again from the gallery: the overlay opens on it, with its price, and spends nothing by itself', async () => {
  const spent = () => readLedger(studio.server.dataFolder).moved('held', 'spent')
  const before = spent()
  await tiles().first().click()
  const opening = studio.browser.context.waitForEvent('page')
  await panel.getByRole('button', { name: 'Make again', exact: true }).click()
  const overlay = await opening
  await shown(overlay, 'The same seed, engine and settings: the same image, pixel for pixel.').waitFor()
  await overlay.getByRole('button', { name: 'Image 2', pressed: true }).waitFor()
  await overlay.getByRole('button', { name: 'Make again · 1 credit' }).waitFor()
  expect(spent()).toBe(before)
  await comeNear(overlay.mainFrame())
  await overlay.getByRole('button', { name: 'Make again · 1 credit' }).click()
  await overlay.getByRole('button', { name: 'Image 3', exact: true }).waitFor()
  expect(spent()).toBe(before + 1)
  await overlay.close()
  await panel.keyboard.press('Escape')
})

test('what is made from an image shows beside it while it is looked at, for nothing as well', async () => {
  const sourceImageId = (await tiles().first().getAttribute('data-focus')) ?? ''
  await tiles().first().click()
  await panel.getByRole('heading', { name: 'Recipe' }).waitFor()
  const guest = await guestOf(studio.browser)
  const free = { operation: 'repeat', prompt: '', layout: 'half-drop', sourceImageId, maxCredits: 0 }
  const { id } = await finished(guest, (await guest.generations.request.mutate(request(1, free))).id)
  const made = panel.locator('section').filter({ has: panel.getByRole('heading', { name: 'Made from this image' }) })
  await made.getByRole('button').waitFor()
  const { items } = await guest.generations.get.query({ id })
  const [image] = items.flatMap((item) => item.image ?? [])
  const shown = await made.locator('img').getAttribute('src')
  expect(new URL(shown ?? '').pathname).toBe(new URL(image?.thumbUrl ?? '').pathname)
  await panel.keyboard.press('Escape')
})

test('the gallery stays open when the server is away', async () => {
  await studio.server.kill()
  await panel.evaluate(() => document.querySelector('.gallery')?.scrollTo(0, 50_000))
  const note = shown(panel, 'New images wait until it is back. Your gallery stays open.', { exact: true })
  await note.waitFor()
  await panel.evaluate(() => document.querySelector('.gallery')?.scrollTo(0, 0))
  await expect.poll(() => tiles().count()).toBeGreaterThan(8)
  expect(await note.isVisible()).toBe(true)
})

test('a panel that is opened without the server shows what was seen last, in its colours where no picture is to be had', async () => {
  await panel.reload()
  await shown(panel, 'New images wait until it is back. Your gallery stays open.', { exact: true }).waitFor()
  await expect.poll(() => tiles().count()).toBeGreaterThan(8)
  const devtools = await panel.context().newCDPSession(panel)
  await devtools.send('Network.enable')
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
  await panel.reload()
  await expect.poll(() => tiles().locator('.gallery-colours').count()).toBeGreaterThan(8)
  await tiles().first().click()
  await panel.getByRole('heading', { name: 'Recipe' }).waitFor()
})
