import { setTimeout as pause } from 'node:timers/promises'
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inContentWorld } from '../support/content-world.ts'
import { rightClickImage } from '../support/context-menu.ts'
import { dragOut } from '../support/drag.ts'
import { readLedger } from '../support/ledger.ts'
import { comeNear, generate, generateButton, overlayIn, sessionOf } from '../support/overlay.ts'
import { shown } from '../support/shown.ts'
import { type HostileSite, startHostileSite } from '../support/sites/hostile.ts'
import { openStudio, type Studio } from '../support/studio.ts'
import { tap } from '../support/touch.ts'
import { until } from '../support/until.ts'

/** A page that means harm, with Toile's pill and panel on it. One page and one panel bear all that it tries. */
let studio: Studio
let hostile: HostileSite
let page: Page
let overlay: Frame

beforeAll(async () => {
  studio = await openStudio({ env: { TOILE_TRIAL_CREDITS: '1234' } })
  hostile = await startHostileSite()
  page = await studio.browser.open(hostile.url)
  await rightClickImage(studio.browser, page, '#photo')
  overlay = await overlayIn(page)
  await one()
})
afterAll(async () => {
  await hostile.close()
  await studio.close()
})

const holds = () => readLedger(studio.server.dataFolder).holds
const ownPages = () => studio.browser.context.pages().filter((one) => one.url().includes('?question='))

/** One image, ready to be asked for: what is shown here is what spends, not what is made. */
async function one(): Promise<void> {
  await overlay.getByRole('button', { name: 'Fewer', exact: true }).click({ clickCount: 3 })
  await overlay.getByRole('button', { name: 'Generate 1 image' }).click({ trial: true })
}

/** The button's middle, in the page's px. */
async function middleOfGenerate(): Promise<{ x: number; y: number }> {
  const box = await generateButton(overlay).boundingBox()
  if (box === null) throw new Error('No button')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** The page as it is now is on the screen: only then a designer can fall for it. */
const isDrawn = (where: Page | Frame = page) =>
  where.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))

/** Presses where the pointer rests. A frame that has just come in takes no press yet: one that reached nobody is done again. */
async function pressUntilTaken(): Promise<void> {
  const taken = shown(overlay, 'Confirm in the Toile window', { exact: true })
  await until(
    'a press that is taken',
    async () => {
      await page.mouse.down()
      await page.mouse.up()
      return taken.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => holds().length > 0,
      )
    },
    (isTaken) => isTaken,
  )
}

/** What a click in vain leads to: one window that asks. It is closed, which means no. */
async function isAskedInstead(): Promise<void> {
  await until('the question', ownPages, ({ length }) => length > 0)
  const [question] = ownPages()
  await question?.getByRole('button', { name: 'Confirm · 1 credit' }).waitFor()
  await question?.close()
  await shown(overlay, 'Confirm in the Toile window', { exact: true }).waitFor({ state: 'detached' })
  expect(holds()).toEqual([])
}

test('a page reads neither balance nor words of the panel, whatever it replaced before Toile came', async () => {
  const seen = await page.evaluate(() => {
    const found = (words: string) => {
      getSelection()?.removeAllRanges()
      return 'find' in window && typeof window.find === 'function' && window.find(words, false, false, true, false, true, false)
    }
    const host = document.querySelector('toile-overlay')
    document.execCommand('selectAll')
    const selected = String(getSelection())
    return {
      found: ['1,234', '1234', '1,230', 'credits', 'Variations', 'Trial'].filter(found),
      selected,
      root: host?.shadowRoot ?? null,
      children: host?.childNodes.length,
      frames: window.length,
      resources: performance.getEntriesByType('resource').map(({ name }) => name),
      loot: Reflect.get(window, 'loot'),
      inside: Reflect.get(window, 'loot').inside.map((rootOf: () => ShadowRoot | null) => rootOf()?.innerHTML ?? null),
      chrome: typeof Reflect.get(Reflect.get(window, 'chrome') ?? {}, 'runtime'),
    }
  })
  expect(seen).toMatchObject({ found: [], root: null, children: 0, frames: 0, chrome: 'undefined' })
  expect(seen.selected.trim()).toBe('Claim your prize')
  expect(seen.resources.filter((name: string) => !name.startsWith(new URL(hostile.url).origin))).toEqual([])
  // Elements that the page has defined by our names hand out no root, and a font that it made asks for no digit.
  expect(seen.inside).toEqual([null, null])
  expect(hostile.asked.filter((path) => path.startsWith('/digit'))).toEqual([])
  expect(seen.loot).toMatchObject({ roots: [] })
  const session = await sessionOf(overlay)
  // As a number by itself: ports and random addresses hold any digits.
  expect(JSON.stringify(seen.loot)).not.toMatch(new RegExp(`(?<![\\w-])1,?234(?![\\w-])|${session}`))
})

