import { expect, test } from 'vitest'
import type { Brief, Layout } from '../../prompt/brief.ts'
import { createRandom } from '../../random.ts'
import { side } from '../frame.ts'
import { briefOf, shapesOf } from '../made-briefs.ts'
import { botehShape } from './boteh-shape.ts'
import { paisley } from './paisley.ts'
import { placedBotehs } from './placed-botehs.ts'

const svgOf = (wishes: Partial<Brief>, seed: number) => shapesOf(paisley, briefOf('paisley', wishes), seed)

const coloursIn = (svg: string) => new Set(svg.match(/#[0-9a-f]{6}/g))

test('a boteh fills its circle, and its tip curls over to the side', () => {
  const shape = botehShape(52, 145, 12)
  const [belly, tip] = [shape.spine(0), shape.spine(1)]
  expect(tip.onwards).toBeGreaterThan(120)
  expect(tip.x).toBeGreaterThan(belly.x + 20)
  expect(tip.y).toBeLessThan(belly.y - 60)
  for (const { x, y } of shape.rim(0, 8)) expect(Math.hypot(x, y)).toBeLessThan(112)
})

test('places on the rim keep clear of the body where the tip curls back to it', () => {
  const shape = botehShape(52, 160, 12)
  for (const { x, y } of shape.rim(-10, 8)) {
    for (let share = 0; share <= 1; share += 0.05) {
      const on = shape.spine(share)
      expect(Math.hypot(x - on.x, y - on.y)).toBeGreaterThan(on.reach)
    }
  }
})

test.each(['toss', 'half-drop', 'brick', 'block', 'mirror'] satisfies Layout[])(
  'botehs laid in %s do not touch each other',
  (layout) => {
    const shapes = [botehShape(52, 145, 12), botehShape(56, 130, 16)]
    const level = { name: 'hero', shapes, radius: 110, most: 12, gap: 3 }
    const { botehs, discs } = placedBotehs([level], layout, createRandom(4, 'botehs'))
    expect(botehs.length).toBeGreaterThan(3)
    const each = discs.length / botehs.length
    discs.forEach((p, at) => {
      for (const q of discs.slice((Math.floor(at / each) + 1) * each)) {
        const along = (d: number) => Math.min(Math.abs(d) % side, side - (Math.abs(d) % side))
        expect(Math.hypot(along(p.x - q.x), along(p.y - q.y))).toBeGreaterThanOrEqual(p.radius + q.radius + 3 - 1e-9)
      }
    })
  },
)

test('a bandana has two colours', () => {
  for (let seed = 0; seed < 6; seed++) expect(coloursIn(svgOf({ style: 'bandana' }, seed)).size).toBe(2)
  const asked = svgOf({ style: 'bandana', colours: ['#b3202c'], ground: '#f5eedd' }, 1)
  expect(coloursIn(asked)).toEqual(new Set(['#b3202c', '#f5eedd']))
})

test('line work is the cloth and the pen', () => {
  for (let seed = 0; seed < 6; seed++) {
    expect(coloursIn(svgOf({ style: 'line', colours: ['#1b2a4e'], ground: '#f5eedd' }, seed))).toEqual(
      new Set(['#1b2a4e', '#f5eedd']),
    )
  }
})
