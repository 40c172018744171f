import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sampleBalance } from '../testing/wallet'
import type { News } from './connection'
import { type Api, createApi } from './create-api'
import { ApiError } from './failures'

const balance = sampleBalance({ credits: 21, afterLastGrant: 25 })
const prices = { version: 1, prices: [{ credits: 1 }] }
const answers: Record<string, unknown> = { 'wallet.balance': balance, 'pricing.list': prices }

const serverUrl = 'http://127.0.0.1:8787'

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
    current: async () => ({ serverUrl, token: 'token-1' }),
    renew: async () => ({ serverUrl, token: 'token-2' }),
    tell: (news) => told.push(news),
  })

beforeEach(() => {
  goodToken = 'token-1'
  told = []
  requests = []
  vi.stubGlobal('fetch', vi.fn(serve))
})
afterEach(() => vi.unstubAllGlobals())

test('an older server, which knows no reserve and no debt, is understood', async () => {
  const { reserve: _reserve, debt: _debt, metered: _metered, ...older } = balance
  answers['wallet.balance'] = older
  expect(await api().balance()).toEqual(balance)
  answers['wallet.balance'] = balance
})

test('an answer is parsed, and its balance told', async () => {
  expect(await api().balance()).toEqual(balance)
  expect(told).toEqual([{ serverUrl, balance }])
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
  expect(told).toEqual([{ serverUrl, reachable: false }])
})

test('an answer against the contract is never handed on', async () => {
  answers['wallet.lots'] = [{ credits: -1 }]
  await expect(api().lots()).rejects.toMatchObject({ code: 'INTERNAL' })
})

test('a code that only a newer server knows is INTERNAL with its status', async () => {
  const refusal = failure('ASK_YOUR_MANAGER', 402, { manager: 'Ana' })
  vi.stubGlobal('fetch', async () => Response.json([refusal], { status: 402 }))
  await expect(api().balance()).rejects.toMatchObject({ code: 'INTERNAL', status: 402 })
  expect(told).toEqual([{ serverUrl, reachable: true }])
})

test('details that only a newer server has do not hide the code', async () => {
  const refusal = failure('BUSY', 429, { retryAfterMs: 'soon', queue: 3 })
  vi.stubGlobal('fetch', async () => Response.json([refusal], { status: 429 }))
  await expect(api().balance()).rejects.toMatchObject({ code: 'BUSY', details: {} })
})

test('a session that cannot be had is its own failure, and news of no server', async () => {
  const away = createApi({
    current: () => Promise.reject(new ApiError('BUSY')),
    renew: () => Promise.reject(new ApiError('BUSY')),
    tell: (news) => told.push(news),
  })
  await expect(away.balance()).rejects.toMatchObject({ code: 'BUSY' })
  expect(told).toEqual([])
})

/** A server that takes every request in and never answers. */
const silent = (_input: unknown, init?: RequestInit) =>
  new Promise<Response>((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))
  })

test.each([
  ['a call', 15_000, (one: Api) => one.balance()],
  ['an upload', 60_000, (one: Api) => one.upload(new Blob(['x']), { pageUrl: null, pageTitle: null, imageUrl: null })],
])('%s that is not answered in time is OFFLINE', async (_, ms, call) => {
  const asked = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => AbortSignal.abort(new DOMException('', 'TimeoutError')))
  vi.stubGlobal('fetch', (input: unknown, init?: RequestInit) =>
    init?.signal?.aborted ? Promise.reject(init.signal.reason) : silent(input, init),
  )
  await expect(call(api())).rejects.toMatchObject({ code: 'OFFLINE' })
  expect(asked.mock.calls).toEqual([[ms]])
  asked.mockRestore()
})
