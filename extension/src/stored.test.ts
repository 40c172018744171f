import { expect, test, vi } from 'vitest'
import * as z from 'zod'
import { fakeChrome } from '../testing/chrome'
import { local, memory, readOverlaySession } from './storage'
import { parseStored, stored } from './stored'

test('a value of another version, or a corrupt one, reads as the default', async () => {
  vi.stubGlobal('chrome', fakeChrome({ local: { settings: { server: 'http://old' }, balance: 'x', running: [{ id: 7 }] } }))
  expect(await local.settings.get()).toEqual({ serverUrl: 'http://127.0.0.1:8787' })
  expect(await local.balance.get()).toBeNull()
  expect(await local.running.get()).toEqual([])
})

test('an address that is no server is not kept as one', () => {
  const schema = z.strictObject({ serverUrl: z.url({ protocol: /^https?$/ }) })
  expect(parseStored(schema, { serverUrl: 'javascript:alert(1)' }, { serverUrl: 'http://a' })).toEqual({ serverUrl: 'http://a' })
})

test('one bad entry takes no other with it', async () => {
  const place = { edge: 'left', along: 0.5, collapsed: false, hidden: true }
  const running = { id: 'generation-1', count: 4, delivered: 1, here: true }
  vi.stubGlobal(
    'chrome',
    fakeChrome({
      local: {
        tokens: { 'http://a': 'token-a', 'http://b': 7 },
        pillPlaces: { 'a.example': place, 'b.example': { edge: 'up' } },
        running: [running, { id: 7 }],
      },
      session: { overlaySessions: { 'session-1': { id: 'session-1' } } },
    }),
  )
  expect(await local.tokens.get()).toEqual({ 'http://a': 'token-a' })
  expect(await local.pillPlaces.get()).toEqual({ 'a.example': place })
  // Of a version that did not know when it was last understood.
  expect(await local.running.get()).toEqual([{ ...running, unreadSince: null, ended: false }])
  expect(await memory.overlaySessions.get()).toEqual({})
})

test('an overlay session that is gone reads as null', async () => {
  vi.stubGlobal('chrome', fakeChrome())
  expect(await readOverlaySession('gone-gone')).toBeNull()
})

test('changes made at the same time all count', async () => {
  vi.stubGlobal('chrome', fakeChrome())
  const counter = stored('local', 'counter', () => z.int(), 0)
  await Promise.all(Array.from({ length: 20 }, () => counter.update((n) => n + 1)))
  expect(await counter.get()).toBe(20)
})

test('what is set while a change is under way is the last word', async () => {
  vi.stubGlobal('chrome', fakeChrome())
  const counter = stored('local', 'counter', () => z.int(), 7)
  await Promise.all([counter.update((n) => n + 1), counter.set(0)])
  expect(await counter.get()).toBe(0)
})

test('a change that fails is told to its caller and stops no other', async () => {
  vi.stubGlobal('chrome', fakeChrome())
  const counter = stored('local', 'counter', () => z.int(), 0)
  const failed = counter.update(() => {
    throw new Error('no')
  })
  const next = counter.update((n) => n + 1)
  await expect(failed).rejects.toThrow('no')
  expect(await next).toBe(1)
})

test('a watcher hears parsed values until its signal aborts', async () => {
  vi.stubGlobal('chrome', fakeChrome())
  const counter = stored('local', 'counter', () => z.int(), 0)
  const heard: number[] = []
  const controller = new AbortController()
  counter.watch((n) => heard.push(n), controller.signal)
  await counter.set(3)
  await chrome.storage.local.set({ counter: 'broken' })
  controller.abort()
  await counter.set(4)
  expect(heard).toEqual([3, 0])
})

test('what was read ahead is known without waiting, and follows every change', async () => {
  vi.stubGlobal('chrome', fakeChrome({ local: { counter: 3 } }))
  const counter = stored('local', 'counter', () => z.int(), 0)
  expect(counter.known()).toBeUndefined()
  counter.readAhead()
  expect(await counter.soon()).toBe(3)
  expect(counter.known()).toBe(3)
  await counter.set(4)
  expect(counter.known()).toBe(4)
  expect(await counter.soon()).toBe(4)
})

test('a change while it is read ahead is newer than what was read', async () => {
  const browser = fakeChrome({ local: { counter: 3 } })
  vi.stubGlobal('chrome', browser)
  const counter = stored('local', 'counter', () => z.int(), 0)
  const { get } = browser.storage.local
  browser.storage.local.get = async (key) => {
    const read = await get(key)
    await counter.set(4)
    return read
  }
  counter.readAhead()
  expect(await counter.soon()).toBe(4)
})

test('storage as versions before and after this one leave it: who one is and where the server is stay', async () => {
  const serverUrl = 'https://toile.studio.example'
  const refused = { serverUrl, token: 'token-old', refusedAt: 1, tryAgainAt: 2 }
  vi.stubGlobal(
    'chrome',
    fakeChrome({
      local: {
        settings: { serverUrl, theme: 'dark' },
        tokens: { [serverUrl]: 'token-1' },
        refusedTokens: [{ ...refused, why: 'UNAUTHORIZED' }, 'token-0'],
        notify: { finished: false },
        balance: { credits: 3 },
        prices: [{ operation: 'generate', credits: 1 }],
        running: [{ id: 'generation-1', count: 4, delivered: 1 }],
        toldAlerts: { 'alert-0001': true },
        lookedOn: 20261122,
      },
    }),
  )
  expect(await local.settings.get()).toEqual({ serverUrl })
  expect(await local.tokens.get()).toEqual({ [serverUrl]: 'token-1' })
  expect(await local.refusedTokens.get()).toEqual([refused])
  expect(await local.notify.get()).toEqual({ finished: false, low: true, expiring: true, renewal: true })
  const askedAnew = [local.balance, local.prices, local.running, local.toldAlerts, local.lookedOn]
  expect(await Promise.all(askedAnew.map((one) => one.get()))).toEqual([null, null, [], [], ''])
})

test('where the browser has no room left, that is what is told', async () => {
  const browser = fakeChrome()
  vi.stubGlobal('chrome', browser)
  const counter = stored('session', 'counter', () => z.int(), 0)
  for (const message of [
    'Session storage quota bytes exceeded. Values were not stored.',
    'Resource::kQuotaBytes quota exceeded',
    'QuotaExceededError: storage.local API call exceeded its quota limitations.',
  ]) {
    vi.spyOn(browser.storage.session, 'set').mockRejectedValueOnce(new Error(message))
    await expect(counter.set(1)).rejects.toMatchObject({ code: 'STORAGE_FULL' })
  }
  vi.spyOn(browser.storage.session, 'set').mockRejectedValueOnce(new Error('The browser is shutting down.'))
  await expect(counter.set(1)).rejects.toThrow('shutting down')
})