test('clicks, keys and messages that a page makes up do nothing', async () => {
  const { x, y } = await middleOfGenerate()
  await page.evaluate(
    ({ x, y }) => {
      for (const target of [
        document.querySelector('toile-overlay'),
        document.querySelector('toile-pill'),
        document.elementFromPoint(x, y),
      ]) {
        for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click']) {
          target?.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, clientX: x, clientY: y, detail: 1 }))
        }
        const enter = { key: 'Enter', code: 'Enter', ctrlKey: true, bubbles: true, composed: true }
        target?.dispatchEvent(new KeyboardEvent('keydown', enter))
        if (target instanceof HTMLElement) target.click()
      }
      for (const message of [{ type: 'ui-bg-session' }, { type: 'send' }]) window.postMessage(message, '*')
    },
    { x, y },
  )
  await pause(300)
  expect([holds(), ownPages()]).toEqual([[], []])
})

test('what breaks into Toile’s script in the page can ask for little: no token, no balance, no storage, no click', async () => {
  const ask = (message: object) => inContentWorld(studio.browser, page, `chrome.runtime.sendMessage(${JSON.stringify(message)})`)
  const session = await sessionOf(overlay)
  const serverUrl = studio.server.url
  for (const message of [
    { type: 'ui-bg-session' },
    { type: 'ui-bg-session-refused', token: 'x' },
    { type: 'ui-bg-server-seen', serverUrl, reachable: false },
    { type: 'ui-bg-overlay-hello', sessionId: session },
    { type: 'ui-bg-overlay-changed', sessionId: session, change: { prompt: 'mine' } },
    { type: 'ui-bg-open-overlay', operation: 'generate' },
    { type: 'ui-bg-question-yes', sessionId: session, id: 'any' },
  ]) {
    expect([message.type, await ask(message)]).toEqual([message.type, undefined])
  }
  for (const area of ['local', 'session']) {
    expect(await inContentWorld(studio.browser, page, `chrome.storage.${area}.get()`)).toContain('not allowed')
  }
  expect(holds()).toEqual([])
})

test('no page of Toile can be framed by another but the panel’s own, empty: it is told nothing', async () => {
  const own = overlay.url()
  const dynamic = String(await inContentWorld(studio.browser, page, `chrome.runtime.getURL('tabs/overlay.html')`))
  const session = await sessionOf(overlay)
  // On the very page that holds the panel, too: its reports have told it the address.
  for (const frames of [page, await studio.browser.open(hostile.otherUrl)]) {
    await frames.evaluate(
      (addresses) => {
        for (const src of addresses)
          document.body.append(
            Object.assign(document.createElement('iframe'), { src, width: 420, height: 600, className: 'stolen' }),
          )
      },
      [own, own.replace('tabs/overlay', 'popup'), own.replace('tabs/overlay', 'options'), `${dynamic}?session=${session}`],
    )
    const framed = () => frames.frames().filter((frame) => frame !== overlay && /^chrome-extension:.*overlay/.test(frame.url()))
    await until('the empty panel', framed, (found) => found.length > 0)
    // A session that the page makes up is none: the frame says nothing, and has no button that a click could be lured onto.
    await frames.evaluate(() => {
      const told = { toileSession: crypto.randomUUID() }
      for (const frame of document.querySelectorAll<HTMLIFrameElement>('.stolen')) frame.contentWindow?.postMessage(told, '*')
    })
    await pause(1_000)
    for (const frame of framed()) expect(await frame.locator('body').innerText()).toBe('')
    expect(frames.frames().some((frame) => /popup|options/.test(frame.url()))).toBe(false)
    await frames.evaluate(() => {
      for (const frame of document.querySelectorAll('.stolen')) frame.remove()
    })
    if (frames !== page) await frames.close()
  }
})

