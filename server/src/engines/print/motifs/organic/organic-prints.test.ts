import { beforeAll, describe, expect, test } from 'vitest'
import { colourwayFor } from '../../colour/colourway.ts'
import { difference, hexToLab, rgbToLab } from '../../colour/oklab.ts'
import { type Brief, motifStyles } from '../../prompt/brief.ts'
import { readPrompt } from '../../prompt/read-prompt.ts'
import { createRandom } from '../../random.ts'
import { type Raster, rolled } from '../../raster.ts'
import type { Drawing } from '../drawing.ts'
import { rendered } from '../render.ts'
import { organicPrints } from './organic-prints.ts'

type Organic = keyof typeof organicPrints

/** A wish for nothing in particular. */
const open = readPrompt('')
const whole = { repeats: 1, phase: { x: 0, y: 0 } }
const cases = (Object.keys(organicPrints) as Organic[]).flatMap((motif) => motifStyles[motif].map((style) => ({ motif, style })))

function drawingOf(brief: Brief & { motif: Organic }, seed: number): Drawing {
  const colours = colourwayFor(brief, createRandom(seed, 'colours'))
  return organicPrints[brief.motif](brief, colours, createRandom(seed, brief.motif), whole)
}

const drawn = (brief: Brief & { motif: Organic }, seed: number, size: number) => rendered(drawingOf(brief, seed), size, whole)

const painted: readonly string[] = ['vein', 'strokes', 'gestural', ...motifStyles['tie-dye'], ...motifStyles.ikat]

describe.each(cases)('$motif, $style', ({ motif, style }) => {
  const colours = ['#d0453c', '#f6ead0', '#2f6db5', '#1c3a2e']
  let drawing: Drawing
  beforeAll(() => {
    drawing = drawingOf({ ...open, motif, style, colours }, 4)
  })

  test('shows every one of four colours asked of it, flat', () => {
    const picture = rendered(drawing, 256, whole)
    for (const hex of colours) expect(shareNear(picture, hex), hex).toBeGreaterThan(0.01)
  })

  test('is the same picture at twice the size, finer', () => {
    const picture = rendered(drawing, 256, whole)
    const finer = halved(rendered(drawing, 512, whole))
    expect(meanDifference(picture, finer)).toBeLessThan(0.35 * meanDifference(picture, rolled(finer, 90, 70)))
  })

  test(`is made of ${painted.includes(style) ? 'px' : 'shapes'}`, () => {
    expect(drawing.kind).toBe(painted.includes(style) ? 'painted' : 'vector')
  })
})

describe('what was left open', () => {
  test.each([
    { motif: 'leopard', style: 'leopard', hue: 'warm' },
    { motif: 'camouflage', style: 'woodland', hue: 'quiet' },
    { motif: 'zebra', style: 'bold', hue: 'grey' },
  ] as const)('is worn as in nature: $motif', ({ motif, style, hue }) => {
    const most = { warm: 0.16, quiet: 0.13, grey: 0.04 }[hue]
    for (const seed of [0, 1, 2]) {
      const { data } = drawn({ ...open, motif, style }, seed, 64)
      for (let at = 0; at < data.length; at += 3) {
        const { a, b } = rgbToLab(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)
        expect(Math.hypot(a, b)).toBeLessThan(most)
      }
    }
  })

  test('but not where a mood or a ground was named', () => {
    const pink = drawn({ ...open, motif: 'leopard', ground: '#eb9cb1' }, 1, 128)
    expect(shareNear(pink, '#eb9cb1')).toBeGreaterThan(0.15)
  })
})

test("a leopard's hearts lie under its rings, and a cheetah has none", () => {
  const colours = ['#ffffff', '#101010']
  const inks = (style: 'leopard' | 'cheetah') => {
    const drawing = drawingOf({ ...open, motif: 'leopard', style, colours }, 1)
    return drawing.kind === 'vector' ? [...drawing.svg.matchAll(/<path[^>]*fill="(#\w+)"/g)].map(([, hex]) => hex) : []
  }
  expect(inks('leopard')).toEqual([expect.not.stringMatching('#101010'), '#101010'])
  expect(inks('cheetah')).toEqual(['#101010'])
})

function shareNear({ data }: Raster, hex: string): number {
  const wanted = hexToLab(hex)
  let near = 0
  for (let at = 0; at < data.length; at += 3) {
    if (difference(rgbToLab(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0), wanted) < 0.05) near++
  }
  return near / (data.length / 3)
}

function halved({ data, width, height }: Raster): Raster {
  const half: Raster = { data: new Uint8Array(data.length / 4), width: width / 2, height: height / 2 }
  for (let y = 0; y < half.height; y++) {
    for (let x = 0; x < half.width; x++) {
      for (let c = 0; c < 3; c++) {
        const at = (2 * y * width + 2 * x) * 3 + c
        const sum = (data[at] ?? 0) + (data[at + 3] ?? 0) + (data[at + width * 3] ?? 0) + (data[at + width * 3 + 3] ?? 0)
        half.data[(y * half.width + x) * 3 + c] = sum / 4
      }
    }
  }
  return half
}

function meanDifference(p: Raster, q: Raster): number {
  let sum = 0
  for (let at = 0; at < p.data.length; at++) sum += Math.abs((p.data[at] ?? 0) - (q.data[at] ?? 0))
  return sum / p.data.length
}
