import { afterEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleBalance } from '../../testing/wallet'
import { local, memory } from '../storage'
import { deleteAccount } from './delete-account'
import { beginAnew } from './farewell'
import { keepNews } from './server'
import { currentSession, renewSession } from './session'

const here = 'http://here.example'
const there = 'http://there.example'
const erased = { accountId: 'account-of-mine', images: 3, requests: 1, credits: 20 }

const { say } = vi.hoisted(() => ({ say: vi.fn(async () => null) }))
vi.mock('../page-tool/reach', () => ({ injectTool: vi.fn(), say }))
afterEach(() => vi.unstubAllGlobals())

/** A server that answers every call in the same way, and remembers what was asked. */
function server(status: number, body: unknown): string[] {
  const asked: string[] = []
  const tokens = { [here]: 'mine', [there]: 'other' }
  vi.stubGlobal('chrome', fakeChrome({ local: { settings: { serverUrl: here }, tokens, gallery: { shelves: [] } } }))
  vi.stubGlobal('fetch', async (url: string | URL) => {
    asked.push(new URL(String(url)).pathname)
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
  })
  return asked
}

test('an account that is deleted is forgotten here, and that at another server is not', async () => {
  server(200, [{ result: { data: erased } }])
  expect(await deleteAccount(erased.accountId)).toEqual(erased)
  expect(await local.tokens.get()).toEqual({ [there]: 'other' })
  expect(await local.gallery.get()).toBe(null)
})

/** A server that makes guests, and refuses every other call. */
function guestsOnly(): () => number {
  let guests = 0
  vi.stubGlobal('fetch', async (url: string | URL) => {
    if (!String(url).endsWith('/sign-in/anonymous')) return new Response('{}', { status: 401 })
    guests += 1
    return new Response('{}', { headers: { 'set-auth-token': `guest-${guests}` } })
  })
  return () => guests
}

test('whoever still asks for a session afterwards is nobody, until the designer begins anew', async () => {
  server(200, [{ result: { data: erased } }])
  await deleteAccount(erased.accountId)
  const guests = guestsOnly()
  await expect(currentSession()).rejects.toMatchObject({ code: 'NO_ACCOUNT' })
  await expect(renewSession('mine')).rejects.toMatchObject({ code: 'NO_ACCOUNT' })
  expect(guests()).toBe(0)
  await beginAnew()
  expect(await currentSession()).toEqual({ serverUrl: here, token: 'guest-1' })
})

test('so it is where the answer never came and the account is gone: the token that is refused then is forgotten with all figures', async () => {
  server(200, [])
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  await expect(deleteAccount(erased.accountId)).rejects.toMatchObject({ code: 'OFFLINE' })
  // As long as the token works the account is there.
  expect((await currentSession()).token).toBe('mine')
  await local.toldAlerts.set(['alert-0001'])
  const guests = guestsOnly()
  await expect(renewSession('mine')).rejects.toMatchObject({ code: 'NO_ACCOUNT' })
  expect([guests(), await local.toldAlerts.get(), await local.farewells.get()]).toEqual([0, [], { [here]: 'gone' }])
})

test('where the server says no the account stays, and a token refused later is replaced as ever', async () => {
  const no = { code: 'FORBIDDEN', httpStatus: 403, toile: { code: 'FORBIDDEN', details: {} } }
  server(403, [{ error: { message: 'FORBIDDEN', code: -32003, data: no } }])
  await expect(deleteAccount(erased.accountId)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const guests = guestsOnly()
  expect((await renewSession('mine')).token).toBe('guest-1')
  expect(guests()).toBe(1)
})

test('what stood open over a page is closed with the account: it would tell of images that are no more', async () => {
  server(200, [{ result: { data: erased } }])
  vi.stubGlobal('chrome', { ...chrome, tabs: { get: async (id: number) => ({ id, url: 'https://a.example' }) } })
  await memory.overlayPlaces.set([{ sessionId: 'session-1', tabId: 7, framed: true, hello: true, minimised: false }])
  await deleteAccount(erased.accountId)
  expect(say.mock.calls).toEqual([[7, { type: 'bg-page-overlay-close', sessionId: 'session-1' }]])
  expect(await memory.overlayPlaces.get()).toEqual([])
})

test('who asks once more, from a page that still shows the account, is told that it is deleted, and is no guest by that', async () => {
  server(200, [{ result: { data: erased } }])
  await deleteAccount(erased.accountId)
  const guests = guestsOnly()
  await expect(deleteAccount(erased.accountId)).rejects.toMatchObject({ code: 'NO_ACCOUNT' })
  await expect(currentSession()).rejects.toMatchObject({ code: 'NO_ACCOUNT' })
  expect(guests()).toBe(0)
})

test('a panel that cannot be closed changes nothing about it: the account is deleted, and that is what is told', async () => {
  server(200, [{ result: { data: erased } }])
  const tab = { id: 7, url: chrome.runtime.getURL('tabs/overlay.html') }
  const remove = vi.fn(() => Promise.reject(new Error('No tab with id: 7')))
  vi.stubGlobal('chrome', { ...chrome, tabs: { get: async () => tab, remove } })
  await memory.overlayPlaces.set([{ sessionId: 'session-1', tabId: 7, framed: false, hello: true, minimised: false }])
  expect(await deleteAccount(erased.accountId)).toEqual(erased)
  expect(remove).toHaveBeenCalledTimes(1)
})

test("a balance that was on its way meanwhile is nobody's: the badge does not show it", async () => {
  server(200, [{ result: { data: erased } }])
  await deleteAccount(erased.accountId)
  await keepNews({ serverUrl: here, balance: sampleBalance({ credits: 25 }) })
  expect(await local.balance.get()).toBe(null)
  await beginAnew()
  await keepNews({ serverUrl: here, balance: sampleBalance({ credits: 20 }) })
  expect(await local.balance.get()).toMatchObject({ credits: 20 })
})

test('where the server takes the token no more, nothing is forgotten and nobody signs in', async () => {
  const asked = server(401, [
    { error: { message: 'UNAUTHORIZED', code: -32001, data: { code: 'UNAUTHORIZED', httpStatus: 401, toile: null } } },
  ])
  await expect(deleteAccount(erased.accountId)).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  expect(await local.tokens.get()).toEqual({ [here]: 'mine', [there]: 'other' })
  expect(asked).toEqual(['/trpc/account.delete'])
})
