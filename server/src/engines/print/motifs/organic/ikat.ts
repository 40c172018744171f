import type { Colourway } from '../../colour/colourway.ts'
import { type Brief, motifStyles } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import type { Generator } from '../drawing.ts'
import { styleAmong } from '../style.ts'
import { bandCartoon } from './ikat/bands.ts'
import type { Dyes } from './ikat/cartoon.ts'
import { diamondCartoon } from './ikat/diamonds.ts'
import { medallionCartoon } from './ikat/medallions.ts'
import { warpDyed } from './ikat/warp-dyed.ts'
import { isOpen, wornColours } from './worn-colours.ts'

/** Dyed with indigo, madder, weld and walnut. */
const inNature: readonly [Dyes, ...Dyes[]] = [
  { ground: '#f4ead5', rings: ['#1f3558', '#b2392d', '#e1a83d', '#3f7f7b'] },
  { ground: '#23355c', rings: ['#f2e6cf', '#c4483a', '#e5b257', '#7fa3b8'] },
  { ground: '#f3e7d3', rings: ['#6e2433', '#d9793f', '#2f4a4f', '#eec27a'] },
  { ground: '#9c2f35', rings: ['#f5e8cf', '#1f2a44', '#e2a640', '#5f8a73'] },
  { ground: '#f1eee4', rings: ['#264c7a', '#7da2c1', '#16294a', '#b9cddb'] },
]

/** Warp ikat: diamonds, medallions or bands dyed into the threads before weaving. */
export const ikat: Generator = (brief, colours, random) => {
  const style = styleAmong(motifStyles.ikat, brief.style, random)
  const dyes = dyesFor(brief, colours, random)
  const scale = brief.scale ?? random.pick(0.7, 1, 1)
  const density = brief.density ?? 1
  const cartoon = {
    diamond: () => diamondCartoon(dyes, scale, density, random),
    medallion: () => medallionCartoon(dyes, scale, density, random),
    stripe: () => bandCartoon(dyes, scale, random),
  }[style]()
  return { kind: 'painted', paint: warpDyed(cartoon, Math.min(1.25, Math.max(0.45, scale)), random) }
}

function dyesFor(brief: Brief, colours: Colourway, random: Random): Dyes {
  if (isOpen(brief)) return random.inTurn(...inNature)
  const { ground } = colours
  const others = { ...brief, ground: null, colours: brief.colours.filter((hex) => hex !== ground) }
  const [first = colours.ink, ...more] = wornColours(others, colours, 3).filter((hex) => hex !== ground)
  return { ground, rings: [first, ...more] }
}
