import type { Colourway } from '../../colour/colourway.ts'
import { between, toned } from '../../colour/oklab.ts'
import type { Brief } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import { plain } from './bindings.ts'
import { fitted, fromWidest, type Stripe, usualThreads } from './threads.ts'
import type { Weave } from './weave.ts'

/** Threads over which a dye runs into its neighbour in the wash. */
const bleeding = 7

/** Madras: a light plain weave of many colours, no stripe like another, whose vegetable dyes bleed into each other. */
export function madras(brief: Brief, colours: Colourway, random: Random): Weave {
  const palette = paletteFor(brief, colours)
  const coarseness = brief.scale === null ? random.inTurn(1, 0.6, 1.5) : brief.scale
  const length = usualThreads / (coarseness < 0.8 ? 2 : 1)
  const sequence = () => {
    const stripes = fitted(stripesOf(palette, colours.ground, coarseness, length, random), length)
    const begun = fromWidest(stripes.flatMap(([hex, count]) => Array.from({ length: count }, () => hex)))
    const once = bled(begun, random)
    return length === usualThreads ? once : [...once, ...once]
  }
  return {
    warp: sequence(),
    weft: sequence(),
    binding: plain,
    seed: random.below(2 ** 31),
    yarn: { unevenness: 0.12, mottle: 0.06 },
  }
}

function paletteFor({ colours: asked }: Brief, { main }: Colourway): string[] {
  const own = asked.length > 1 ? main.slice(0, Math.max(4, asked.length)) : main.slice(0, 5)
  const [first = '#000000'] = own
  return [...own, toned(first, -0.1)]
}

/** Broad fields, bars and fine lines in turn, each of another colour than the last, until the length is full. */
function stripesOf(palette: string[], ground: string, coarseness: number, length: number, random: Random): Stripe[] {
  const stripes: Stripe[] = []
  let last = ''
  for (let threads = 0; threads < length; ) {
    const [hex = ground] = random.shuffled([...palette, ground]).filter((one) => one !== last)
    const width = random.pick(3, 5, 12, 20, 34, 48)
    const count = Math.max(2, Math.round(width * coarseness))
    stripes.push([hex, count])
    last = hex
    threads += count
  }
  return stripes
}

/** Dyes run over the edges of stripes, each thread its own way, the less the farther. */
function bled(threads: string[], random: Random): string[] {
  return threads.map((hex, at) => {
    const reach = 1 + random.below(bleeding)
    const other = [-reach, reach].map((step) => threads.at((at + step) % threads.length) ?? hex).find((near) => near !== hex)
    return other ? between(hex, other, 0.55 * (1 - reach / (bleeding + 1))) : hex
  })
}
