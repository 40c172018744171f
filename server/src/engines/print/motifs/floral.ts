import type { Colourway } from '../colour/colourway.ts'
import type { Brief, Flower, Layout } from '../prompt/brief.ts'
import type { Random } from '../random.ts'
import { decimal, type Generator, placesInFrame, svgDocument } from './drawing.ts'
import { type Bloom, bloom, blooms, type FlowerColours, smallFlower } from './flower.ts'
import { paintsFor } from './flower-paints.ts'
import { collar, lavenderSpike, sprig, stemmed } from './foliage.ts'
import type { Frame } from './frame.ts'
import { type PackingLevel, type Placed, packed } from './packing.ts'

/** How a floral is composed. */
type Style = 'blooms' | 'garden' | 'stems' | 'ditsy' | 'leaves'

/** Motifs by level of size; each is a group of radius 100 that is drawn once and used many times. */
type Motifs = Record<string, string[]>

/** Florals: blooms of several kinds, sprigs and fillings, packed on a torus by size. */
export const floral: Generator = (brief, colours, random, frame) => {
  const style = styleFor(brief, random)
  const layout = brief.layout ?? (random.chance(0.25) ? 'half-drop' : 'toss')
  const motifs = motifsFor(style, brief, colours, random)
  const things = packed(levelsFor(style, brief, layout, random), layout, random, style === 'stems' ? 1.5 : 1)
  const ids = (level: string, at: number) => `${level}${at}`
  const definitions = Object.entries(motifs).flatMap(([level, groups]) =>
    groups.map((group, at) => `<g id="${ids(level, at)}">${group}</g>`),
  )
  const directed = layout !== 'toss' || style === 'stems'
  // Sprigs first: where a leaf touches a bloom it goes under it.
  const ordered = [...things.filter(({ level }) => level === 'sprig'), ...things.filter(({ level }) => level !== 'sprig')]
  const shapes = ordered.map((thing) => {
    const choices = motifs[thing.level]?.length ?? 1
    return use(thing, ids(thing.level, Math.floor(thing.choice ** 1.6 * choices)), directed, frame)
  })
  return { kind: 'vector', svg: svgDocument(frame, colours.ground, shapes.join(''), definitions.join('')) }
}

function styleFor({ flowers, scale }: Brief, random: Random): Style {
  if (flowers.length > 0 && flowers.every((kind) => kind === 'leaves')) return 'leaves'
  if (flowers.some((kind) => kind === 'tulip' || kind === 'lavender')) return 'stems'
  if (scale !== null && scale < 1) return 'ditsy'
  if (scale !== null) return random.inTurn('blooms', 'garden')
  return random.inTurn('blooms', 'garden', 'stems', 'blooms', 'ditsy', 'garden')
}

function levelsFor(style: Style, { scale, density }: Brief, layout: Layout, random: Random): PackingLevel[] {
  const size = style === 'ditsy' ? (scale ?? 0.8) * 1.35 : (scale ?? random.between(0.85, 1.15))
  // Copies of a layout share the repeat, so what is largest must leave them room.
  const fit = layout === 'toss' ? size : Math.min(size, 1.3)
  const closeness = 1 / Math.sqrt(density ?? 1)
  const fewer = density !== null && density < 1 ? 0.5 : 1
  const level = (name: string, radius: number, spread: number, most: number, gap: number): PackingLevel => ({
    name,
    radius: radius * fit,
    spread,
    most: Math.ceil((most * fewer) / (fit * fit)),
    gap: gap * closeness,
  })
  switch (style) {
    case 'blooms':
      return [
        level('hero', 122, 0.2, 14, 0.92),
        level('mid', 76, 0.25, 30, 0.92),
        level('sprig', 60, 0.3, 60, 0.8),
        level('small', 32, 0.35, 120, 0.95),
        level('dot', 8, 0.5, 140, 1.3),
      ]
    case 'garden':
      return [
        level('hero', 108, 0.25, 9, 1.08),
        level('mid', 70, 0.25, 14, 1),
        level('sprig', 74, 0.25, 22, 0.86),
        level('small', 36, 0.3, 40, 1),
        level('sprig', 44, 0.3, 60, 0.84),
        level('small', 24, 0.35, 60, 1.05),
        level('dot', 7, 0.5, 120, 1.5),
      ]
    case 'stems':
      return [
        level('stem', 116, 0.18, 40, 0.78),
        level('sprig', 58, 0.25, 40, 0.84),
        level('small', 27, 0.3, 60, 1.02),
        level('dot', 7, 0.4, 120, 1.5),
      ]
    case 'ditsy':
      return [
        level('small', 46, 0.25, 90, 1.05),
        level('sprig', 34, 0.25, 130, 0.9),
        level('small', 24, 0.3, 120, 1),
        level('dot', 6, 0.4, 160, 1.6),
      ]
    case 'leaves':
      return [level('sprig', 122, 0.25, 40, 0.66), level('sprig', 66, 0.3, 80, 0.7), level('dot', 8, 0.5, 60, 1.6)]
  }
}

function motifsFor(style: Style, brief: Brief, colours: Colourway, random: Random): Motifs {
  const { flowers } = brief
  const asked = flowers.filter((kind): kind is Bloom => blooms.some((one) => one === kind))
  const kinds = asked.length > 0 ? asked : random.shuffled(blooms).slice(0, 3)
  const paints = paintsFor(brief, colours)
  const each = <T>(make: (paint: FlowerColours, kind: Bloom) => T) =>
    paints.slice(0, 4).map((paint, at) => make(paint, kinds[at % kinds.length] ?? 'daisy'))
  const mids = style === 'blooms' || style === 'garden' ? each((paint, kind) => bloom(kind, paint, random)) : []
  const small = (paint: FlowerColours) => smallFlower(paint, random)
  return {
    hero:
      style === 'blooms' || style === 'garden'
        ? each((paint, kind) => `${collar(colours.leaf, random)}<g transform="scale(.9)">${bloom(kind, paint, random)}</g>`)
        : [],
    // Colours that were asked for lead at every size; else the second size takes the other end of the palette.
    mid: brief.colours.length > 0 ? mids : mids.toReversed(),
    stem:
      style === 'stems'
        ? paints.slice(0, 3).map((paint, at) => stemOf(flowers, kinds[at % kinds.length] ?? 'cosmos', paint, random))
        : [],
    small:
      asked.length > 0 && style === 'ditsy' ? each((paint, kind) => bloom(kind, paint, random)) : paints.slice(0, 4).map(small),
    sprig: paints.slice(0, 3).map(({ petal }) => sprig(colours.leaf, petal, random)),
    dot: paints.slice(0, 4).map(({ petal }) => `<circle r="70" fill="${petal}"/>`),
  }
}

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
