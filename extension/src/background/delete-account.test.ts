import { afterEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { local } from '../storage'
import { deleteAccount } from './delete-account'

const here = 'http://here.example'
const there = 'http://there.example'
const erased = { accountId: 'account-of-mine', images: 3, requests: 1, credits: 20 }

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

test('where the server takes the token no more, nothing is forgotten and nobody signs in', async () => {
  const asked = server(401, [
    { error: { message: 'UNAUTHORIZED', code: -32001, data: { code: 'UNAUTHORIZED', httpStatus: 401, toile: null } } },
  ])
  await expect(deleteAccount(erased.accountId)).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  expect(await local.tokens.get()).toEqual({ [here]: 'mine', [there]: 'other' })
  expect(asked).toEqual(['/trpc/account.delete'])
})
