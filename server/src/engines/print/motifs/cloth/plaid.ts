import { type Colourway, clearOf } from '../../colour/colourway.ts'
import { hexToLab, toned } from '../../colour/oklab.ts'
import type { Brief } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import type { Generator } from '../drawing.ts'
import { plain, twill } from './bindings.ts'
import { madras } from './madras.ts'
import { fitted, fromWidest, type Stripe, threaded, usualThreads } from './threads.ts'
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

/**
 * Glen check, as the Prince of Wales wears it: bands of four dark and four light threads, which make houndstooth where they
 * cross, and of two and two, which make fine lines; over them one line of colour.
 */
function glen(brief: Brief, colours: Colourway, random: Random): Weave {
  const [first = colours.ink] = colours.main
  const dark = brief.colours.length > 0 ? first : random.inTurn(colours.ink, first)
  const line = brief.colours.length === 1 ? null : random.chance(brief.colours.length > 1 ? 1 : 0.7) ? colours.main[1] : null
  const band = (width: number, group: number): Stripe[] =>
    Array.from({ length: width / (2 * group) }, (): Stripe[] => [
      [dark, group],
      [colours.ground, group],
    ]).flat()
  const [wide, narrow] = random.inTurn([72, 56], [40, 24], [32, 32])
  const sett = [...band(wide, 4), ...band(narrow, 2)]
  const sequence = threaded(sett, brief.scale !== null && brief.scale < 1 ? usualThreads : usualThreads / 2)
  if (line) markEvery(sequence, wide + narrow, wide + narrow / 2 - 1, line)
  const begun = [...sequence.slice(2), ...sequence.slice(0, 2)]
  return { warp: begun, weft: begun, binding: twill, seed: random.below(2 ** 31), yarn: { unevenness: 0.06, mottle: 0.05 } }
}

/** Weaves two threads of a colour into every sett. */
function markEvery(sequence: string[], period: number, at: number, colour: string): void {
  for (let from = at; from < sequence.length; from += period) sequence.fill(colour, from, from + 2)
}

/** Windowpane: fine lines far apart on a plain cloth, single or paired, in one colour or two. */
function windowpane(brief: Brief, colours: Colourway, random: Random): Weave {
  const [first = colours.ink, second = first] = colours.main
  // Suiting: the cloth in the leading colour and its lines light, where no cloth was asked for.
  const suiting = brief.colours.length === 0 && brief.ground === null && random.inTurn(false, true)
  const cloth = suiting ? first : colours.ground
  const line1 = suiting ? colours.ground : first
  const line2 = brief.colours.length !== 1 && random.chance(0.6) ? clearOf(second, cloth) : line1
  const pane = paneFor(brief.scale, random)
  const line = Math.max(2, Math.round(pane / random.pick(16, 22)))
  const paired = random.inTurn(false, true, false)
  const bar = (hex: string): Stripe[] =>
    paired
      ? [
          [hex, line],
          [cloth, line * 2],
          [hex, line],
        ]
      : [[hex, line + 1]]
  const width = (stripes: Stripe[]) => stripes.reduce((sum, [, count]) => sum + count, 0)
  const panes = [line1, line2].flatMap((hex): Stripe[] => [...bar(hex), [cloth, pane - width(bar(hex))]])
  return check(panes, random)
}

function paneFor(scale: number | null, random: Random): number {
  if (scale !== null) return scale < 1 ? 64 : 256
  return random.inTurn(128, 64, 128)
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
  const bar = barFor(brief.scale, random)
  if (random.inTurn(true, true, false))
    return check(
      [
        [first, bar],
        [dark, bar],
      ],
      random,
      flannel,
    )
  const line = Math.max(2, bar / 16)
  const lined = fitted(
    [
      [first, bar - 3 * line],
      [dark, line],
      [first, 2 * line],
      [dark, bar],
    ],
    2 * bar,
  )
  return check(lined, random, flannel)
}

function barFor(scale: number | null, random: Random): number {
  if (scale !== null) return scale < 1 ? 32 : 128
  return random.inTurn(64, 32, 128)
}

/** Tattersall: fine lines of two colours in turn, evenly apart, on a light shirting. */
function tattersall(brief: Brief, colours: Colourway, random: Random): Weave {
  const [first = colours.ink, second = first, third = second] = colours.main
  const lines = brief.colours.length === 1 ? [first, first] : random.inTurn([first, second], [first, second, first, third])
  const apart = brief.scale === null ? random.inTurn(32, 16, 64) : brief.scale < 1 ? 16 : 64
  const line = Math.max(2, apart / 9)
  const stripes = fitted(
    lines.flatMap((hex): Stripe[] => [
      [hex, line],
      [colours.ground, apart - line],
    ]),
    apart * lines.length,
  )
  return { ...check(stripes, random), binding: plain }
}

const weavers: Record<Style, Weaver> = { madras, glen, windowpane, lumberjack, tattersall }
