import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { local } from '../storage'
import { currentSession, renewSession } from './session'

const serverUrl = 'http://127.0.0.1:8787'
let guests = 0
/** Tokens that were tried again, in their order. */
let tried: string[] = []
/** The tokens that the server's data folder knows. */
let known = new Set<string>()

/** A server that makes a guest of whoever comes, and says whether it knows a token. */
async function signInGuest(address: string, init: RequestInit): Promise<Response> {
  if (address.endsWith('/trpc/account.me')) {
    const token = new Headers(init.headers).get('authorization')?.replace('Bearer ', '') ?? ''
    tried.push(token)
    return new Response('{}', { status: known.has(token) ? 200 : 401 })
  }
  guests += 1
  const token = `token-${guests}`
  await new Promise((resolve) => setTimeout(resolve, 5))
  return new Response('{}', { headers: { 'set-auth-token': token } })
}

beforeEach(() => {
  guests = 0
  tried = []
  known = new Set()
  vi.stubGlobal('chrome', fakeChrome())
  vi.stubGlobal('fetch', vi.fn(signInGuest))
})
afterEach(() => vi.unstubAllGlobals())

test('everybody who asks at the same moment is the same guest', async () => {
  const sessions = await Promise.all([currentSession(), currentSession(), currentSession()])
  expect(sessions.map(({ token }) => token)).toEqual(['token-1', 'token-1', 'token-1'])
  expect(guests).toBe(1)
})

test('a session is kept, and not asked for again', async () => {
  await currentSession()
  await currentSession()
  expect(guests).toBe(1)
  expect(await local.tokens.get()).toEqual({ [serverUrl]: 'token-1' })
})

test('a refused token is replaced once, however many calls it failed', async () => {
  const { token } = await currentSession()
  const renewed = await Promise.all([renewSession(token), renewSession(token)])
  expect(renewed.map((session) => session.token)).toEqual(['token-2', 'token-2'])
  expect((await renewSession(token)).token).toBe('token-2')
  expect(guests).toBe(2)
})

test('a token goes to no other server, and is still there for who comes back', async () => {
  await currentSession()
  await local.settings.set({ serverUrl: 'http://127.0.0.1:9000' })
  expect(await currentSession()).toEqual({ serverUrl: 'http://127.0.0.1:9000', token: 'token-2' })
  await local.settings.set({ serverUrl })
  expect(await currentSession()).toEqual({ serverUrl, token: 'token-1' })
})

test('a server that is away is OFFLINE, one that refuses is told by its code, and nothing is kept', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  await expect(currentSession()).rejects.toMatchObject({ code: 'OFFLINE' })
  vi.stubGlobal('fetch', async () => new Response('', { status: 429 }))
  await expect(currentSession()).rejects.toMatchObject({ code: 'BUSY' })
  vi.stubGlobal('fetch', async () => new Response('{}'))
  await expect(currentSession()).rejects.toMatchObject({ code: 'INTERNAL' })
  expect(await local.tokens.get()).toEqual({})
})

test('who asks just when a sign-in ends is no second guest', async () => {
  const chrome = fakeChrome()
  const { get } = chrome.storage.local
  // Reading takes a while and tells what was there when it began, as a browser does.
  chrome.storage.local.get = async (key: string) => {
    const seen = await get(key)
    await new Promise((resolve) => setTimeout(resolve, 3))
    return seen
  }
  vi.stubGlobal('chrome', chrome)
  const asked: Promise<unknown>[] = []
  for (let at = 0; at < 40; at++) {
    asked.push(currentSession())
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  await Promise.all(asked)
  expect(guests).toBe(1)
})

test('a wallet comes back with its data folder: the token that was refused works again, and no third guest is made', async () => {
  const { token: first } = await currentSession()
  // The server runs on another data folder …
  const { token: second } = await renewSession(first)
  expect(second).toBe('token-2')
  // … and on the old one again.
  known.add(first)
  expect((await renewSession(second)).token).toBe(first)
  expect(guests).toBe(2)
  expect(await local.refusedTokens.get()).toMatchObject([{ serverUrl, token: second }])
  // And back: nothing is lost either way.
  known = new Set([second])
  expect((await renewSession(first)).token).toBe(second)
  expect(guests).toBe(2)
})

test('a token that stays refused is tried once for each server that refuses another, and kept', async () => {
  const { token: first } = await currentSession()
  const { token: second } = await renewSession(first)
  expect(tried).toEqual([])
  const { token: third } = await renewSession(second)
  expect([third, tried]).toEqual(['token-3', [first]])
  await local.tokens.set({})
  await currentSession()
  expect(tried).toEqual([first])
  expect((await local.refusedTokens.get()).map(({ token }) => token)).toEqual([first, second])
})

test('after an hour it is tried once more', async () => {
  const { token: first } = await currentSession()
  await renewSession(first)
  await local.tokens.set({})
  const now = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 61 * 60 * 1000)
  known.add(first)
  expect((await currentSession()).token).toBe(first)
  expect(tried).toEqual([first])
  now.mockRestore()
})

test('a server that cannot say whether it knows a token gets no new guest', async () => {
  const { token } = await currentSession()
  await renewSession(token)
  vi.stubGlobal('fetch', async () => new Response('', { status: 503 }))
  await expect(renewSession('token-2')).rejects.toMatchObject({ code: 'INTERNAL', status: 503 })
  expect((await local.refusedTokens.get()).map((one) => one.token)).toEqual(['token-1', 'token-2'])
})
