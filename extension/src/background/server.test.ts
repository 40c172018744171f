import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleBalance } from '../../testing/wallet'
import { local, memory } from '../storage'

const serverUrl = 'http://127.0.0.1:8787'
const balance = sampleBalance({ credits: 21, afterLastGrant: 25 })
const answers: Record<string, unknown> = {
  'wallet.balance': balance,
  'pricing.list': { version: 1, prices: [{ credits: 1 }] },
  'wallet.settings': { reserve: 0, lowPercent: 20, lowCredits: 5, timeZone: 'UTC' },
}
const settings = (timeZone: string) => ({ reserve: 0, lowPercent: 20, lowCredits: 5, timeZone })
let asked: string[] = []
let sent: unknown[] = []

/** A tRPC server that knows balance and prices. */
async function serve(address: string, init?: RequestInit): Promise<Response> {
  if (init?.method === 'POST') sent.push(JSON.parse(String(init.body)))
  const names = new URL(address).pathname.replace('/trpc/', '').split(',')
  asked.push(...names)
  return Response.json(names.map((name) => ({ result: { data: answers[name] } })))
}

async function worker() {
  vi.resetModules()
  return import('./server')
}

beforeEach(() => {
  asked = []
  sent = []
  vi.stubGlobal('chrome', fakeChrome({ local: { tokens: { [serverUrl]: 'token-1' } } }))
  vi.stubGlobal('fetch', vi.fn(serve))
})
afterEach(() => vi.unstubAllGlobals())

test("a page's word that the server is away is not believed: the worker asks, and keeps what it hears", async () => {
  const { keepPagesNews } = await worker()
  await Promise.all([keepPagesNews({ serverUrl, reachable: false }), keepPagesNews({ serverUrl, reachable: false })])
  await vi.waitFor(async () => expect(await local.balance.get()).toEqual(balance))
  expect(await memory.reachable.get()).toBe(true)
  // Two pages that die at once are one reason to ask.
  expect(asked).toEqual(['wallet.balance', 'pricing.list', 'wallet.settings'])
})

test('where the worker hears nothing either, the server is away', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  const { keepPagesNews } = await worker()
  await keepPagesNews({ serverUrl, reachable: false })
  await vi.waitFor(async () => expect(await memory.reachable.get()).toBe(false))
})

test('a server that is away before the first sign-in is told as well', async () => {
  vi.stubGlobal('chrome', fakeChrome())
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  const { refresh } = await worker()
  await refresh()
  await vi.waitFor(async () => expect(await memory.reachable.get()).toBe(false))
})

test('news of another server than that of the settings are dropped', async () => {
  const { keepNews, keepPagesNews } = await worker()
  await keepNews({ serverUrl: 'http://127.0.0.1:9000', balance })
  await keepNews({ serverUrl: 'http://127.0.0.1:9000', reachable: false })
  await keepPagesNews({ serverUrl: 'http://127.0.0.1:9000', reachable: false })
  expect(asked).toEqual([])
  expect(await local.balance.get()).toBeNull()
  expect(await memory.reachable.get()).toBe(true)
})

test('what the old server told at the moment of the change does not outlive it', async () => {
  const { keepNews, forgetServer } = await worker()
  const kept = keepNews({ serverUrl, balance })
  await local.settings.set({ serverUrl: 'http://127.0.0.1:9000' })
  await Promise.all([kept, forgetServer()])
  expect(await local.balance.get()).toBeNull()
})

test('what was open is of the old server: its pictures and images are not at the new one', async () => {
  const { forgetServer } = await worker()
  const { createSession } = await import('./overlay-sessions')
  await createSession({ operation: 'generate', prompt: 'navy stripes', source: null, intentId: null })
  await forgetServer()
  expect(await memory.overlaySessions.get()).toEqual({})
})

test('a new account is told once where its days begin', async () => {
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({
    ...new Intl.DateTimeFormat().resolvedOptions(),
    timeZone: 'America/Sao_Paulo',
  })
  answers['wallet.updateSettings'] = settings('America/Sao_Paulo')
  const { refresh } = await worker()
  await refresh()
  expect(sent).toMatchObject([{ 0: { timeZone: 'America/Sao_Paulo' } }])
  await vi.waitFor(async () => expect(await local.walletSettings.get()).toEqual(settings('America/Sao_Paulo')))
  answers['wallet.settings'] = settings('Europe/Lisbon')
  await refresh()
  expect(sent).toHaveLength(1)
})

test('an answer that was overtaken changes nothing; a balance of a clock that was set back counts', async () => {
  const { keepNews } = await worker()
  const at = (asOf: string, credits: number) => keepNews({ serverUrl, balance: { ...balance, asOf, credits } })
  await at('2026-11-22T12:00:10.000Z', 20)
  await at('2026-11-22T12:00:09.000Z', 24)
  expect(await local.balance.get()).toMatchObject({ credits: 20 })
  await at('2026-11-22T11:00:00.000Z', 19)
  expect(await local.balance.get()).toMatchObject({ credits: 19 })
})
