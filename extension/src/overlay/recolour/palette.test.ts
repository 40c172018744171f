import { expect, test } from 'vitest'
import { colourName } from './colour-names'
import { ownPalette, readyPalettes, withMoved } from './palette'

test('a palette to begin with has from two to eight colours, whatever the picture has', () => {
  expect(ownPalette([])).toHaveLength(2)
  expect(ownPalette(['#20242f'])).toEqual(['#20242f', '#f4efe3'])
  expect(ownPalette(Array.from({ length: 12 }, (_, at) => `#0000${(at + 10).toString()}`))).toHaveLength(8)
  for (const { colours } of readyPalettes) expect(ownPalette(colours)).toEqual(colours)
})

test('a colour goes a step earlier or later, and not beyond the ends', () => {
  expect(withMoved(['#a', '#b', '#c'], 1, -1)).toEqual(['#b', '#a', '#c'])
  expect(withMoved(['#a', '#b', '#c'], 1, 1)).toEqual(['#a', '#c', '#b'])
  expect(withMoved(['#a', '#b'], 1, 1)).toEqual(['#a', '#b'])
})

test('a colour is called by its nearest name, or by its value where none is near', () => {
  const named = [
    { word: 'navy', hex: '#1c2a55' },
    { word: 'cream', hex: '#f3e9d2' },
  ]
  expect(colourName('#1d2c58', named)).toBe('navy')
  expect(colourName('#00ff00', named)).toBe('#00ff00')
})
