import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { News } from './connection'
import { createApi } from './create-api'

const balance = { credits: 21, held: 0, afterLastGrant: 25, next: null, asOf: '2026-11-22T10:00:00.000Z' }
const prices = { version: 1, prices: [{ credits: 1 }] }
const answers: Record<string, unknown> = { 'wallet.balance': balance, 'pricing.list': prices }

let goodToken = 'token-1'
let told: News[] = []
let requests: Request[] = []

/** A tRPC server as the wire shows it: batches in, results or errors out. */
async function serve(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init)
  requests.push(request)
  const names = new URL(request.url).pathname.replace('/trpc/', '').split(',')
  const refused = request.headers.get('authorization') !== `Bearer ${goodToken}`
  const results = names.map((name) => {
    if (refused) return failure('UNAUTHORIZED', 401)
    return name in answers ? { result: { data: answers[name] } } : failure('BUSY', 429, { retryAfterMs: 2000 })
  })
  return Response.json(results, { status: refused ? 401 : 200 })
}
const failure = (code: string, httpStatus: number, details = {}) => ({
  error: { message: code, code: -32000, data: { code, httpStatus, toile: { code, details } } },
})

const api = () =>
  createApi({
    current: async () => ({ serverUrl: 'http://127.0.0.1:8787', token: 'token-1' }),
    renew: async () => ({ serverUrl: 'http://127.0.0.1:8787', token: 'token-2' }),
    tell: (news) => told.push(news),
  })

beforeEach(() => {
  goodToken = 'token-1'
  told = []
  requests = []
  vi.stubGlobal('fetch', vi.fn(serve))
})
afterEach(() => vi.unstubAllGlobals())

test('an answer is parsed, and its balance told', async () => {
  expect(await api().balance()).toEqual(balance)
  expect(told).toEqual([{ reachable: true }, { balance }])
})

test('calls of the same moment travel together', async () => {
  const one = api()
  await Promise.all([one.balance(), one.prices()])
  expect(requests).toHaveLength(1)
})

test('a refused token is renewed and the call made again, once', async () => {
  goodToken = 'token-2'
  expect(await api().balance()).toEqual(balance)
  goodToken = 'token-3'
  await expect(api().balance()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  expect(requests).toHaveLength(4)
})

test('a refusal carries its code and details', async () => {
  await expect(api().drafts()).rejects.toMatchObject({ name: 'ApiError', code: 'BUSY', details: { retryAfterMs: 2000 } })
})

test('a server that does not answer is OFFLINE, and that is told', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  await expect(api().balance()).rejects.toMatchObject({ code: 'OFFLINE' })
  expect(told).toEqual([{ reachable: false }])
})

test('an answer against the contract is never handed on', async () => {
  answers['wallet.lots'] = [{ credits: -1 }]
  await expect(api().lots()).rejects.toMatchObject({ code: 'INTERNAL' })
})
