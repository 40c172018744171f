import type { Frame } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from '../support/browser.ts'
import { badgeSays, launchBrowser } from '../support/browser.ts'
import { rightClickText } from '../support/context-menu.ts'
import { guestOf } from '../support/guest.ts'
import { comeNear, generate, overlayIn } from '../support/overlay.ts'
import { type Relay, startRelay } from '../support/relay.ts'
import { removeFolder, startServer, temporaryFolder } from '../support/server.ts'
import { type Site, startSite } from '../support/sites/site.ts'
import { Stack } from '../support/stack.ts'
import { until } from '../support/until.ts'

const stack = new Stack()
let relay: Relay
let site: Site
let browser: Browser

beforeAll(async () => {
  const dataFolder = stack.add(await temporaryFolder('one-stream'), removeFolder)
  const server = stack.add(await startServer({ dataFolder }), (running) => running.stop())
  relay = stack.add(await startRelay(server.url), (running) => running.close())
  site = stack.add(await startSite(), (running) => running.close())
  browser = stack.add(await launchBrowser({ serverUrl: relay.url }), (running) => running.close())
})
afterAll(() => stack.close())

const streams = () => relay.open().filter((path) => path.includes('live.events'))
const oneStream = () => until('one stream', streams, ({ length }) => length === 1)
const from = (path = '') => new URL(path, relay.url).searchParams.get('input') ?? ''

async function overlayOnPage(): Promise<Frame> {
  const page = await browser.open(`${site.url}/brief`)
  await rightClickText(browser, page, '#brief')
  return overlayIn(page)
}

/** Turns to the overlay's page, as one does before a click, and has four images made. */
async function generateIn(overlay: Frame): Promise<void> {
  await overlay.page().bringToFront()
  await comeNear(overlay)
  await generate(overlay)
}

test('popup and overlays share one stream; when the page that has it goes, another takes over after the last event', async () => {
  let opened = 0
  relay.before = (path) => {
    if (path.includes('live.events')) opened += 1
  }
  const popup = await browser.openOwn('popup.html')
  await oneStream()
  const overlay = await overlayOnPage()
  const second = await overlayOnPage()
  // Each image comes by the stream, or the overlay would ask for it only 3 s later.
  await generateIn(overlay)
  await popup.bringToFront()
  await popup.getByRole('link', { name: 'Open recent image 4' }).waitFor()
  expect([streams().length, opened]).toEqual([1, 1])
  expect(from(streams()[0])).not.toMatch(/lastEventId":"\d/)

  await popup.close()
  await until(
    'another page to take over',
    () => opened,
    (count) => count === 2,
  )
  await oneStream()
  expect(from(streams()[0])).toMatch(/lastEventId":"\d/)
  await generateIn(second)
  expect(opened).toBe(2)
  await badgeSays(browser, '17')
})

test('credits spent by another browser of this account are in the badge as soon as a page of Toile is open', async () => {
  const elsewhere = await guestOf(browser)
  const prices = await elsewhere.pricing.list.query()
  await elsewhere.generations.request.mutate({
    intentId: crypto.randomUUID(),
    operation: 'generate',
    prompt: 'navy stripes',
    count: 2,
    size: 1024,
    priceVersion: prices.version,
    maxCredits: 2,
  })
  await badgeSays(browser, '15')
})
