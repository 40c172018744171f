import { describe, expect, test } from 'vitest'
import { difference, hexToLab, rgbToLab } from '../../colour/oklab.ts'
import { motifStyles } from '../../prompt/brief.ts'
import { briefOf, wholeRepeat } from '../made-briefs.ts'
import { type Binding, brokenTwill, herringbone as herringboneOf, plain, twill, twillOf } from './bindings.ts'
import { herringbone } from './herringbone.ts'
import { houndstooth } from './houndstooth.ts'
import { runsOf, weaveOf } from './made-weaves.ts'
import { plaid } from './plaid.ts'
import { woven } from './weave.ts'

describe('houndstooth', () => {
  test('is four dark and four light threads in a 2/2 twill: a check of eight', () => {
    for (const style of ['puppytooth', 'classic'] as const) {
      const { warp, weft, binding } = weaveOf(
        houndstooth,
        briefOf('houndstooth', { style, colours: ['#151515'], ground: '#f6f1e4' }),
        0,
      )
      expect(new Set(runsOf(warp).map(([, count]) => count))).toEqual(new Set([4]))
      expect(new Set(warp)).toEqual(new Set(['#151515', '#f6f1e4']))
      expect(weft).toEqual(warp)
      expect(binding).toBe(twill)
    }
  })

  test('in a giant size keeps the shape of the tooth: twill and group grow together', () => {
    const { warp, binding } = weaveOf(
      houndstooth,
      briefOf('houndstooth', { style: 'giant', colours: ['#151515'], ground: '#f6f1e4' }),
      2,
    )
    expect(runsOf(warp).map(([, count]) => count)).toEqual(runsOf(warp).map(() => binding.warps))
  })
})

describe('herringbone', () => {
  const rib = (binding: Binding, warp: number) => (binding.over(warp, 1) === binding.over(warp + 1, 0) ? 'rises' : 'falls')

  test('reverses from column to column', () => {
    const binding = herringboneOf(8)
    for (let warp = 0; warp < 7; warp++) {
      // A 2/2 twill looks alike both ways on some picks only: a whole period must climb or fall.
      const climbs = (from: number, step: number) =>
        [0, 1, 2, 3].every((pick) => binding.over(from, pick + step) === binding.over(from + 1, pick))
      expect(climbs(warp, 1), `warp ${warp}`).toBe(true)
      expect(climbs(warp + 8, -1), `warp ${warp + 8}`).toBe(true)
    }
    expect(rib(binding, 0)).toBe('rises')
  })

  test('is broken where it turns: neighbours over and under in opposition, round the whole repeat', () => {
    for (const binding of [herringboneOf(8), herringboneOf(16)]) {
      const column = binding.warps / 2
      for (const turn of [column, 2 * column]) {
        for (let pick = 0; pick < 4; pick++) expect(binding.over(turn - 1, pick)).toBe(!binding.over(turn, pick))
      }
    }
  })

  test('closes round the repeat in every style', () => {
    for (let seed = 0; seed < 12; seed++) {
      for (const style of motifStyles.herringbone) {
        const { warp, weft, binding } = weaveOf(herringbone, briefOf('herringbone', { style }), seed)
        expect([warp.length % binding.warps, weft.length % binding.picks], `${style} ${seed}`).toEqual([0, 0])
      }
    }
  })
})

describe('a plaid', () => {
  test.each(motifStyles.plaid)('%s fills its repeat and closes its binding, whatever the seed', (style) => {
    for (let seed = 0; seed < 24; seed++) {
      const { warp, weft, binding } = weaveOf(plaid, briefOf('plaid', { style }), seed)
      for (const threads of [warp, weft]) {
        expect(512 % threads.length, `seed ${seed}`).toBe(0)
        expect(threads.length % binding.warps).toBe(0)
      }
    }
  })

  test('of the glen crosses fours with fours and twos with twos', () => {
    const { warp } = weaveOf(plaid, briefOf('plaid', { style: 'glen', colours: ['#222222'], ground: '#f4f0e6' }), 1)
    const counts = runsOf(warp).map(([, count]) => count)
    expect(new Set(counts)).toEqual(new Set([4, 2]))
  })
})

test('a woven colour stays the colour asked for, in every binding and at every size', () => {
  const asked = hexToLab('#b3242a')
  for (const binding of [plain, twill, twillOf(16), herringboneOf(8), brokenTwill([6, 10, 10, 6])]) {
    const threads = Array.from({ length: 64 }, () => '#b3242a')
    for (const size of [64, 256, 1024]) {
      const { data } = woven({ warp: threads, weft: threads, binding, seed: 1 }, size, wholeRepeat)
      const mean = [0, 1, 2].map((c) =>
        Math.round(data.reduce((sum, value, at) => sum + (at % 3 === c ? value : 0), 0) / (data.length / 3)),
      )
      expect(difference(rgbToLab(mean[0] ?? 0, mean[1] ?? 0, mean[2] ?? 0), asked)).toBeLessThan(0.015)
    }
  }
})
