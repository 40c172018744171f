// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { ApiError } from '../failures'
import { PromoCode } from './promo-code'

const server = vi.hoisted(() => ({ redeem: vi.fn() }))
vi.mock('../shop-api', () => ({ shopApi: server }))
vi.mock('../api', () => ({
  api: { drafts: async () => [], generations: async () => ({ generations: [] }), prices: async () => null },
}))

const brought = { code: 'SPRING26', credits: 20, expiresAt: '2026-12-23T10:00:00.000Z' }
let place: HTMLElement

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('chrome', fakeChrome())
  server.redeem.mockReset().mockResolvedValue(brought)
  place = document.createElement('div')
  document.body.replaceChildren(place)
  await act(async () => createRoot(place).render(<PromoCode lead="Paid once." balance={null} onLeave={() => {}} />))
})

const open = () => act(async () => place.querySelector('button')?.click())
const field = () => place.querySelector('input')

/** Types a code and presses Enter. */
async function redeem(code: string): Promise<void> {
  const input = field()
  if (input === null) throw new Error('there is no field')
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, code)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await act(async () => place.querySelector('form')?.requestSubmit())
}

test('the field opens by its link, and one can type at once', async () => {
  expect(field()).toBeNull()
  await open()
  expect(document.activeElement).toBe(field())
  expect(place.querySelector('.link')).toBeNull()
})

test('a code brings its credits, which are told with their end, and the field is free for another', async () => {
  await open()
  await redeem('  spring 26 ')
  expect(server.redeem).toHaveBeenCalledExactlyOnceWith({ intentId: expect.any(String), code: 'spring 26' })
  expect(place.textContent).toContain('20 credits added.')
  expect(place.textContent).toContain('Promo code SPRING26, expires December 23.')
  expect(field()?.value).toBe('')
})

test('nothing typed asks for nothing', async () => {
  await open()
  await redeem('   ')
  expect(server.redeem).not.toHaveBeenCalled()
})

test('a code that does not exist stays there to be mended, and no earlier one’s credits beside it', async () => {
  await open()
  await redeem('SPRING26')
  server.redeem.mockRejectedValueOnce(new ApiError('PROMO_UNKNOWN'))
  await redeem('SPRING62')
  expect(place.textContent).not.toContain('credits added')
  expect(place.querySelector('.note-warn')).not.toBeNull()
  expect(field()?.value).toBe('SPRING62')
})

test('who tried too many codes is told so, and when to try again', async () => {
  await open()
  server.redeem.mockRejectedValueOnce(new ApiError('BUSY', { retryAfterMs: 3_600_000 }))
  await redeem('GUESS')
  expect(place.textContent).toContain('Too many codes that do not exist were tried.')
  expect(place.textContent).toContain('60 minutes')
})

test('a code whose answer was lost, sent again, is the same wish', async () => {
  await open()
  server.redeem.mockRejectedValueOnce(new ApiError('OFFLINE'))
  await redeem('SPRING26')
  await redeem('SPRING26')
  const intents = server.redeem.mock.calls.map(([{ intentId }]) => intentId)
  expect(intents).toHaveLength(2)
  expect(new Set(intents).size).toBe(1)
})
