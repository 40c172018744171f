import { readFile } from 'node:fs/promises'
import type { Download, Frame, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rightClickImage } from '../support/context-menu.ts'
import { dragOut } from '../support/drag.ts'
import { readLedger } from '../support/ledger.ts'
import { comeNear, generate, overlayIn } from '../support/overlay.ts'
import { shown } from '../support/shown.ts'
import { openStudio, type Studio } from '../support/studio.ts'
import { filesOfZip } from '../support/zip.ts'

let studio: Studio
let page: Page
let overlay: Frame

beforeAll(async () => {
  studio = await openStudio()
  const { browser, site } = studio
  await browser.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  page = await browser.open(`${site.url}/photo`)
  await rightClickImage(browser, page, '#photo')
  overlay = await overlayIn(page)
  await generate(overlay)
})
afterAll(() => studio.close())

const tile = (place: number) => overlay.getByRole('button', { name: `Image ${place}` })
const press = (name: string) => overlay.getByRole('button', { name, exact: true }).click()
const says = (words: string) => shown(overlay, words).first().waitFor()
const captured = () => readLedger(studio.server.dataFolder).moved('held', 'spent')

/** The size of the PNG on the clipboard, as another page may paste it. */
async function pastedSize(): Promise<number[]> {
  const { browser, site } = studio
  const other = await browser.open(`${site.url}/brief`)
  const size = await other.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const picture = await createImageBitmap((await item?.getType('image/png')) ?? new Blob())
    return [picture.width, picture.height]
  })
  await other.close()
  await page.bringToFront()
  return size
}

/** The pixels of a place, from the file behind its tile. */
async function pixels(place: number): Promise<Buffer> {
  await overlay.locator('[data-tile]').nth(place).focus()
  const { bytes } = await downloaded(() => page.keyboard.press('d'))
  return sharp(bytes).raw().toBuffer()
}

async function downloaded(act: () => Promise<unknown>): Promise<{ name: string; bytes: Buffer }> {
  const [file]: [Download, unknown] = await Promise.all([page.waitForEvent('download'), act()])
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

test('several images come as one zip, each once and whole, and a palette as swatches', async () => {
  await press('Choose several')
  await overlay.getByRole('checkbox', { name: 'Image 3', exact: true }).click()
  await overlay.getByRole('checkbox', { name: 'Image 4', exact: true }).click()
  const zip = await downloaded(() => press('Download 3 as zip'))
  expect(zip.name).toMatch(/^toile-studio-wall-\w+-3\.zip$/)
  const files = filesOfZip(zip.bytes)
  expect(files.size).toBe(3)
  for (const [name, bytes] of files) {
    expect(name).toMatch(/^toile-studio-wall-\w+-[134]\.png$/)
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1024 })
  }
  await press('Done')
  await press('Download')
  const swatches = await downloaded(() => press('Palette as ASE'))
  expect(swatches.name).toMatch(/\.ase$/)
  expect(swatches.bytes.toString('latin1', 0, 4)).toBe('ASEF')
  await press('Download')
})

test('with a tile in focus C copies it as PNG, R shows its receipt, Delete deletes it, and Undo brings it and the focus back', async () => {
  await tile(1).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('c')
  await says('Copied as PNG.')
  expect(await pastedSize()).toEqual([1024, 1024])

  await page.keyboard.press('r')
  const receipt = overlay.getByRole('region', { name: 'Receipt' })
  await receipt.getByText('25 → 21').waitFor()
  const said = await receipt.innerText()
  for (const words of ['This image\n1 credit', 'Batch of 4', '4 used', 'Trial, 4 credits']) expect(said).toContain(words)
  await page.keyboard.press('r')

  await page.keyboard.press('Delete')
  const undo = overlay.getByRole('button', { name: 'Undo', exact: true })
  await undo.waitFor()
  expect(await undo.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  await tile(2).waitFor()
  expect(await tile(2).evaluate((element) => element === document.activeElement)).toBe(true)
})

test('where a page lets neither way of copying be, a window of ours shows the image in large, and copies it', async () => {
  await overlay.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException('', 'NotAllowedError'))
    document.execCommand = () => false
  })
  await press('Copy')
  await says('The page does not let Toile copy here.')
  const [alone] = await Promise.all([page.context().waitForEvent('page'), press('Copy in a window')])
  await alone.getByRole('heading', { name: 'Receipt' }).waitFor()
  await alone.getByRole('button', { name: 'Copy', exact: true }).click()
  await shown(alone, 'Copied as PNG.').first().waitFor()
  await alone.close()
  expect(await pastedSize()).toEqual([1024, 1024])
})

