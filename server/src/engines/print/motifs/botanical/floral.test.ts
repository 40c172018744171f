import { expect, test } from 'vitest'
import { type Brief, motifStyles } from '../../prompt/brief.ts'
import { createRandom } from '../../random.ts'
import { briefOf, shapesOf } from '../made-briefs.ts'
import { floral } from './floral.ts'
import { movedPath, petalPath, ring } from './petals.ts'

const svgOf = (wishes: Partial<Brief>, seed: number) => shapesOf(floral, briefOf('floral', wishes), seed)

test('line work on a named cloth is the cloth and the pen, or washed with thin tints', () => {
  const colours = (seed: number) =>
    new Set(svgOf({ style: 'line', colours: ['#1b2a4e'], ground: '#f5eedd' }, seed).match(/#[0-9a-f]{6}/g))
  expect(colours(0)).toEqual(new Set(['#1b2a4e', '#f5eedd']))
  expect(colours(1).size).toBeGreaterThan(3)
})

test('every motif that is used is drawn, and every one drawn is there to be used', () => {
  for (const style of motifStyles.floral) {
    for (let seed = 0; seed < 6; seed++) {
      const svg = svgOf({ style }, seed)
      const drawn = new Set([...svg.matchAll(/<g id="(\w+)"/g)].map(([, id]) => id))
      for (const [, id] of svg.matchAll(/href="#(\w+)"/g)) expect(drawn, `${style} ${seed}`).toContain(id)
    }
  }
})

test('no floral asks for more than a few hundred shapes, so that each is drawn in time', () => {
  for (const style of motifStyles.floral) {
    for (let seed = 0; seed < 6; seed++) {
      const svg = svgOf({ style, density: 1.35 }, seed)
      expect(svg.match(/<path/g)?.length, `${style} ${seed}`).toBeLessThan(260)
      expect(svg.match(/<use/g)?.length, `${style} ${seed}`).toBeLessThan(620)
    }
  }
})

test('a ring has all its petals in three layers, none of them on its own layer’s neighbour', () => {
  const petal = petalPath('pointed', 50, 20)
  const fills = ring({ shape: 'pointed', count: 7, length: 50, width: 20, fill: '#ff0000' }, createRandom(1, 'ring')).match(
    /d="[^"]*"/g,
  )
  expect(fills?.map((path) => path.split('Z').length - 1)).toEqual([3, 3, 1])
  expect(movedPath(petal, 0, 0, 90)).not.toBe(petal)
})

test('path data is moved as a point would be', () => {
  expect(movedPath('M0 -10C1 2 3 4 0 0Z', 5, 5, 90)).toBe('M15 5C3 6 1 8 5 5Z')
})
