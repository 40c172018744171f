import { afterAll, beforeAll, expect, test } from 'vitest'
import { badgeSays } from '../support/browser.ts'
import { distance, nearest, seamOf } from '../support/compare.ts'
import { rightClickImage } from '../support/context-menu.ts'
import { filesOf, lastGeneration } from '../support/guest.ts'
import { type Ledger, ledgerFaults, readLedger } from '../support/ledger.ts'
import { generate, generateButton, overlayIn, shownImages } from '../support/overlay.ts'
import { openStudio, type Studio } from '../support/studio.ts'

let studio: Studio
let offered: string
let beforeGenerate: Ledger
let after: Ledger
let resultsSay: string
let images: Uint8Array[]
let shownWidths: number[]

beforeAll(async () => {
  studio = await openStudio()
  const { browser, server, site } = studio
  const page = await browser.open(`${site.url}/photo`)
  await rightClickImage(browser, page, '#photo')
  const overlay = await overlayIn(page)
  await generateButton(overlay).click({ trial: true })
  offered = await overlay.getByRole('dialog').innerText()
  beforeGenerate = readLedger(server.dataFolder)
  await generate(overlay)
  shownWidths = await shownImages(overlay)
  resultsSay = await overlay.getByRole('dialog').innerText()
  after = readLedger(server.dataFolder)
  images = await filesOf(await lastGeneration(browser))
})
afterAll(() => studio.close())

test('the overlay says the price, what is left after and what pays, directly above the button', () => {
  expect(offered).toContain('4 credits · 21 left after · from Trial')
})

test('of a picture that the page offers in several sizes, the largest is taken', () => {
  expect(offered).toContain('900 × 700 px')
})

test('nothing is set aside or spent before Generate is clicked', () => {
  expect(beforeGenerate.entries.map(({ from, to, amount }) => [from, to, amount])).toEqual([['issued', 'available', 25]])
  expect(beforeGenerate.holds).toEqual([])
})

test('4 variations arrive and are seen, and the screen says what they cost', () => {
  expect(shownWidths).toHaveLength(4)
  expect(Math.min(...shownWidths)).toBeGreaterThan(100)
  expect(images).toHaveLength(4)
  expect(resultsSay).toContain('4 of 4 variations')
  expect(resultsSay).toContain('4 credits used · 21 left')
})

test('each image is charged 1 credit by itself, all of one hold', () => {
  expect(after.jobs.map(({ state, charged }) => [state, charged])).toEqual(Array(4).fill(['delivered', 1]))
  const captures = after.entries.filter(({ to }) => to === 'spent')
  expect(captures.map(({ from, amount }) => [from, amount])).toEqual(Array(4).fill(['held', 1]))
  expect(after.holds).toMatchObject([{ amount: 4, captured: 4, released: 0 }])
  expect(after.lots).toMatchObject([{ kind: 'trial', granted: 25, available: 21, held: 0, spent: 4 }])
})

test('the books are sound', async () => {
  expect(await ledgerFaults(studio.server.dataFolder)).toEqual([])
})

test('the badge follows the balance', async () => {
  await badgeSays(studio.browser, '21')
})

test('the images differ from each other and from the picture', async () => {
  const { photograph } = studio.site
  expect(await nearest(images)).toBeGreaterThan(4)
  for (const image of images) expect(await distance(image, photograph)).toBeGreaterThan(4)
})

test('the images are at least 1024 px and tile without a seam, which the photograph does not', async () => {
  for (const image of images) {
    const seam = await seamOf(image)
    expect(Math.min(seam.width, seam.height)).toBeGreaterThanOrEqual(1024)
    expect(seam).toMatchObject({ seamless: true })
  }
  expect(await seamOf(studio.site.photograph)).toMatchObject({ seamless: false })
})

test('in a narrow window whose page scrolls the whole panel is in sight, and a click in it counts at once', async () => {
  const { browser, server } = studio
  const page = await browser.open(`${server.url}/try`)
  await page.setViewportSize({ width: 400, height: 800 })
  await rightClickImage(browser, page, '#night-florals')
  await generate(await overlayIn(page), 30_000)
})