test('a favourite is marked on its tile, and a batch can be put into a new project', async () => {
  await press('Favourite')
  await overlay.getByRole('button', { name: 'Image 2, favourite' }).waitFor()
  await press('Add to project')
  await overlay.getByRole('combobox', { name: 'Project' }).selectOption({ label: 'New project…' })
  await overlay.getByLabel('Name').fill('Resort 27')
  await press('Create project')
  await says('Now in Resort 27.')
})

test('making an image again says its price and that it will be the same, asks for nothing by itself, and is the same', async () => {
  await press('Make again')
  await says('The same seed, engine and settings: the same image, pixel for pixel.')
  const button = overlay.getByRole('button', { name: 'Make again · 1 credit' })
  await button.waitFor()
  expect(captured()).toBe(4)
  await button.click()
  await overlay.getByRole('heading', { name: '5 of 5 variations' }).waitFor()
  const [second, again] = [await pixels(1), await pixels(4)]
  expect(again.equals(second)).toBe(true)
  expect(captured()).toBe(5)
})

test('A goes on with the image in the palette tab, which is free', async () => {
  await overlay.locator('[data-tile]').first().focus()
  await page.keyboard.press('a')
  await overlay.getByRole('tab', { name: 'Recolour', selected: true }).waitFor()
  await shown(overlay, '1024 × 1024 px').waitFor()
  expect(captured()).toBe(5)
  await press('Back to your images')
})

test('an image dragged out of the panel comes to the page as a file, an address and a picture that the page may read', async () => {
  await page.evaluate(() => {
    const place = document.createElement('div')
    place.id = 'artboard'
    place.style.cssText = 'position:fixed;left:0;top:0;width:200px;height:200px;background:#fff'
    document.body.append(place)
    place.addEventListener('dragover', (event) => event.preventDefault())
    place.addEventListener('drop', async (event) => {
      event.preventDefault()
      const data = event.dataTransfer
      const told = ['text/uri-list', 'text/html'].map((type) => data?.getData(type) ?? '')
      place.dataset.told = JSON.stringify(told)
    })
  })
  const first = overlay.locator('[data-tile]').first()
  await first.scrollIntoViewIfNeeded()
  const from = await first.boundingBox()
  if (from === null) throw new Error('There is no tile')
  await comeNear(overlay)
  const carried = await dragOut(page, { x: from.x + 40, y: from.y + 40 }, { x: 100, y: 100 })
  await page.waitForSelector('#artboard[data-told]', { timeout: 10_000 })
  const told = await page.locator('#artboard').getAttribute('data-told')
  const [address, html] = JSON.parse(told ?? '[]') as string[]
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/images\//)
  expect(carried?.get('downloadurl')).toMatch(/^image\/png:toile-[\w-]+-1\.png:http/)
  expect(carried?.get('downloadurl')?.endsWith(`:${address}`)).toBe(true)
  expect(html).toContain('crossorigin="anonymous"')

  const read = await page.evaluate(async (markup) => {
    const picture = new DOMParser().parseFromString(markup, 'text/html').querySelector('img')
    if (picture === null) throw new Error('No picture was dropped')
    const own = document.createElement('img')
    own.crossOrigin = picture.crossOrigin
    own.src = picture.src
    await own.decode()
    const canvas = new OffscreenCanvas(own.naturalWidth, own.naturalHeight)
    const context = canvas.getContext('2d')
    context?.drawImage(own, 0, 0)
    return [canvas.width, canvas.height, context?.getImageData(0, 0, 1, 1).data.length]
  }, html ?? '')
  expect(read).toEqual([1024, 1024, 4])
})
