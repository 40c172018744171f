import type { Colourway } from '../../colour/colourway.ts'
import { hexToLch } from '../../colour/oklab.ts'
import { type Brief, motifStyles } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import type { Generator } from '../drawing.ts'
import { styleAmong } from '../style.ts'
import { crumpleFold } from './dyed/crumple-fold.ts'
import { dyed, type Fold } from './dyed/dye-bath.ts'
import { pleatedFold } from './dyed/pleated-fold.ts'
import { shiboriFold } from './dyed/shibori-fold.ts'
import { spiralFold } from './dyed/spiral-fold.ts'
import { isOpen, wornColours } from './worn-colours.ts'

type Style = (typeof motifStyles)['tie-dye'][number]

/** The cloth first, then the dyes as they stand round it. */
const bright: readonly [string[], ...string[][]] = [
  ['#fbf7ee', '#e0453f', '#f2913a', '#f6d147', '#4ba66b', '#3579bd', '#7d55a8'],
  ['#f8f6ef', '#1f5f8b', '#3fa6b5', '#a5d8cf', '#2d4a86'],
  ['#fdf6ec', '#e8556d', '#f7a35c', '#f9d976', '#c9457f'],
  ['#f7f3f2', '#5a3f8c', '#a34fa0', '#e58bb5', '#4d74c4'],
  ['#faf6ea', '#3f7d5c', '#a9c46c', '#f2d565', '#2f6f86'],
]
const indigo: readonly [string[], ...string[][]] = [
  ['#f6f3ea', '#1f3566'],
  ['#f3f1ea', '#27497d'],
  ['#f7f2e6', '#2a2f4e'],
  ['#f5f0e4', '#2c5a68'],
]

const folds: Record<Style, (brief: Brief, dyes: number, scale: number, random: Random) => Fold> = {
  spiral: (_brief, dyes, scale, random) => spiralFold(dyes, scale, random),
  crumple: (_brief, dyes, scale, random) => crumpleFold(dyes, scale, random),
  shibori: (_brief, dyes, scale, random) => shiboriFold(dyes, scale, random),
  stripe: ({ direction }, dyes, scale, random) => pleatedFold(dyes, scale, direction, random),
}

/** Largest folds against the usual ones: of larger ones a repeat would show too little. */
const largest = 2

/** Tie-dye: a cloth folded, tied and dyed. */
export const tieDye: Generator = (brief, colours, random) => {
  const style = styleAmong(motifStyles['tie-dye'], brief.style, random)
  const { cloth, dyes } = dyesFor(brief, colours, style, random)
  const scale = Math.min(largest, brief.scale ?? random.pick(0.8, 1, 1))
  return { kind: 'painted', paint: dyed(folds[style](brief, dyes.length, scale, random), cloth, dyes, random) }
}

const unbleached = '#f9f5ec'

/** The cloth that stays undyed is the ground that was asked for, or a near white among the colours, or unbleached cotton. */
function dyesFor(brief: Brief, colours: Colourway, style: Style, random: Random): { cloth: string; dyes: string[] } {
  // Bright is, of tie-dye, the rainbow.
  const [rainbow] = bright
  if (style !== 'shibori' && isOpen({ ...brief, mood: null }) && brief.mood === 'vivid') {
    const [cloth = unbleached, ...dyes] = rainbow
    return { cloth, dyes }
  }
  if (isOpen(brief)) {
    const [cloth = unbleached, ...dyes] = style === 'shibori' ? random.inTurn(...indigo) : random.inTurn(...bright)
    return { cloth, dyes }
  }
  const asked = brief.colours
  const white = asked.find((hex) => hexToLch(hex).l > 0.9 && hexToLch(hex).c < 0.06)
  const cloth = brief.ground ?? (asked.length > 1 && white ? white : unbleached)
  const wanted = style === 'shibori' ? 1 : asked.length > 1 ? 2 : 3
  const dyes = wornColours({ ...brief, ground: null, colours: asked.filter((hex) => hex !== cloth) }, colours, wanted)
  // Bound cloth shows enough of itself; elsewhere a colour that was asked for must have its own part.
  if (style !== 'shibori' && cloth !== unbleached) dyes.push(cloth)
  return { cloth, dyes }
}