/** What the page does to the panel, and how it takes it back. Written as the page's own code. */
const tricks: Record<string, [does: string, undoes: string]> = {
  'behind a cover that lets clicks through': [
    `document.documentElement.append(Object.assign(document.createElement('div'), { id: 'cover', textContent: 'Claim your prize',
      style: 'position:fixed;inset:0;background:pink;z-index:2147483647;pointer-events:none' }))`,
    `document.querySelector('#cover').remove()`,
  ],
  'with its price covered': [
    `const { x, y } = trick; document.documentElement.append(Object.assign(document.createElement('div'), { id: 'cover',
      style: 'position:fixed;width:300px;height:20px;background:white;z-index:2147483647;left:' + (x - 150) + 'px;top:' + (y - 60) + 'px' }))`,
    `document.querySelector('#cover').remove()`,
  ],
  'all but transparent': [`document.documentElement.style.opacity = '0.02'`, `document.documentElement.style.opacity = ''`],
  'under something of the topmost layer': [
    `document.documentElement.append(Object.assign(document.createElement('div'), { id: 'cover', popover: 'manual', textContent: 'Prize',
      style: 'position:fixed;inset:0;width:100%;height:100%;background:pink;pointer-events:none' }))
      document.querySelector('#cover').showPopover()`,
    `document.querySelector('#cover').remove()`,
  ],
  'under a filter': [`document.documentElement.style.filter = 'blur(9px)'`, `document.documentElement.style.filter = ''`],
  'under a cover of its own host': [
    `document.head.append(Object.assign(document.createElement('style'), { id: 'cover', textContent:
      'toile-overlay::after { content: ""; position: fixed; inset: 0; background: pink; z-index: 2147483647; pointer-events: none }' }))`,
    `document.querySelector('#cover').remove()`,
  ],
}

for (const [how, [does, undoes]] of Object.entries(tricks)) {
  test(`a click on the panel ${how} spends nothing: it is asked for once more`, async () => {
    await page.bringToFront()
    await comeNear(overlay)
    const spot = await middleOfGenerate()
    await page.mouse.move(spot.x, spot.y)
    await page.evaluate(`{ const trick = ${JSON.stringify(spot)}; ${does} }`)
    await isDrawn()
    await page.mouse.click(spot.x, spot.y)
    await isAskedInstead()
    await page.evaluate(undoes)
  })
}

test('a key in a panel that the page has made too small to be read spends nothing', async () => {
  await page.bringToFront()
  await comeNear(overlay)
  await generateButton(overlay).focus()
  await page.evaluate(`document.documentElement.style.zoom = '0.1'`)
  await isDrawn()
  await pause(1_000)
  await page.keyboard.press('Enter')
  await isAskedInstead()
  await page.evaluate(`document.documentElement.style.zoom = ''`)
  await isDrawn()
})

test('a panel that slides under a resting pointer takes no click of it', async () => {
  await page.bringToFront()
  const spot = await middleOfGenerate()
  const host = `document.querySelector('toile-overlay').style`
  await page.evaluate(`${host}.setProperty('translate', '0 300px', 'important')`)
  await page.mouse.move(spot.x, spot.y - 60)
  await page.mouse.move(spot.x, spot.y)
  await pause(1_000)
  await page.evaluate(`${host}.setProperty('translate', 'none', 'important')`)
  await isDrawn()
  await page.mouse.down()
  await page.mouse.up()
  await isAskedInstead()
})

test('a panel that the page takes out and puts back under the pointer takes no click of it', async () => {
  const spot = await middleOfGenerate()
  await page.evaluate(
    `{ const host = document.querySelector('toile-overlay'); host.remove(); document.documentElement.append(host) }`,
  )
  overlay = await overlayIn(page)
  await generateButton(overlay).click({ trial: true })
  await page.mouse.move(spot.x, 5)
  await page.evaluate(
    `{ const host = document.querySelector('toile-overlay'); host.remove(); document.documentElement.append(host) }`,
  )
  await page.mouse.move(spot.x, spot.y)
  overlay = await until(
    'the panel',
    async () => {
      const frame = page.frames().find((one) => one.url().includes('/tabs/overlay.html'))
      return frame !== undefined &&
        (await generateButton(frame)
          .isEnabled()
          .catch(() => false))
        ? frame
        : null
    },
    (found) => found !== null,
  ).then((found) => found ?? overlay)
  await generateButton(overlay).and(overlay.locator(':not([aria-disabled])')).waitFor()
  await isDrawn(overlay)
  await pressUntilTaken()
  await isAskedInstead()
})

