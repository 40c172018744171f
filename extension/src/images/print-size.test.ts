import { expect, test } from 'vitest'
import { dpiOver, widthInCm } from './print-size'

test('px, cm and dpi agree with each other', () => {
  expect(widthInCm(3000, 300)).toBeCloseTo(25.4)
  expect(dpiOver(3000, widthInCm(3000, 150))).toBeCloseTo(150)
})
