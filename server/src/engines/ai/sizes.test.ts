import { expect, test } from 'vitest'
import { sizeFor } from './sizes.ts'

const square = { width: 1024, height: 1024 }
const wide = { width: 1536, height: 1024 }
const tall = { width: 1024, height: 1536 }
const small = { width: 512, height: 512 }
const sizes = [small, square, wide, tall]

test('a print is square, and as large as its price allows', () => {
  expect(sizeFor(sizes, 1024, null)).toEqual(square)
})

test('a picture of a shape is asked for in the shape nearest to its source', () => {
  expect(sizeFor(sizes, 2048, { width: 300, height: 200 })).toEqual(wide)
  expect(sizeFor(sizes, 2048, { width: 200, height: 300 })).toEqual(tall)
})

test('what only comes larger is asked for at the smallest that is large enough', () => {
  expect(
    sizeFor(
      [
        { width: 4096, height: 4096 },
        { width: 2048, height: 2048 },
      ],
      1024,
      null,
    ),
  ).toEqual({ width: 2048, height: 2048 })
})

test('a size that is not made is refused, and never sold as a smaller one', () => {
  expect(() => sizeFor([small, square], 2048, null)).toThrow(
    expect.objectContaining({ code: 'IMAGE_TOO_LARGE', details: { maxPixels: 1024 * 1024 } }),
  )
})
