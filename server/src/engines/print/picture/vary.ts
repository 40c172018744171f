import type { Raster } from '../raster.ts'
import { recolouredCalmly } from './calm-hues.ts'
import { recoloured } from './colour-map.ts'
import { halftoned, inInks } from './effects/effect.ts'
import { kaleidoscope } from './effects/kaleidoscope.ts'
import { quilted } from './effects/quilting.ts'
import { hexagons, squares } from './effects/symmetry.ts'
import { laidTile } from './laid-tile.ts'
import { calm } from './repeat.ts'
import { colourMapFor, inksFor, type Place } from './set-colours.ts'
import { type PictureKind, type Recipe, recipeFor } from './set-plan.ts'
import { type Source, sourceOf } from './source.ts'
import { isTexture } from './texture.ts'
import type { Tones } from './tones.ts'
import { tossedSubject } from './tossed-subject.ts'
import type { VariationWishes } from './variation-wishes.ts'

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
  const palette = inksFor(recipe.colouring, place, wishes, tones) ?? []
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
      return (
        (await tossedSubject(bytes, source.picture, size, seed, wishes.scale)) ?? laidTile(source, size, recipe, place, wishes)
      )
    default:
      return laidTile(source, size, recipe, place, wishes)
  }
}
