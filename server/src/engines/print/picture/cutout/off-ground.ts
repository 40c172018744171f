import { difference, type Lab } from '../../colour/oklab.ts'
import type { Raster } from '../../raster.ts'
import { tonesOf } from '../tones.ts'
import type { SmallPicture } from './small-picture.ts'
import { largestPart } from './tidy-mask.ts'

/** Least share of a print that can be its ground. */
const groundShare = 0.12
/** ΔE_OK from the ground beyond which something is a motif. */
const motifStep = 0.07

/** In flat artwork all over the picture, every motif that stands on the ground: the colour that hangs together most. */
export async function offGround(picture: Raster, grid: SmallPicture): Promise<Uint8Array | null> {
  const { flat, swatches } = await tonesOf(picture)
  if (!flat) return null
  const grounds = swatches.filter(({ share }) => share > groundShare).map(({ lab }) => motifsOff(lab, grid))
  const connected = grounds.map((motifs) => largestPart(motifs, grid.width, 0))
  const inside = grounds[connected.indexOf(Math.max(...connected))]
  return inside?.includes(1) ? inside : null
}

function motifsOff(ground: Lab, { labs, width, height }: SmallPicture): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, at) => {
    const colour = { l: labs[at * 3] ?? 0, a: labs[at * 3 + 1] ?? 0, b: labs[at * 3 + 2] ?? 0 }
    return difference(colour, ground) > motifStep ? 1 : 0
  })
}
