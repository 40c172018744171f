import { expect, test } from 'vitest'
import { ToileError } from '../platform/errors.ts'
import { maxPixels } from './guard.ts'
import { printSize } from './print-size.ts'

const image = { width: 1024, height: 768 }

test('of nothing asked, the px are spread at 300 to the inch', () => {
  expect(printSize(image, {})).toMatchObject({ width: 1024, height: 768, dpi: 300 })
})

test('a width alone keeps the px and gives the resolution; a resolution alone gives the width', () => {
  const byWidth = printSize(image, { widthCm: 20 })
  expect([byWidth.width, byWidth.height, byWidth.widthCm, byWidth.heightCm]).toEqual([1024, 768, 20, 15])
  expect(byWidth.dpi).toBeCloseTo(130.048, 3)
  const byDpi = printSize(image, { dpi: 128 })
  expect([byDpi.width, byDpi.widthCm, byDpi.heightCm]).toEqual([1024, 20.32, 15.24])
})

test('both that come to the same px keep them; both that do not give others', () => {
  expect(printSize(image, { widthCm: 20.32, dpi: 128 })).toMatchObject({ width: 1024, height: 768, dpi: 128 })
  expect(printSize(image, { widthCm: 30, dpi: 300 })).toMatchObject({ width: 3543, height: 2657, dpi: 300 })
})

test('the last size that is not too large is of as many px as are ever decoded', () => {
  const square = { width: 1000, height: 1000 }
  const side = Math.floor(Math.sqrt(maxPixels))
  const widthCm = (px: number) => (px / 100) * 2.54
  expect(printSize(square, { widthCm: widthCm(side), dpi: 100 }).width).toBe(side)
  expect(() => printSize(square, { widthCm: widthCm(side + 1), dpi: 100 })).toThrow(
    new ToileError('IMAGE_TOO_LARGE', { maxPixels }),
  )
})
