import type { Colourway } from '../../colour/colourway.ts'
import { hexToLab, toned } from '../../colour/oklab.ts'
import type { Brief } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import type { Generator } from '../drawing.ts'
import { type Binding, begunAt, brokenTwill, herringbone as columnsOf } from './bindings.ts'
import { combined } from './combinations.ts'
import type { Weave, Yarn } from './weave.ts'

type Style = 'tweed' | 'wide' | 'broken'

/** Herringbone: a 2/2 twill in columns that climb and fall in turn, the warp of one colour and the weft of another. */
export const herringbone: Generator = (brief, colours, random) => {
  const style = styleFor(brief, random)
  const [threads, colouring] = combined(random, threadsFor(style, brief), colourings)
  const column = style === 'wide' && threads > 64 ? 16 : 8
  const binding = bindingFor(style, threads, column, random)
  const { warp, weft, line } = yarnsFor(style, colouring, brief, colours)
  const weave: Weave = {
    warp: Array.from({ length: threads }, (_, at) => warp[Math.floor((at + inColumn) / (2 * column)) % warp.length] ?? weft),
    weft: Array.from({ length: threads }, () => weft),
    binding,
    seed: random.below(2 ** 31),
    yarn: style === 'wide' ? worsted : tweedOf([...colours.main.slice(1), colours.ink], random),
  }
  if (line) overcheck(weave, line)
  return { kind: 'woven', weave }
}

function styleFor({ style }: Brief, random: Random): Style {
  if (style === 'tweed' || style === 'wide' || style === 'broken') return style
  return random.inTurn<Style>('tweed', 'wide', 'tweed', 'broken')
}

/** Threads from a column's turn to where the repeat begins. */
const inColumn = 4

/** Few threads, so that the columns are seen from afar. */
function threadsFor(style: Style, { scale }: Brief): readonly [number, ...number[]] {
  if (scale !== null) return scale < 1 ? [256] : [64]
  return style === 'wide' ? [64, 128] : [128, 256, 64]
}

function bindingFor(style: Style, threads: number, column: number, random: Random): Binding {
  // Begins within a column: a tile's edge never runs along a turn, which is the hardest line of the cloth.
  if (style !== 'broken') return begunAt(columnsOf(column), inColumn)
  return begunAt(brokenTwill(brokenColumns(threads, random)), 2)
}

/** Columns of changing width that fill a repeat and close it: as many climb as fall. */
function brokenColumns(threads: number, random: Random): number[] {
  const half = Array.from({ length: threads / 16 }, () => random.pick(4, 6, 8, 10, 12))
  const columns = [...half, ...half.map((width) => 16 - width)]
  return random.chance(0.5) ? columns : columns.toReversed()
}

/** Two yarns; pairs of columns in two colours in turn, so that each shows its bones; two yarns under a fine overcheck; tone on tone. */
const colourings = ['plain', 'striped', 'overcheck', 'tonal'] as const

interface Yarns {
  /** Colours of the warp, by pairs of columns. */
  warp: string[]
  weft: string
  line?: string
}

function yarnsFor(
  style: Style,
  colouring: (typeof colourings)[number],
  { colours: asked, ground }: Brief,
  colours: Colourway,
): Yarns {
  const [first = colours.ink, second = first] = colours.main
  const both = asked.length - (ground ? 0 : 1) >= 2
  const other = both || asked.length === 0 ? second : deeper(first)
  const weft = colours.ground
  switch (colouring) {
    case 'plain':
      return both ? { warp: [first], weft: second } : { warp: [first], weft }
    case 'striped':
      return { warp: [first, other], weft }
    case 'overcheck':
      return { warp: [first], weft, line: other }
    case 'tonal':
      // A cloth that was asked for must show.
      if (ground) return { warp: [other], weft: ground, line: first }
      return { warp: [first], weft: style === 'wide' ? lighter(first) : deeper(first), ...(both ? { line: second } : {}) }
  }
}

const deeper = (hex: string) => toned(hex, hexToLab(hex).l < 0.45 ? 0.2 : -0.2, 0.85)
const lighter = (hex: string) => toned(hex, hexToLab(hex).l > 0.75 ? -0.22 : 0.22, 0.6)

const worsted: Yarn = { unevenness: 0.05, mottle: 0.03 }

function tweedOf(colours: string[], random: Random): Yarn {
  return { unevenness: 0.12, mottle: 0.13, flecks: { colours, share: random.between(0.004, 0.012) } }
}

/** A windowpane over the tweed: one thread every quarter of the repeat. */
function overcheck({ warp, weft }: Weave, colour: string): void {
  const every = warp.length / 4
  for (let at = Math.floor(every / 2); at < warp.length; at += every) {
    for (const threads of [warp, weft]) threads.fill(colour, at, at + 1)
  }
}
