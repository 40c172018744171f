import { describe, expect, test } from 'vitest'
import { colourwayFor } from '../../colour/colourway.ts'
import type { Brief } from '../../prompt/brief.ts'
import { readPrompt } from '../../prompt/read-prompt.ts'
import { createRandom } from '../../random.ts'
import { honeycombOf, middlesOf, mixedOver } from './honeycomb.ts'
import { apart, clearestOf, differing, inksFor } from './inks.ts'

const briefOf = (more: Partial<Brief>): Brief => ({ ...readPrompt(''), motif: 'geometric', ...more })
const random = () => createRandom(11, 'inks')

function inksOf(more: Partial<Brief>, least: number, most: number) {
  const brief = briefOf(more)
  const colours = colourwayFor(brief, random())
  return { inks: inksFor(brief, colours, least, most), ground: colours.ground }
}

describe('the inks of a print', () => {
  test('are all that were asked for, in their order, and no more', () => {
    const asked = ['#e5337f', '#ff9635', '#27b0d6', '#f9d34a', '#7a3fd1']
    expect(inksOf({ colours: asked, ground: '#ffffff' }, 1, 3).inks).toEqual(asked)
    const { inks, ground } = inksOf({ colours: ['#1b2a4e', '#f5ecd9'] }, 1, 4)
    expect([...inks, ground].toSorted()).toEqual(['#1b2a4e', '#f5ecd9'])
  })

  test('are joined by partners where one colour was asked for, each apart from the ground and from the others', () => {
    const { inks, ground } = inksOf({ colours: ['#0f7c7d'] }, 1, 3)
    expect(inks[0]).toBe('#0f7c7d')
    expect(inks.length).toBeGreaterThan(1)
    const all = [ground, ...inks]
    all.forEach((one, at) => {
      for (const other of all.slice(at + 1)) expect(apart(one, other)).toBeGreaterThan(0.09)
    })
  })
})

test('the clearest of some colours is the one farthest from all it lies on', () => {
  expect(clearestOf(['#808080', '#ffffff', '#101010'], ['#202040', '#404080'])).toBe('#ffffff')
})

describe('mixed colours', () => {
  test('differ from their neighbours round the torus, and each is taken about as often', () => {
    const across = 8
    const place = (column: number, row: number) => ((row + across) % across) * across + ((column + across) % across)
    const beside = (at: number) => {
      const [column, row] = [at % across, Math.floor(at / across)]
      return [place(column - 1, row), place(column + 1, row), place(column, row - 1), place(column, row + 1)]
    }
    const chosen = differing(across * across, 5, beside, random())
    chosen.forEach((choice, at) => {
      for (const other of beside(at)) expect(chosen[other]).not.toBe(choice)
    })
    const times = [0, 1, 2, 3, 4].map((choice) => chosen.filter((one) => one === choice).length)
    expect(Math.min(...times)).toBeGreaterThan(8)
  })

  test('of a honeycomb differ between all hexagons that touch', () => {
    const comb = honeycombOf(7)
    const chosen = mixedOver(comb, 5, random())
    const middles = middlesOf(comb)
    const along = (d: number) => Math.min(Math.abs(d), 1024 - Math.abs(d))
    middles.forEach((one, at) => {
      middles.forEach((other, to) => {
        const away = Math.hypot(along(one.x - other.x), along(one.y - other.y))
        if (at !== to && away < comb.width * 1.2) expect(chosen[at]).not.toBe(chosen[to])
      })
    })
  })
})

test('a honeycomb closes with even rows of nearly regular hexagons', () => {
  for (const wanted of [4, 5, 7, 9, 12, 20, 28]) {
    const { rows, width, step } = honeycombOf(wanted)
    expect(rows % 2).toBe(0)
    expect(Math.abs(step / width / (Math.sqrt(3) / 2) - 1)).toBeLessThan(0.05)
  }
})
