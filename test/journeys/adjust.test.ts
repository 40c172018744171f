import type { Frame } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tileDistance } from '../support/compare.ts'
import { rightClickImage } from '../support/context-menu.ts'
import { filesOf, lastGeneration } from '../support/guest.ts'
import { readLedger } from '../support/ledger.ts'
import { overlayIn, resultsHeading } from '../support/overlay.ts'
import { shown } from '../support/shown.ts'
import { openStudio, type Studio } from '../support/studio.ts'

let studio: Studio
let overlay: Frame
beforeAll(async () => {
  studio = await openStudio()
  const page = await studio.browser.open(`${studio.site.url}/photo`)
  await rightClickImage(studio.browser, page, '#photo')
  overlay = await overlayIn(page)
  await shown(overlay, '900 × 700 px').waitFor()
})
afterAll(() => studio.close())

const openTab = (name: string) => overlay.getByRole('tab', { name }).click()

/** Presses the one button that makes it; answers what came. */
async function made(button: string) {
  await overlay.getByRole('button', { name: button, exact: true }).click()
  await resultsHeading(overlay).waitFor()
  const generation = await lastGeneration(studio.browser)
  const [bytes] = await filesOf(generation)
  if (bytes === undefined) throw new Error('Nothing came')
  const { channels, width, height } = await sharp(bytes).metadata()
  const { isOpaque } = await sharp(bytes).stats()
  return { generation, picture: { width, height, channels, isOpaque }, spent: spent() }
}

/** The balance follows the last image by a moment. */
const says = (words: string) => overlay.getByRole('dialog').filter({ hasText: words }).waitFor()

const spent = () => readLedger(studio.server.dataFolder).moved('held', 'spent')

async function back(): Promise<void> {
  await overlay.getByRole('button', { name: 'Change settings' }).click()
  await overlay.getByRole('tablist').waitFor()
}

test('a picture in a palette of one’s own is free, and arrives', async () => {
  await openTab('Recolour')
  await shown(overlay, 'Change a colour or choose a palette first.').waitFor()
  await overlay.getByRole('button', { name: 'Riviera' }).click()
  await overlay.getByLabel('Colour 1: ', { exact: false }).fill('#0a7d5a')
  await overlay.getByRole('contentinfo').getByText('Free · no credits used').waitFor()
  const { generation, spent } = await made('Recolour')
  expect(generation).toMatchObject({ operation: 'recolour', count: 1, creditsEach: 0 })
  expect(generation.options.palette).toEqual(['#0a7d5a', '#1f4e79', '#e0a526', '#7fb3c8', '#c9503c'])
  await says('1 of 1 image')
  expect(spent).toBe(0)
  await back()
})

/** The tile that the preview outlines, once the layout of that name is chosen. */
async function tileShown(layout: string): Promise<Uint8Array> {
  await overlay.getByRole('radio', { name: layout, exact: true }).check()
  const cloth = overlay.getByRole('img', { name: `Preview of the repeat, layout: ${layout}.` })
  const drawn = await cloth.evaluate((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : ''))
  const side = 288
  return sharp(Buffer.from(drawn.split(',')[1] ?? '', 'base64'))
    .extract({ left: 244, top: 64, width: side, height: side })
    .toBuffer()
}

test('a repeat is laid as the preview of its layout shows it, and is free', async () => {
  await openTab('Repeat')
  await shown(overlay, 'Joins and uneven light are softened when made').waitFor()
  await shown(overlay, 'One tile: 8.7 × 8.7 cm at 300 dpi').waitFor()
  await shown(overlay, '1× · 4.3 cm').waitFor()
  const layouts = ['Block', 'Brick', 'Mirror', 'Half-drop']
  const previews: Uint8Array[] = []
  for (const layout of layouts) previews.push(await tileShown(layout))
  const { generation, spent } = await made('Make the repeat')
  expect(spent).toBe(0)
  const [tile] = await filesOf(generation)
  const distances = await Promise.all(previews.map((preview) => tileDistance(preview, tile ?? new Uint8Array())))
  expect(layouts[distances.indexOf(Math.min(...distances))], distances.join(', ')).toBe('Half-drop')
  await back()
})

test('an upscale says how large it comes out and what it costs, and is that large', async () => {
  await openTab('Upscale')
  await shown(overlay, '15 cm at 300 dpi').waitFor()
  await overlay.getByRole('radio', { name: /^2×, 1800 px/ }).check()
  const { picture, spent } = await made('Upscale to 1800 px')
  expect(picture).toMatchObject({ width: 1800, height: 1400 })
  await says('1 credit used · 24 left')
  expect(spent).toBe(1)
  await back()
})

test('what stands in a box that was set by key is cut out, see-through round it, and can be had for print', async () => {
  await openTab('Cut out')
  await overlay.getByRole('button', { name: 'Add a box' }).press('Enter')
  const box = overlay.getByRole('application', { name: 'Box round the motif' }).getByRole('button')
  for (const key of ['Control+ArrowLeft', 'Shift+ArrowLeft', 'ArrowUp']) await box.press(key)
  const { generation, picture, spent } = await made('Cut out')
  expect(generation.options.box).toEqual([0.15, 0.19, 0.59, 0.6])
  expect(picture).toMatchObject({ channels: 4, isOpaque: false })
  await says('1 credit used · 23 left')
  expect(spent).toBe(2)

  await overlay.getByRole('button', { name: 'Download', exact: true }).click()
  await overlay.getByLabel('Width in cm').fill('10')
  await overlay.getByLabel('Format').selectOption('WebP')
  const page = studio.browser.context.pages().at(-1)
  const [file] = await Promise.all([
    page?.waitForEvent('download'),
    overlay.getByRole('button', { name: 'Download the file' }).click(),
  ])
  expect(file?.suggestedFilename()).toMatch(/^toile-.*\.webp$/)
  await back()
})

test('an effect is made in as many inks as were asked for', async () => {
  await openTab('Effects')
  await overlay.getByRole('radio', { name: 'Screen print' }).check()
  await overlay.getByRole('button', { name: 'Fewer', exact: true }).click()
  const { generation, spent } = await made('Make the effect')
  expect(generation.options).toMatchObject({ effect: 'screen-print', inks: 3 })
  expect(spent).toBe(3)
})
