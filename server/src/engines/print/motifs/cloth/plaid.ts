import { type Colourway, clearOf } from '../../colour/colourway.ts'
import { between, hexToLab, toned } from '../../colour/oklab.ts'
import type { Brief } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import type { Generator } from '../drawing.ts'
import { plain, twill } from './bindings.ts'
import { combined } from './combinations.ts'
import { glen } from './glen.ts'
import { madras } from './madras.ts'
import { fromWidest, type Stripe, threaded, usualThreads } from './threads.ts'
import type { Weave, Yarn } from './weave.ts'

type Style = 'madras' | 'glen' | 'windowpane' | 'lumberjack' | 'tattersall'

type Weaver = (brief: Brief, colours: Colourway, random: Random) => Weave

/** Plaids: checks that have no clan. */
export const plaid: Generator = (brief, colours, random) => ({
  kind: 'woven',
  weave: weavers[styleFor(brief, random)](brief, colours, random),
})

function styleFor({ style }: Brief, random: Random): Style {
  const named = styles.find((one) => one === style)
  return named ?? random.inTurn<Style>('lumberjack', 'madras', 'windowpane', 'glen', 'tattersall')
}

const styles: readonly Style[] = ['madras', 'glen', 'windowpane', 'lumberjack', 'tattersall']

/** Brushed cloth. */
const flannel: Yarn = { unevenness: 0.07, mottle: 0.09 }

/** Stripes the same both ways, in a twill. */
function check(stripes: Stripe[], random: Random, yarn?: Yarn, threads = usualThreads): Weave {
  const sequence = fromWidest(threaded(stripes, threads))
  return { warp: sequence, weft: sequence, binding: twill, seed: random.below(2 ** 31), ...(yarn ? { yarn } : {}) }
}

/** How the lines of a windowpane are drawn: the share of a pane in them. */
const panes = [
  { paired: false, share: 1 / 22 },
  { paired: true, share: 1 / 26 },
  { paired: false, share: 1 / 9 },
] as const

/** Windowpane: fine lines far apart on a plain cloth, single, paired or bold, in one colour or two. */
function windowpane(brief: Brief, colours: Colourway, random: Random): Weave {
  const [first = colours.ink, second = first] = colours.main
  // Suiting: the cloth in the leading colour and its lines light, where no cloth was asked for.
  const suiting = brief.colours.length === 0 && brief.ground === null && random.inTurn(false, true)
  const cloth = suiting ? first : colours.ground
  const leading = suiting ? colours.ground : first
  const other = brief.colours.length !== 1 && (brief.colours.length > 1 || random.chance(0.6)) ? clearOf(second, cloth) : leading
  const [pane, { paired, share }] = combined(random, paneSizes(brief.scale), panes)
  const line = Math.max(2, Math.round(pane * share))
  const bar = (hex: string): Stripe[] =>
    paired
      ? [
          [hex, line],
          [cloth, line * 2],
          [hex, line],
        ]
      : [[hex, line]]
  const width = paired ? 4 * line : line
  return check(
    [leading, other].flatMap((hex): Stripe[] => [...bar(hex), [cloth, pane - width]]),
    random,
  )
}

function paneSizes(scale: number | null): readonly [number, ...number[]] {
  if (scale !== null) return scale < 1 ? [64] : [256]
  return [128, 64, 256]
}

/** What loggers wear, where no colour is asked for. */
const shirts = ['#b3242a', '#c8862a', '#2f6b4a', '#2d558c'] as const
const pitch = '#171412'

/** Lumberjack, or buffalo check: two colours in squares of one size, brushed; now and then a fine line beside the bar. */
function lumberjack(brief: Brief, colours: Colourway, random: Random): Weave {
  const free = brief.colours.length === 0 && brief.ground === null && brief.mood === null
  const [first = colours.ink, second = colours.ground] = free ? [random.inTurn(...shirts)] : colours.main
  const asked = brief.colours.length + (brief.ground ? 1 : 0)
  const dark = asked >= 2 ? (brief.ground ?? second) : hexToLab(first).l < 0.4 ? toned(first, 0.42, 0.6) : pitch
  // Two colours on a ground were asked for: they must both be there.
  const third = brief.colours.length >= 2 && brief.ground ? second : null
  const [bar, manner] = combined(random, barWidths(brief.scale), ['plain', 'lined', 'shadow'] as const)
  const line = Math.max(2, bar / 16)
  const stripes: Record<typeof manner, Stripe[]> = {
    plain: [
      [first, bar],
      [dark, bar],
      [third ?? first, bar],
      [dark, bar],
    ],
    lined: [
      [first, bar - 3 * line],
      [third ?? dark, line],
      [first, 2 * line],
      [dark, bar],
    ],
    shadow: [
      [first, bar],
      [dark, bar / 2],
      [third ?? between(first, dark, 0.55), bar / 4],
      [dark, bar / 4],
    ],
  }
  return check(stripes[manner], random, flannel)
}

function barWidths(scale: number | null): readonly [number, ...number[]] {
  if (scale !== null) return scale < 1 ? [32] : [128]
  return [64, 32, 128]
}

/** Tattersall: fine lines of two colours in turn, evenly apart, on a light shirting. */
function tattersall(brief: Brief, colours: Colourway, random: Random): Weave {
  const [first = colours.ink, second = first, third = second] = colours.main
  const sizes = brief.scale === null ? ([32, 16, 64] as const) : ([brief.scale < 1 ? 16 : 64] as const)
  const [apart, manner] = combined(random, sizes, ['single', 'double', 'bold'] as const)
  const colouring =
    brief.colours.length === 1 ? [first, first] : manner === 'bold' ? [first, second, first, third] : [first, second]
  const line = Math.max(2, Math.round(apart / (manner === 'bold' ? 5 : 9)))
  const stripes = colouring.flatMap((hex): Stripe[] =>
    manner === 'double'
      ? [
          [hex, line],
          [colours.ground, line],
          [hex, line],
          [colours.ground, apart - 3 * line],
        ]
      : [
          [hex, line],
          [colours.ground, apart - line],
        ],
  )
  return { ...check(stripes, random), binding: plain }
}

const weavers: Record<Style, Weaver> = { madras, glen, windowpane, lumberjack, tattersall }
