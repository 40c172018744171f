import type { RepeatLayout } from 'shared'
import type { Mood } from '../prompt/brief.ts'
import { createRandom } from '../random.ts'
import type { Raster } from '../raster.ts'
import { recolouredCalmly } from './calm-hues.ts'
import { recoloured } from './colour-map.ts'
import { halftoned, inInks } from './effects/effect.ts'
import { kaleidoscope } from './effects/kaleidoscope.ts'
import { quilted } from './effects/quilting.ts'
import { hexagons, squares } from './effects/symmetry.ts'
import { onLattice } from './lattice.ts'
import { acrossFor, calm, type Laid, repeated } from './repeat.ts'
import { setOn } from './resample.ts'
import { colourMapFor, inksFor, type Place } from './set-colours.ts'
import { type PictureKind, type Recipe, recipeFor } from './set-plan.ts'
import { type Source, sourceOf } from './source.ts'
import { type Structure, structureFor } from './structures.ts'
import { isTexture } from './texture.ts'
import type { Tones } from './tones.ts'
import { tossedSubject } from './tossed-subject.ts'

/** What the prompt of a variation asks for. */
export interface VariationWishes {
  colours: string[]
  ground: string | null
  layout: RepeatLayout | null
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
  const place = { index, seed: seedOfSet(seed, index) }
  const source = await sourceOf(bytes, size)
  const recipe = await recipeOf(source, place, wishes)
  const tile = await tileOf(bytes, source, size, recipe, place, wishes)
  // Which lines are quiet depends on the colours.
  return calm(await coloured(tile, recipe, place, wishes, source.tones))
}

async function recipeOf(source: Source, { index, seed }: Place, { layout }: VariationWishes): Promise<Recipe> {
  const recipe = recipeFor(await kindOf(source), index, seed)
  if (layout === 'toss') return { ...recipe, technique: 'toss' }
  return layout && !isInkedRecipe(recipe) ? { ...recipe, technique: 'plain' } : recipe
}

async function kindOf({ edges, picture }: Source): Promise<PictureKind> {
  if (edges.kind === 'open') return (await isTexture(picture)) ? 'texture' : 'scene'
  return edges.kind === 'plain' ? 'thing' : 'print'
}

const isInkedRecipe = ({ technique }: Recipe) => technique === 'screen-print' || technique === 'halftone'

async function coloured(tile: Raster, recipe: Recipe, place: Place, wishes: VariationWishes, tones: Tones): Promise<Raster> {
  const palette = inksFor(recipe.colouring, place, wishes) ?? []
  if (recipe.technique === 'screen-print') return inInks(tile, tones, true, { palette })
  if (recipe.technique === 'halftone') return halftoned(tile, tones, place.seed + place.index, { palette })
  const map = colourMapFor(recipe.colouring, place, wishes, tones)
  if (!map) return tile
  return tones.flat ? recoloured(tile, map) : recolouredCalmly(tile, map, true)
}

async function tileOf(
  bytes: Uint8Array,
  source: Source,
  size: number,
  recipe: Recipe,
  place: Place,
  wishes: VariationWishes,
): Promise<Raster> {
  const seed = place.seed + place.index
  switch (recipe.technique) {
    case 'kaleidoscope-square':
      return kaleidoscope(source.picture, size, squares, seed)
    case 'kaleidoscope-hexagon':
      return kaleidoscope(source.picture, size, hexagons, seed)
    case 'quilting':
      return quilted(source, size, seed)
    case 'toss':
      return (await tossedSubject(bytes, size, seed, wishes.scale)) ?? laidTile(source, size, recipe, place, wishes)
    default:
      return laidTile(source, size, recipe, place, wishes)
  }
}

async function laidTile(
  source: Source,
  size: number,
  recipe: Recipe,
  { index, seed }: Place,
  wishes: VariationWishes,
): Promise<Raster> {
  const random = createRandom(seed, `place ${index}`)
  const from = { x: random.next(), y: random.next() }
  const structure =
    wishes.layout && wishes.layout !== 'toss'
      ? laidAs(wishes.layout, index, wishes.scale)
      : scaled(await structureOf(source, recipe, index, seed), wishes.scale)
  if (structure.kind === 'layout') {
    const window = source.edges.kind === 'open' ? windowed(source, random) : source
    return repeated(window, size, structure.layout, structure.across)
  }
  const { picture, edges } = source
  const unit =
    edges.kind === 'plain' ? await setOn(picture, edges.colour, Math.min(size, Math.max(picture.width, picture.height))) : picture
  return onLattice(unit, structure.lattice, from, size)
}

/** As its recipe says, where that says how; else the next way that draws something new. */
async function structureOf(source: Source, { layout, across }: Recipe, index: number, seed: number): Promise<Structure> {
  return layout ? { kind: 'layout', layout, across } : structureFor(source, index % 8, seed)
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
