import { expect, test } from 'vitest'
import { largestOf, parseSrcset } from './srcset'

test('the widest candidate is the largest', () => {
  expect(largestOf('a.jpg 320w, c.jpg 1600w, b.jpg 800w')).toBe('c.jpg')
})

test('densities count too, and no descriptor is 1x', () => {
  expect(largestOf('a.jpg, b.jpg 2x, c.jpg 1.5x')).toBe('b.jpg')
  expect(largestOf('only.jpg')).toBe('only.jpg')
})

test('commas inside addresses belong to them', () => {
  const candidates = parseSrcset('https://cdn.example/w_300,h_200/a.jpg 300w, https://cdn.example/w_900,h_600/a.jpg 900w')
  expect(candidates.map(({ address }) => address)).toEqual([
    'https://cdn.example/w_300,h_200/a.jpg',
    'https://cdn.example/w_900,h_600/a.jpg',
  ])
})

test('line breaks and stray commas do no harm', () => {
  expect(parseSrcset('\n  a.jpg 1x ,\n  b.jpg 3x,\n')).toEqual([
    { address: 'a.jpg', size: 1 },
    { address: 'b.jpg', size: 3 },
  ])
})

test('an empty srcset has none', () => {
  expect(largestOf('')).toBeNull()
  expect(largestOf('  ')).toBeNull()
})
