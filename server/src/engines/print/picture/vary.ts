import type { Mood } from '../prompt/brief.ts'
import { createRandom } from '../random.ts'
import type { Raster } from '../raster.ts'
import { recoloured } from './colour-map.ts'
import { onLattice } from './lattice.ts'
import { acrossFor, calm, type Laid, repeated } from './repeat.ts'
import { setOn } from './resample.ts'
import { type Source, sourceOf } from './source.ts'
import { type Structure, structureFor } from './structures.ts'
import { askedColours, freeColours, stepFor } from './variation-colours.ts'

/** What the prompt of a variation asks for. */
export interface VariationWishes {
  colours: string[]
  ground: string | null
  layout: Laid | null
  mood: Mood | null
  /** Under 1 smaller than usual, above 1 larger. */
  scale: number | null
}

/** Seeds lie below it; a batch's seeds go on from 0 after it. */
const seeds = 2 ** 31 - 1

/** A batch counts its seed up from image to image: this is the seed it began with, by which its images are told apart from another batch's. */
const seedOfSet = (seed: number, index: number) => (((seed - index) % seeds) + seeds) % seeds

/** A variation of a picture: the `index`th of the set that a seed gives; wishes take precedence. */
export async function varied(
  bytes: Uint8Array,
  size: number,
  index: number,
  seed: number,
  wishes: VariationWishes,
): Promise<Raster> {
  const set = seedOfSet(seed, index)
  const source = await sourceOf(bytes, size)
  const tile = await tileOf(source, size, index, set, wishes)
  const { colours, ground, mood } = wishes
  const asked = colours.length > 0 || ground !== null
  const map = asked
    ? askedColours(colours, ground, index, set, source.tones)
    : freeColours(stepFor(index, set, mood, source.tones), index, set, source.tones)
  // Which lines are quiet depends on the colours.
  return calm(recoloured(tile, map))
}

async function tileOf(source: Source, size: number, index: number, set: number, wishes: VariationWishes): Promise<Raster> {
  const random = createRandom(set, `place ${index}`)
  const from = { x: random.next(), y: random.next() }
  const structure = wishes.layout
    ? laidAs(wishes.layout, index, wishes.scale)
    : scaled(await structureFor(source, index, set), wishes.scale)
  if (structure.kind === 'layout') {
    const window = source.edges.kind === 'open' ? windowed(source, random) : source
    return repeated(window, size, structure.layout, structure.across)
  }
  const { picture, edges } = source
  const unit =
    edges.kind === 'plain' ? await setOn(picture, edges.colour, Math.min(size, Math.max(picture.width, picture.height))) : picture
  return onLattice(unit, structure.lattice, from, size)
}

/** The layout that was asked for, at a size that goes from large to small through the set. */
function laidAs(layout: Laid, index: number, scale: number | null): Structure {
  return {
    kind: 'layout',
    layout,
    across: acrossFor(layout, index % 4 === 3 ? 4 : layout === 'block' && index % 2 === 0 ? 1 : 2, scale),
  }
}

function scaled(structure: Structure, scale: number | null): Structure {
  if (scale === null) return structure
  if (structure.kind === 'layout') return { ...structure, across: acrossFor(structure.layout, structure.across, scale) }
  const { along, across, mirrored } = structure.lattice
  const units = Math.hypot(along, across)
  if (scale < 1) return units >= 2 ? structure : { kind: 'lattice', lattice: { along: along * 2, across: across * 2, mirrored } }
  return units < 2 ? structure : { kind: 'lattice', lattice: { along: Math.sign(along), across: Math.sign(across), mirrored } }
}

/** Least part of the framed square that a variation shows: less would lose what the picture is of. */
const leastPart = 0.72

/** Another window on a picture that must be cut anyway, somewhat closer, by chance. */
function windowed(source: Source, random: ReturnType<typeof createRandom>): Source {
  const { square } = source
  const part = random.between(leastPart, 1)
  const window = {
    left: square.left + random.next() * (1 - part) * square.width,
    top: square.top + random.next() * (1 - part) * square.height,
    width: square.width * part,
    height: square.height * part,
  }
  return { ...source, square: window }
}
