import { describe, expect, test } from 'vitest'
import { difference, hexToLab, rgbToLab } from '../../colour/oklab.ts'
import { type Brief, type Motif, motifStyles } from '../../prompt/brief.ts'
import { readPrompt } from '../../prompt/read-prompt.ts'
import type { Raster } from '../../raster.ts'
import { drawPrint, drawRepeats } from '../print.ts'

const motifs = ['chevron', 'argyle', 'checkerboard', 'scallops', 'geometric', 'dots', 'terrazzo', 'cutouts'] as const
const styles = motifs.flatMap((motif) => motifStyles[motif].map((style) => ({ motif, style })))
const briefOf = (motif: Motif, more: Partial<Brief>): Brief => ({ ...readPrompt(''), motif, ...more })

/** Share of px within ΔE_OK 0.05 of a colour. */
function shareOf(hex: string, { data }: Raster): number {
  const wanted = hexToLab(hex)
  let near = 0
  for (let at = 0; at < data.length; at += 6) {
    if (difference(rgbToLab(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0), wanted) < 0.05) near++
  }
  return near / (data.length / 6)
}

describe.each(styles)('$motif, $style', ({ motif, style }) => {
  test('has every colour in it that was asked for, six of them', () => {
    const asked = ['#e5337f', '#ff9635', '#27b0d6', '#f9d34a', '#7a3fd1', '#1e5b3a']
    const { raster } = drawPrint(briefOf(motif, { style, colours: asked, ground: '#fdf6ea' }), 8, 384)
    for (const hex of [...asked, '#fdf6ea']) expect(shareOf(hex, raster), hex).toBeGreaterThan(0.003)
  })

  test('is drawn at the least and at the largest scale, in numbers that an svg can hold', () => {
    for (const scale of [0.25, 4]) {
      const { svg = '' } = drawRepeats(briefOf(motif, { style, scale }), 6, 64, { repeats: 1, phase: { x: 0, y: 0 } })
      expect(svg).not.toMatch(/NaN|Infinity|undefined/)
      expect(svg.length).toBeLessThan(4_000_000)
    }
  })
})

describe('chevron', () => {
  test('runs upright where that was asked for', () => {
    const drawn = (direction: Brief['direction']) => drawPrint(briefOf('chevron', { style: 'zigzag', direction }), 3, 128).raster
    const [across, upright] = [drawn(null), drawn('vertical')]
    const turned = across.data
      .filter((_, at) => at % 3 === 0)
      .map((_, at) => across.data[((at % 128) * 128 + Math.floor(at / 128)) * 3] ?? 0)
    const differing = turned.filter((value, at) => Math.abs(value - (upright.data[at * 3] ?? 0)) > 40)
    expect(differing.length / turned.length).toBeLessThan(0.02)
  })
})
