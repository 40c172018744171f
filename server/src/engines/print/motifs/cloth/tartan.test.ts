import { describe, expect, test } from 'vitest'
import { motifStyles } from '../../prompt/brief.ts'
import { briefOf } from '../made-briefs.ts'
import { runsOf, weaveOf } from './made-weaves.ts'
import { namedSetts, wholeSett } from './named-setts.ts'
import { tartan } from './tartan.ts'

/** Where one list stands in another that goes round, or -1. */
function placeIn(round: string[], list: string[]): number {
  return round.findIndex((_, at) => list.every((one, step) => one === round[(at + step) % round.length]))
}

describe('a named tartan', () => {
  test.each([
    ['black-watch', 416],
    ['royal-stewart', 424],
    ['buchanan', 372],
  ] as const)('%s is woven with the published threads in the published colours', (style, threads) => {
    const { warp, weft } = weaveOf(tartan, briefOf('tartan', { style }), 0)
    const { counts, yarns } = namedSetts[style]
    const published = wholeSett(counts).map(([yarn, count]) => `${yarns[yarn]} ${count}`)
    expect(warp).toHaveLength(threads)
    expect(weft).toEqual(warp)
    const found = runsOf(warp).map(([hex, count]) => `${hex} ${count}`)
    expect(placeIn(found, published)).toBeGreaterThanOrEqual(0)
    expect(found).toHaveLength(published.length)
  })

  test('whose whole sett does not close the twill gains at most three threads', () => {
    for (const style of motifStyles.tartan) {
      const { counts, yarns } = namedSetts[style]
      const whole = wholeSett(counts).reduce((sum, [, count]) => sum + count, 0)
      const { warp } = weaveOf(tartan, briefOf('tartan', { style }), 0)
      const repeats = Math.round(warp.length / whole)
      expect(warp.length % 4, style).toBe(0)
      expect(warp.length - whole * repeats, style).toBeLessThanOrEqual(3 * repeats)
      expect(new Set(warp), style).toEqual(new Set(Object.values(yarns)))
    }
  })

  test('turns at its pivots: it reads the same there and back', () => {
    for (const style of motifStyles.tartan.filter((name) => namedSetts[name].counts.includes('/'))) {
      const { warp } = weaveOf(tartan, briefOf('tartan', { style }), 0)
      expect(placeIn(warp, warp.toReversed()), style).toBeGreaterThanOrEqual(0)
    }
  })

  test('takes the colours that were asked for, and keeps its black', () => {
    const { warp } = weaveOf(tartan, briefOf('tartan', { style: 'black-watch', colours: ['#c5242e', '#d6a021'] }), 0)
    expect(new Set(warp).size).toBe(3)
    expect(warp).toEqual(expect.arrayContaining(['#c5242e', '#d6a021']))
  })

  test('differs from one seed to the next, in its dyes or in its size', () => {
    for (const style of motifStyles.tartan) {
      const cloths = [0, 1, 2, 3, 4, 5].map((seed) => weaveOf(tartan, briefOf('tartan', { style }), seed).warp.join())
      expect(new Set(cloths).size, style).toBe(6)
    }
  })
})
