import { expect, test } from 'vitest'
import { inColours } from './map-colours'
import { difference, hexToLab, labToRgb, rgbToLab } from './oklab'

const rgba = (...hexes: string[]) =>
  new Uint8ClampedArray(
    hexes.flatMap((hex) => {
      const value = Number.parseInt(hex.slice(1), 16)
      return [value >> 16, (value >> 8) & 255, value & 255, 255]
    }),
  )
const labs = (pixels: Uint8ClampedArray) =>
  Array.from({ length: pixels.length / 4 }, (_, at) =>
    rgbToLab(pixels[at * 4] ?? 0, pixels[at * 4 + 1] ?? 0, pixels[at * 4 + 2] ?? 0),
  )

test('main colours become the wanted ones: dark for dark, light for light', () => {
  const made = labs(inColours(rgba('#101840', '#f0e8d0'), ['#f0e8d0', '#101840'], ['#203c20', '#ffd0d8']))
  const apart = ['#203c20', '#ffd0d8'].map((hex, at) => difference(made[at] ?? [0, 0, 0], hexToLab(hex)))
  expect(Math.max(...apart)).toBeLessThan(0.05)
})

test('a colour that none was wanted for follows its nearest large one, and keeps a part of its lightness', () => {
  const main = ['#f0e8d0', '#101840', '#b02020']
  const [red] = labs(inColours(rgba('#b02020'), main, ['#0c3c20', '#d0f0d8']))
  const green = hexToLab('#0c3c20')
  expect(red?.[1]).toBeCloseTo(green[1], 1)
  expect(red?.[0]).toBeGreaterThan(green[0])
})

test('a shade between two colours stays between them', () => {
  const made = labs(inColours(rgba('#000000', '#777777', '#ffffff'), ['#000000', '#ffffff'], ['#400000', '#ffe0e0']))
  const lightness = made.map(([l]) => l)
  expect(lightness).toEqual(lightness.toSorted((p, q) => p - q))
  expect(new Set(lightness).size).toBe(3)
})

test('a picture in its own colours stays as it is, what is see-through as well', () => {
  const pixels = rgba('#336699', '#ffffff')
  pixels[3] = 0
  const same = inColours(pixels, ['#336699', '#ffffff'], ['#336699', '#ffffff'])
  expect(same[3]).toBe(0)
  expect(Math.max(...[...same].map((byte, at) => Math.abs(byte - (pixels[at] ?? 0))))).toBeLessThanOrEqual(2)
})

test('OKLab there and back is the same colour', () => {
  expect(labToRgb(rgbToLab(28, 42, 85))).toEqual([28, 42, 85])
})
