import { describe, expect, test } from 'vitest'
import { colourwayFor } from '../colour/colourway.ts'
import { difference, hexToLab, rgbToLab } from '../colour/oklab.ts'
import type { Brief } from '../prompt/brief.ts'
import { readPrompt } from '../prompt/read-prompt.ts'
import { createRandom } from '../random.ts'
import type { Raster } from '../raster.ts'
import { drawPrint } from './print.ts'
import { rasterised } from './render.ts'

const size = 512
const seeds = Array.from({ length: 8 }, (_, at) => at * 7 + 1)

function briefOf(prompt: string): Brief {
  const reading = readPrompt(prompt)
  const motif = reading.motifs[0]?.motif
  if (!motif) throw new Error(`No motif in "${prompt}"`)
  return { ...reading, motif }
}

describe('colours', () => {
  test.each([
    ['red gingham', '#c5242e'],
    ['mustard stripes', '#d6a021'],
    ['white polka dots on teal', '#0f7c7d'],
    ['terracotta terrazzo on #f1e9da', '#f1e9da'],
    ['large coral floral on navy', '#1b2a4e'],
    ['green tartan', '#2e7d4f'],
    ['#8844aa stripes', '#8844aa'],
  ])('%s shows its colour as asked', (prompt, hex) => {
    for (const seed of [1, 2, 3]) expect(shareNear(drawPrint(briefOf(prompt), seed, size).raster, hex)).toBeGreaterThan(0.02)
  })

  test('two colours asked of a tartan are both in it, whatever its sett', () => {
    for (let seed = 0; seed < 14; seed++) {
      const { raster } = drawPrint(briefOf('black and camel tartan'), seed, size)
      for (const hex of ['#151515', '#c19a6b']) expect(shareNear(raster, hex), `${hex}, seed ${seed}`).toBeGreaterThan(0.03)
    }
  })

  test('a motif reads on its ground: the two largest colours are well apart', () => {
    for (const seed of seeds) {
      const { raster } = drawPrint(briefOf('pink and mustard floral on navy'), seed, size)
      expect(shareNear(raster, '#1b2a4e')).toBeGreaterThan(0.15)
      expect(shareNear(raster, '#eb9cb1') + shareNear(raster, '#d6a021')).toBeGreaterThan(0.02)
    }
  })
})

test.each(['paisley', 'leopard print', 'terrazzo', 'large floral', 'seigaiha', 'ring dots'])(
  'the svg is the picture, cut in the same place: %s',
  (prompt) => {
    for (const seed of seeds) {
      const { raster, svg = '' } = drawPrint(briefOf(prompt), seed, 256)
      const again = rasterised(svg, 256)
      const strays = again.data.filter((value, at) => Math.abs(value - (raster.data[at] ?? 0)) > 24).length
      expect(strays / again.data.length, `seed ${seed}`).toBeLessThan(0.003)
    }
  },
)

describe('colours that were added to those asked for', () => {
  test.each([
    'large peonies in blush pink and sage',
    'pink floral',
    'small coral flowers on navy',
    'burgundy, rose and olive floral on cream',
    'navy and mustard floral',
    'blush and teal terrazzo',
  ])('support them and do not outweigh them: %s', (prompt) => {
    const brief = briefOf(prompt)
    for (const seed of [1, 3, 4]) {
      const { ground, leaf } = colourwayFor(brief, createRandom(seed, 'colours'))
      const { raster } = drawPrint(brief, seed, size)
      expect(shareOfAsked(raster, brief.colours, ground, leaf), `seed ${seed}`).toBeGreaterThan(0.6)
    }
  })
})

/** Part of what stands on the ground, its leaves left out, that is in an asked colour or in a shade that a petal of it has. */
function shareOfAsked({ data }: Raster, asked: string[], ground: string, leaf: string): number {
  const labs = asked.map(hexToLab)
  const [cloth, green] = [hexToLab(ground), hexToLab(leaf)]
  let [all, near] = [0, 0]
  for (let at = 0; at < data.length; at += 3) {
    const lab = rgbToLab(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)
    const isAsked = labs.some((one) => difference(one, lab) < 0.12)
    if (difference(lab, cloth) < 0.06 || (!isAsked && difference(lab, green) < 0.14)) continue
    all++
    if (isAsked) near++
  }
  return near / all
}

function shareNear({ data }: Raster, hex: string): number {
  const wanted = hexToLab(hex)
  let near = 0
  for (let at = 0; at < data.length; at += 12) {
    if (difference(rgbToLab(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0), wanted) < 0.05) near++
  }
  return near / (data.length / 12)
}
