import type { Effect, Options } from 'shared'
import { ToileError } from '../../../../platform/errors.ts'
import { hexToLab } from '../../colour/oklab.ts'
import type { Raster } from '../../raster.ts'
import { recoloured } from '../colour-map.ts'
import { mappedTo } from '../recolour.ts'
import { unitOf } from '../repeat.ts'
import { sourceOf } from '../source.ts'
import type { Tones } from '../tones.ts'
import { halftone } from './halftone.ts'
import { type Ink, inksOf, ownInks } from './inks.ts'
import { kaleidoscope } from './kaleidoscope.ts'
import { quilted } from './quilting.ts'
import { screenPrint } from './screen-print.ts'
import { hexagons, squares } from './symmetry.ts'

/** `effect`: which; `inks`: of a halftone or a screen print; `palette`: their colours, where the picture's own are not wanted. */
type EffectWishes = Pick<Options, 'effect' | 'inks' | 'palette'>

/** True of effects in hard dots or areas of ink, which are encoded as a drawing is. */
export const isInked = (effect: Effect | undefined) => effect === 'halftone' || effect === 'screen-print'

/** Inks of a photograph where no number was asked for; flat artwork has as many as it has colours. */
const usualInks = { photograph: 4, flat: 6 }

/** What an effect makes of a picture. Throws `UNSUPPORTED_IMAGE`, and `BAD_REQUEST` where no effect is named. */
export async function effected(bytes: Uint8Array, size: number, seed: number, wishes: EffectWishes): Promise<Raster> {
  const source = await sourceOf(bytes, size)
  switch (wishes.effect) {
    case 'kaleidoscope-square':
      return kaleidoscope(source.picture, size, squares, seed)
    case 'kaleidoscope-hexagon':
      return kaleidoscope(source.picture, size, hexagons, seed)
    case 'quilting':
      return quilted(source, size, seed)
    case 'halftone':
      return halftoned(await unitOf(source, size), source.tones, seed, wishes)
    case 'screen-print':
      return inInks(await unitOf(source, size), source.tones, source.edges.kind !== 'open', wishes)
    case undefined:
      throw new ToileError('BAD_REQUEST', { field: 'effect' })
  }
}

/** A picture as a screen print: in its own colours, or in a palette that it is recoloured to. */
export function inInks(
  picture: Raster,
  tones: Tones,
  torus: boolean,
  { inks, palette = [] }: Pick<EffectWishes, 'inks' | 'palette'>,
): Promise<Raster> {
  const manner = { flat: tones.flat, torus }
  const asked = palette.slice(0, inks)
  if (asked.length > 0) return screenPrint(recoloured(picture, mappedTo(asked, null, tones)), inksOf(asked), manner)
  const count = inks ?? usualInks[tones.flat ? 'flat' : 'photograph']
  return screenPrint(picture, ownInks(tones, count), manner)
}

/** What is printed on where no colour is light enough: a warm white. */
const usualPaper = '#fbf7ee'
/** Lightness from which a colour asked for is the paper and no ink. */
const paperLightness = 0.86

/** A picture as a halftone: in its own colours, or in a palette that it is recoloured to. */
export function halftoned(
  picture: Raster,
  tones: Tones,
  seed: number,
  { inks, palette = [] }: Pick<EffectWishes, 'inks' | 'palette'>,
): Raster {
  if (palette.length > 0) {
    const { paper, others } = paperAmong(inksOf(palette))
    const chosen = palette.filter((hex) => others.includes(hex)).slice(0, inks)
    const asked = inksOf(chosen).map(({ hex }) => hex)
    return halftone(recoloured(picture, mappedTo([paper, ...asked], null, tones)), asked, paper, seed)
  }
  const count = inks ?? usualInks[tones.flat ? 'flat' : 'photograph']
  const { paper, others } = paperAmong(ownInks(tones, count + 1))
  return halftone(picture, others.slice(0, count), paper, seed)
}

/** The lightest of several inks as the paper, where it is light and does not stand alone; darkest ink first. */
function paperAmong(inks: readonly Ink[]): { paper: string; others: string[] } {
  const colours = inks.map(({ hex }) => hex)
  const lightest = colours.at(-1)
  const isPaper = lightest !== undefined && colours.length > 1 && hexToLab(lightest).l >= paperLightness
  return isPaper ? { paper: lightest, others: colours.slice(0, -1) } : { paper: usualPaper, others: colours }
}
