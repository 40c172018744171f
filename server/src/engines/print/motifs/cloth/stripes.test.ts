import { expect, test } from 'vitest'
import { colourwayFor } from '../../colour/colourway.ts'
import { hexToLab } from '../../colour/oklab.ts'
import { type Brief, motifStyles } from '../../prompt/brief.ts'
import { createRandom } from '../../random.ts'
import type { Band } from './stripe-bands.ts'
import { type StripeManner, sequenceFor } from './stripe-sequences.ts'
import { stripes } from './stripes.ts'

const navyOnCream: Brief = {
  motif: 'stripes',
  flowers: [],
  style: null,
  direction: null,
  colours: ['#1b2a4e'],
  ground: '#f5eedd',
  scale: null,
  density: null,
  layout: null,
  mood: null,
}

function bandsOf(manner: StripeManner, seed: number, brief = navyOnCream): Band[] {
  return sequenceFor(manner, colourwayFor(brief, createRandom(seed, 'colours')), brief, createRandom(seed, 'stripes')).bands
}

test('every manner is in the colours that were asked for', () => {
  for (const manner of motifStyles.stripes.filter((one) => one !== 'multi')) {
    for (let seed = 0; seed < 6; seed++) {
      const colours = bandsOf(manner, seed).map(([hex]) => hex)
      expect(colours, `${manner} ${seed}`).toEqual(expect.arrayContaining(['#1b2a4e', '#f5eedd']))
    }
  }
})

test('a breton is the sailors’ jersey: one part of stripe to two of cloth, level', () => {
  const [cloth, stripe] = bandsOf('breton', 0)
  expect([cloth, stripe]).toEqual([
    ['#f5eedd', 2],
    ['#1b2a4e', 1],
  ])
  const brief: Brief = { ...navyOnCream, style: 'breton' }
  const frame = { repeats: 1, phase: { x: 0, y: 0 } }
  const drawing = stripes(brief, colourwayFor(brief, createRandom(1, 'colours')), createRandom(1, 'stripes'), frame)
  expect(drawing.kind === 'vector' && drawing.svg).toMatch(/<path d="M0 -?\d+V-?\d+H1024V-?\d+Z" fill="#1b2a4e"\/>/)
})

test('an ombre goes over in steps too small to be seen one by one', () => {
  const lightness = bandsOf('ombre', 0).map(([hex]) => hexToLab(hex).l)
  const steps = lightness.map((l, at) => Math.abs(l - (lightness.at(at - 1) ?? l)))
  expect(Math.max(...steps)).toBeLessThan(0.03)
})

test('a barcode repeats no bar in a regular measure', () => {
  const widths = bandsOf('barcode', 3).map(([, share]) => share)
  for (let period = 2; period < widths.length / 2; period += 2) {
    expect(widths.every((width, at) => width === widths[(at + period) % widths.length])).toBe(false)
  }
})
