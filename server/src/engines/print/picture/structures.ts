import type { Laid } from 'shared'
import { createRandom, type Random } from '../random.ts'
import type { Raster } from '../raster.ts'
import { compared, type Spectrum, spectrumOf, unlikeness } from './drawing-likeness.ts'
import { type Lattice, laidOn, unitsOf } from './lattice.ts'
import { laid } from './repeat.ts'
import { resampled, setOn } from './resample.ts'
import { mirrored } from './seamless-tile.ts'
import type { Source } from './source.ts'

/** How a variation repeats its picture. A lattice keeps a picture that tiles whole; a layout may cut one that does not. */
export type Structure = { kind: 'lattice'; lattice: Lattice } | { kind: 'layout'; layout: Laid; across: number }

/** Ways to lay a picture that tiles: at several sizes, straight, on its side, on the bias. */
const lattices: readonly Structure[] = [
  [1, 0],
  [0, 1],
  [1, 1],
  [1, -1],
  [2, 0],
  [0, 2],
  [2, 1],
  [1, 2],
  [2, 2],
  [3, 0],
  [3, 1],
  [0, 3],
].flatMap(([along = 1, across = 0]): Structure[] =>
  [false, true].map((mirrored) => ({ kind: 'lattice', lattice: { along, across, mirrored } })),
)

const layouts: readonly Structure[] = [
  { kind: 'layout', layout: 'half-drop', across: 2 },
  { kind: 'layout', layout: 'mirror', across: 2 },
  { kind: 'layout', layout: 'brick', across: 2 },
  { kind: 'layout', layout: 'block', across: 2 },
  { kind: 'layout', layout: 'half-drop', across: 4 },
  { kind: 'layout', layout: 'mirror', across: 4 },
  { kind: 'layout', layout: 'brick', across: 4 },
]
const single: Structure = { kind: 'layout', layout: 'block', across: 1 }

/**
 * The `index`th way of a set, by the set's seed. What repeats without being cut is compared first: half-dropped dots may be
 * the very dots they were, so each way is taken that draws what no earlier one and not the picture itself draws.
 */
export async function structureFor(source: Source, index: number, seed: number): Promise<Structure> {
  const random = createRandom(seed, 'structure')
  if (source.edges.kind === 'open') return largeFirst([single, ...layouts], random)[index % (layouts.length + 1)] ?? single
  const taken = await mostUnlike(source, index + 1, random)
  return taken[index % taken.length] ?? single
}

/** In an order by chance in which two of three are laid large: a designer looks at motifs first. */
function largeFirst(choices: readonly Structure[], random: Random): Structure[] {
  const shuffled = random.shuffled(choices)
  const isLarge = (one: Structure) => (one.kind === 'layout' ? one.across <= 2 : unitsOf(one.lattice) < 2.5)
  const small = shuffled.filter((one) => !isLarge(one))
  const large = shuffled.filter(isLarge)
  return large.flatMap((one, at) => (at % 2 === 1 ? [one, ...small.splice(0, 1)] : [one])).concat(small)
}

/** Under this, two ways draw the same thing. */
const sameDrawing = 0.35

/** The first `count` ways of an order by chance that draw something new each; fewer where there are no more, but at least one. */
async function mostUnlike(source: Source, count: number, random: Random): Promise<Structure[]> {
  const unit = await unitOf(source, compared)
  const half = await unitOf(source, compared / 2)
  const choices = source.edges.kind === 'plain' ? [...layouts.filter(isCoarse), ...lattices] : lattices
  const seen: Spectrum[] = [spectrumOf(unit)]
  const taken: Structure[] = []
  for (const structure of largeFirst(choices, random)) {
    if (taken.length === count) break
    const spectrum = spectrumOf(thumbnailOf(structure, unit, half))
    if (seen.some((other) => unlikeness(spectrum, other) < sameDrawing)) continue
    seen.push(spectrum)
    taken.push(structure)
  }
  return taken.length > 0 ? taken : [single]
}

const isCoarse = (structure: Structure) => structure.kind === 'layout' && structure.across === 2

const unitOf = ({ edges, picture }: Source, side: number) =>
  edges.kind === 'plain' ? setOn(picture, edges.colour, side) : resampled(picture, side, side, 'fill')

function thumbnailOf(structure: Structure, unit: Raster, half: Raster): Raster {
  if (structure.kind === 'lattice') return laidOn(unit, structure.lattice, { x: 0, y: 0 }, compared)
  if (structure.layout === 'mirror') return mirrored(half)
  return laid(half, compared, structure.layout)
}
