import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { local } from '../storage'
import { currentSession, renewSession } from './session'

const serverUrl = 'http://127.0.0.1:8787'
let guests = 0

/** A server that makes a guest of whoever comes. */
async function signInGuest(): Promise<Response> {
  guests += 1
  const token = `token-${guests}`
  await new Promise((resolve) => setTimeout(resolve, 5))
  return new Response('{}', { headers: { 'set-auth-token': token } })
}

beforeEach(() => {
  guests = 0
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
