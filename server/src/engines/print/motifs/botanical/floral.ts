import type { Brief, Flower } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import { decimal, type Generator, placesInFrame, svgDocument } from '../drawing.ts'
import type { Frame } from '../frame.ts'
import { type Placed, packed } from '../packing.ts'
import { type Composition, levelsFor } from './floral-levels.ts'
import { type Bloom, bloom, blooms, type FlowerColours, smallFlower } from './flower.ts'
import { linePaintsFor, paintsFor } from './flower-paints.ts'
import { collar, sprig, stemmed } from './sprigs.ts'
import { grass, lavenderSpike, umbel } from './wildflowers.ts'

/** Motifs by level of size; each is a group of radius 100 that is drawn once and used many times. */
type Motifs = Record<string, string[]>

/** Florals: blooms of several kinds, sprigs and fillings, packed on a torus by size; painted, or drawn in line. */
export const floral: Generator = (brief, colours, random, frame) => {
  const { composition, inLine } = styleFor(brief, random)
  const layout = brief.layout ?? (random.chance(0.25) && composition !== 'meadow' ? 'half-drop' : 'toss')
  const paints = inLine ? linePaintsFor(brief, colours, random.inTurn(false, true)) : paintsFor(brief, colours)
  const motifs = motifsFor(composition, brief, paints, random)
  const upright = composition === 'stems' || composition === 'meadow'
  const things = packed(levelsFor(composition, brief, layout, random), layout, random, upright ? 1.5 : 1)
  const ids = (level: string, at: number) => `${level}${at}`
  const definitions = Object.entries(motifs).flatMap(([level, groups]) =>
    groups.map((group, at) => `<g id="${ids(level, at)}">${group}</g>`),
  )
  const shapes = inDepth(things).map((thing) => {
    const choices = motifs[thing.level]?.length ?? 1
    return use(thing, ids(thing.level, Math.floor(thing.choice ** 1.6 * choices)), layout !== 'toss' || upright, frame)
  })
  return { kind: 'vector', svg: svgDocument(frame, colours.ground, shapes.join(''), definitions.join('')) }
}

/** Greens first: where a leaf touches a bloom it goes under it. */
function inDepth(things: Placed[]): Placed[] {
  const depth = ({ level }: Placed) => (level === 'grass' ? 0 : level === 'sprig' ? 1 : 2)
  return things.toSorted((p, q) => depth(p) - depth(q))
}

interface Style {
  composition: Composition
  inLine: boolean
}

function styleFor({ style, flowers, scale }: Brief, random: Random): Style {
  const painted = (composition: Composition): Style => ({ composition, inLine: false })
  const tall = flowers.some((kind) => kind === 'tulip' || kind === 'lavender')
  switch (style) {
    case 'line':
      return { composition: tall ? 'stems' : random.inTurn<Composition>('garden', 'stems', 'blooms'), inLine: true }
    case 'ditsy':
    case 'stems':
    case 'meadow':
      return painted(style)
    case 'large':
      return painted(tall ? 'stems' : 'blooms')
  }
  if (tall) return painted('stems')
  if (scale !== null) return painted(scale < 1 ? 'ditsy' : random.inTurn<Composition>('blooms', 'garden'))
  return painted(random.inTurn<Composition>('blooms', 'garden', 'stems', 'blooms', 'ditsy', 'garden', 'meadow'))
}

function motifsFor(
  composition: Composition,
  { flowers, colours: asked }: Brief,
  paints: FlowerColours[],
  random: Random,
): Motifs {
  const named = flowers.filter((kind): kind is Bloom => blooms.some((one) => one === kind))
  const kinds = named.length > 0 ? named : random.shuffled(blooms).slice(0, 3)
  const kindAt = (at: number) => kinds[at % kinds.length] ?? 'daisy'
  const [first] = paints
  if (!first) throw new Error('A floral has at least one paint')
  const fine = paints.map((paint) => penned(paint, 1.6))
  const motifs: Motifs = {
    small: fine.slice(0, 4).map((paint) => smallFlower(paint, random)),
    sprig: fine.slice(0, 3).map((paint) => sprig(paint, paint.petal, random)),
    dot: paints.slice(0, 4).map(({ petal, pen, ink }) => `<circle r="70" fill="${pen === undefined ? petal : ink}"/>`),
  }
  if (composition === 'ditsy' && named.length > 0)
    motifs.small = fine.slice(0, 4).map((paint, at) => bloom(kindAt(at), paint, random))
  if (composition === 'blooms' || composition === 'garden') {
    const mids = fine.slice(0, 4).map((paint, at) => bloom(kindAt(at), paint, random))
    // Colours that were asked for lead at every size; else the second size takes the other end of the palette.
    motifs.mid = asked.length > 0 ? mids : mids.toReversed()
    motifs.hero = paints
      .slice(0, 4)
      .map((paint, at) => `${collar(paint, random)}<g transform="scale(.9)">${bloom(kindAt(at), paint, random)}</g>`)
  }
  if (composition === 'stems' || composition === 'meadow') {
    const stems = paints.slice(0, composition === 'meadow' ? 4 : 3)
    motifs.stem = stems.map((paint, at) => stemOf(flowers, kindAt(at), paint, random))
  }
  if (composition === 'meadow') {
    const [, second = first, third = second] = paints
    motifs.wild = [umbel(second, random), lavenderSpike(third, random), stemmed('daisy', second, random)]
    motifs.grass = [0, 1, 2].map(() => grass(fine[0] ?? first, random))
  }
  return motifs
}

/** A pen that is as wide on a motif drawn smaller. */
const penned = (paint: FlowerColours, by: number): FlowerColours =>
  paint.pen === undefined ? paint : { ...paint, pen: paint.pen * by }

function stemOf(asked: Flower[], kind: Bloom, paint: FlowerColours, random: Random): string {
  if (asked.includes('lavender') && (!asked.includes('tulip') || random.chance(0.5))) return lavenderSpike(paint, random)
  return stemmed(asked.includes('tulip') ? 'tulip' : kind, paint, random)
}

/** Turned freely in a toss; upright, swaying a little, where the cloth has a direction. */
function use({ x, y, radius, turn, mirrored }: Placed, id: string, directed: boolean, frame: Frame): string {
  const angle = directed ? (turn - 0.5) * 44 : turn * 360
  const scale = (radius / 100).toFixed(3)
  const flip = mirrored ? `scale(-${scale} ${scale})` : `scale(${scale})`
  const rotation = decimal(mirrored ? -angle : angle)
  return placesInFrame(frame, x, y, radius * 1.45)
    .map(
      (place) =>
        `<use href="#${id}" transform="translate(${decimal(place.x)} ${decimal(place.y)}) rotate(${rotation}) ${flip}"/>`,
    )
    .join('')
}
