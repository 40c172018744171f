import { acrossFor, type Laid } from 'shared'
import { createRandom } from '../random.ts'
import type { Raster } from '../raster.ts'
import { onLattice } from './lattice.ts'
import { repeated } from './repeat.ts'
import { setOn } from './resample.ts'
import type { Place } from './set-colours.ts'
import type { Recipe } from './set-plan.ts'
import type { Source } from './source.ts'
import { type Structure, structureFor } from './structures.ts'
import type { VariationWishes } from './variation-wishes.ts'

/** The picture laid as a recipe says, where no technique of its own makes the tile. */
export async function laidTile(
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
