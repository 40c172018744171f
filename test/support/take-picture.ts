import type { Frame, Page } from 'playwright-core'
import sharp from 'sharp'
import * as z from 'zod'
import type { Browser } from './browser.ts'
import { chooseInMenu } from './context-menu.ts'
import type { Art } from './sites/art.ts'
import { until } from './until.ts'

/** A picture of a page, as a designer points at it. */
export interface Pointed {
  /** What the pointer rests on; in an open shadow root as well. */
  selector: string
  /** The address of the frame it is in, or a part of it. */
  inFrame?: string
  /** Whether the browser takes it for a picture and names its address: an `<img>` that the pointer is right upon. */
  named?: boolean
}

const session = z.object({
  id: z.string(),
  createdAt: z.number(),
  source: z.object({
    state: z.string(),
    code: z.string().optional(),
    captured: z.boolean().optional(),
    partly: z.boolean().optional(),
    image: z.object({ id: z.string(), url: z.string(), width: z.number(), height: z.number() }).optional(),
  }),
})
export type Taken = z.infer<typeof session>

/** Right-clicks it, chooses "Upscale…", waits until its picture is taken or refused, and closes the overlay in the page again. */
export async function takePicture(browser: Browser, page: Page, pointed: Pointed): Promise<Taken> {
  const before = (await sessionsOf(browser)).length
  const frame = pointed.inFrame ? frameOf(page, pointed.inFrame) : page.mainFrame()
  const element = frame.locator(pointed.selector).first()
  await element.scrollIntoViewIfNeeded()
  const box = await element.boundingBox()
  if (box === null) throw new Error(`${pointed.selector} is not to be seen`)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  const srcUrl = pointed.named ? await element.evaluate(addressNamed) : undefined
  const named = srcUrl === undefined ? {} : { mediaType: 'image' as const, srcUrl }
  await chooseInMenu(browser, page, 'toile-upscale', { ...(pointed.inFrame ? { frameUrl: frame.url() } : {}), ...named })
  const taken = await settled(browser, before)
  await closeInPage(browser, taken.id)
  return taken
}

/** Waits for the opening after these, and for its picture. */
export async function settled(browser: Browser, openedBefore: number): Promise<Taken> {
  const taken = await until(
    'the picture to be taken',
    async () => (await sessionsOf(browser)).slice(openedBefore).at(-1),
    (opened) => opened !== undefined && opened.source.state !== 'acquiring',
  )
  if (taken === undefined) throw new Error('The overlay came and went')
  return taken
}

/** Every opening of the overlay about a picture, the oldest first. */
export async function sessionsOf({ worker }: Browser): Promise<Taken[]> {
  const { overlaySessions } = await worker.evaluate(() => chrome.storage.session.get('overlaySessions'))
  const all = z.record(z.string(), z.unknown()).parse(overlaySessions ?? {})
  return Object.values(all)
    .flatMap((raw) => session.safeParse(raw).data ?? [])
    .sort((a, b) => a.createdAt - b.createdAt)
}

function frameOf(page: Page, address: string): Frame {
  const frame = page.frames().find((one) => one.url().includes(address))
  if (frame === undefined) throw new Error(`No frame shows ${address}`)
  return frame
}

/** What the browser names in a click upon it. */
async function addressNamed(element: Element): Promise<string> {
  if (element instanceof SVGImageElement) return new URL(element.href.baseVal, document.baseURI).href
  if (!(element instanceof HTMLImageElement)) throw new Error('The browser names the address of images only')
  if (element.loading !== 'lazy') await element.decode()
  return element.currentSrc || element.src
}

/** Takes the overlay out of the page that is in front. */
export async function closeInPage({ worker }: Browser, sessionId: string): Promise<void> {
  await worker.evaluate(async (id) => {
    const [tab] = await chrome.tabs.query({ active: true, windowType: 'normal' })
    if (tab?.id !== undefined)
      await chrome.tabs.sendMessage(tab.id, { type: 'bg-page-overlay-close', sessionId: id }, { frameId: 0 })
  }, sessionId)
}

/** What a picture shows: the colours of its left and right half, and its size. */
export async function likenessOf(taken: Taken): Promise<Art> {
  if (taken.source.image === undefined) throw new Error(`No picture: ${JSON.stringify(taken.source)}`)
  const answer = await fetch(taken.source.image.url)
  const file = sharp(Buffer.from(await answer.arrayBuffer())).removeAlpha()
  const { data, info } = await file.raw().toBuffer({ resolveWithObject: true })
  const colourAt = (x: number): string => {
    const at = (Math.floor(info.height / 2) * info.width + Math.floor(info.width * x)) * info.channels
    return `#${data.subarray(at, at + 3).toString('hex')}`
  }
  return { left: colourAt(0.25), right: colourAt(0.75), width: info.width, height: info.height }
}
