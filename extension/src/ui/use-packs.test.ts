import type { Pack } from 'shared'
import { expect, test } from 'vitest'
import { packFor } from './use-packs'

const pack = (credits: number): Pack => ({
  id: `pack-${credits}`,
  credits,
  price: { amount: 900, currency: 'EUR' },
  validMonths: 12,
})
const packs = [pack(300), pack(100), pack(600)]

test('the smallest pack that covers what is missing is offered first, else the largest', () => {
  expect(packFor(packs, 7)?.credits).toBe(100)
  expect(packFor(packs, 101)?.credits).toBe(300)
  expect(packFor(packs, 5000)?.credits).toBe(600)
  expect(packFor([], 1)).toBeNull()
})
