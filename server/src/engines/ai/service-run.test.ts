import { expect, test } from 'vitest'
import { ToileError } from '../../platform/errors.ts'
import { Draining } from '../engine.ts'
import { isGivenUp, patientFetch } from './service-run.ts'

/** Answers one after another, and counts the calls. */
function answering(...answers: (() => Response | Error)[]) {
  const calls: number[] = []
  const fetch = patientFetch(
    async () => {
      const answer = answers[Math.min(calls.length, answers.length - 1)]?.() ?? new Error('No answer')
      calls.push(calls.length)
      if (answer instanceof Error) throw answer
      return answer
    },
    { retries: 2, longestWaitMs: 1000 },
  )
  return { fetch, calls }
}

const later = (status: number, headers: Record<string, string>) => () => new Response('', { status, headers })
const ok = () => new Response('made')
const order = { method: 'POST' }
const unreachable = () => new TypeError('fetch failed', { cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }) })
const cutOff = () => new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) })

test.each([
  ['retry-after-ms', { 'retry-after-ms': '3' }],
  ['retry-after in seconds', { 'retry-after': '0.003' }],
  [
    'retry-after as a date beside the answer’s own',
    { 'retry-after': 'Sun, 22 Nov 2026 09:00:00 GMT', date: 'Sun, 22 Nov 2026 09:00:00 GMT' },
  ],
])('a busy service is asked again after its %s', async (_name, headers) => {
  const { fetch, calls } = answering(later(429, headers), ok)
  expect(await (await fetch('http://service', order)).text()).toBe('made')
  expect(calls).toHaveLength(2)
})

test('a broken service is asked as often as the settings say, and no more', async () => {
  const { fetch, calls } = answering(later(503, { 'retry-after-ms': '1' }))
  expect((await fetch('http://service', order)).status).toBe(503)
  expect(calls).toHaveLength(3)
})

test('a service that asks to wait longer than an image may take is not waited for', async () => {
  const { fetch, calls } = answering(later(429, { 'retry-after': '3600' }), ok)
  expect((await fetch('http://service', order)).status).toBe(429)
  expect(calls).toHaveLength(1)
})

test.each([400, 401, 403, 404, 422])('an answer of %s is final', async (status) => {
  const { fetch, calls } = answering(later(status, { 'retry-after-ms': '1' }), ok)
  expect((await fetch('http://service', order)).status).toBe(status)
  expect(calls).toHaveLength(1)
})

test('an order that was cut off is not placed again, since it may have arrived; one that cannot have is', async () => {
  const lost = answering(cutOff, ok)
  await expect(lost.fetch('http://service', order)).rejects.toThrow('fetch failed')
  expect(lost.calls).toHaveLength(1)
  const again = answering(unreachable, ok)
  expect((await again.fetch('http://service', order)).status).toBe(200)
})

test.each([504, 524])(
  'an order answered %s is not placed again, since the service may be at work on it; a question is',
  async (status) => {
    const ordered = answering(later(status, { 'retry-after-ms': '1' }), ok)
    expect((await ordered.fetch('http://service', order)).status).toBe(status)
    expect(ordered.calls).toHaveLength(1)
    const asked = answering(later(status, { 'retry-after-ms': '1' }), ok)
    expect((await asked.fetch('http://service')).status).toBe(200)
  },
)

test('waiting ends when the caller does', async () => {
  const { fetch, calls } = answering(later(429, { 'retry-after-ms': '900' }), ok)
  const stop = new AbortController()
  const asked = fetch('http://service', { ...order, signal: stop.signal })
  setTimeout(() => stop.abort(new ToileError('CANCELLED')), 5)
  await expect(asked).rejects.toThrow()
  expect(calls).toHaveLength(1)
})

test('an image is given up when the designer stops it or its time is over, and not when the server ends', () => {
  expect(isGivenUp(AbortSignal.abort(new ToileError('CANCELLED')))).toBe(true)
  expect(isGivenUp(AbortSignal.abort(new DOMException('', 'TimeoutError')))).toBe(true)
  expect(isGivenUp(AbortSignal.abort(new Draining()))).toBe(false)
  expect(isGivenUp(new AbortController().signal)).toBe(false)
})
