import { expect, test } from 'vitest'
import { shopTabOf } from './open-shop'

test('an address opens the shop with its tab; packs where it names none that there is', () => {
  expect(shopTabOf('')).toBeNull()
  expect(shopTabOf('?tab=plans')).toBeNull()
  expect(shopTabOf('?view=buy')).toBe('packs')
  expect(shopTabOf('?view=buy&tab=metered')).toBe('metered')
  expect(shopTabOf('?view=buy&tab=gold')).toBe('packs')
})
