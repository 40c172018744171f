// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import type { Pack } from 'shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { ApiError } from '../failures'
import { useCheckout } from './use-checkout'

const server = vi.hoisted(() => ({ checkout: vi.fn() }))
vi.mock('../shop-api', () => ({ shopApi: server }))

const pack: Pack = { id: 'pack-100', credits: 100, price: { amount: 900, currency: 'EUR' }, validMonths: 12 }
let buy: (pack: Pack) => Promise<void> = async () => {}
function Shop() {
  buy = useCheckout().buy
  return null
}
const intents = () => server.checkout.mock.calls.map(([{ intentId }]) => intentId)

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('chrome', { tabs: { create: vi.fn() } })
  server.checkout.mockReset().mockResolvedValue({ id: 'checkout-1', url: 'http://127.0.0.1:8787/checkout/checkout-1' })
  await act(async () => createRoot(document.createElement('div')).render(<Shop />))
})

test('a pack can be bought again: that is another checkout', async () => {
  await act(async () => buy(pack))
  await act(async () => buy(pack))
  expect(new Set(intents()).size).toBe(2)
})

test('after a lost answer the same checkout opens', async () => {
  server.checkout.mockRejectedValueOnce(new ApiError('OFFLINE'))
  await act(async () => buy(pack))
  await act(async () => buy(pack))
  expect(intents()).toHaveLength(2)
  expect(new Set(intents()).size).toBe(1)
})

test('pressed twice at once it is one checkout', async () => {
  await act(async () => {
    await Promise.all([buy(pack), buy(pack)])
  })
  expect(intents()).toHaveLength(1)
})