test('a real click in the window that asks spends once; one in the panel, left alone, spends at once', async () => {
  await page.bringToFront()
  overlay = await overlayIn(page)
  await page.evaluate(`document.documentElement.style.opacity = '0.02'`)
  await isDrawn()
  await generateButton(overlay).click()
  await until('the question', ownPages, ({ length }) => length === 1)
  const [question] = ownPages()
  await page.evaluate(`document.documentElement.style.opacity = ''`)
  const confirm = question?.getByRole('button', { name: 'Confirm · 1 credit' })
  await confirm?.and(question?.locator(':not([aria-disabled])') ?? confirm).waitFor()
  // The click of a hand that was not there before, as when a window that lay over this one has gone.
  await confirm?.click()
  await pause(500)
  expect(holds()).toEqual([])
  await confirm?.click()
  await overlay.getByRole('heading', { name: '1 of 1 variation' }).waitFor()
  expect(holds()).toMatchObject([{ amount: 1, captured: 1 }])
  expect(ownPages()).toEqual([])

  await page.bringToFront()
  await overlay.getByRole('button', { name: 'Edit prompt', exact: true }).click()
  await comeNear(overlay)
  await generate(overlay)
  expect(holds()).toHaveLength(2)
  expect(ownPages()).toEqual([])
})

test('a finger, which is nowhere before it touches, is asked once more, and told that its first touch does not count', async () => {
  await page.bringToFront()
  await overlay.getByRole('button', { name: 'Edit prompt', exact: true }).click()
  await generateButton(overlay).and(overlay.locator(':not([aria-disabled])')).waitFor()
  await page.mouse.move(5, 5)
  await tap(page, await middleOfGenerate())
  await until('the question', ownPages, ({ length }) => length === 1)
  const [question] = ownPages()
  if (question === undefined) throw new Error('Nobody asks')
  await question.bringToFront()
  const confirm = question.getByRole('button', { name: 'Confirm · 1 credit' }).and(question.locator(':not([aria-disabled])'))
  const box = await confirm.boundingBox()
  if (box === null) throw new Error('No button')
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await tap(question, middle)
  await shown(question, 'Press once more to confirm.').first().waitFor()
  expect(holds()).toHaveLength(2)
  // A second touch of the same moment counts no more than the first.
  await pause(500)
  await tap(question, middle).catch((error: unknown) => console.info('The window went with the finger', error))
  await overlay.getByRole('heading', { name: '1 of 1 variation' }).waitFor()
  expect(holds()).toHaveLength(3)
  expect(ownPages()).toEqual([])
  await page.bringToFront()
})

test('nothing is dragged out of a panel that is covered; out of one in plain sight it is', async () => {
  await overlay.getByRole('heading', { name: '1 of 1 variation' }).waitFor()
  await comeNear(overlay)
  const box = await overlay.locator('[data-tile]').boundingBox()
  if (box === null) throw new Error('There is no tile')
  const drag = () => dragOut(page, { x: box.x + 40, y: box.y + 40 }, { x: 20, y: 20 })
  const [does, undoes] = tricks['behind a cover that lets clicks through'] ?? []
  await page.evaluate(does ?? '')
  await overlay.evaluate(outOfSight)
  expect(await drag()).toBeNull()
  await page.evaluate(undoes ?? '')
  // The panel must have been in sight for a while, however slow the machine. Once a drag has begun the window takes no other
  // click: this is the last that is done here.
  const carried = async () => {
    await comeNear(overlay)
    return [...((await drag())?.keys() ?? [])]
  }
  await until('the tile is dragged out', carried, (kinds) => kinds.includes('downloadurl'))
})

/** In the panel: waits until the browser tells that something lies over it. */
function outOfSight(): Promise<void> {
  return new Promise((resolve) => {
    const seen = ([entry]: (IntersectionObserverEntry & { isVisible?: boolean })[]): void => {
      if (entry?.isVisible !== false) return
      observer.disconnect()
      resolve()
    }
    const options: IntersectionObserverInit & { trackVisibility: boolean; delay: number } = { trackVisibility: true, delay: 100 }
    const observer = new IntersectionObserver(seen, options)
    observer.observe(document.documentElement)
  })
}
