import { hexToLab, rgbToLab } from '../colour/oklab.ts'
import type { Swatch } from '../colour/palette.ts'
import type { Raster } from '../raster.ts'
import type { ColourMap } from './colour-map.ts'
import { groundAmong, mainColours } from './main-colours.ts'
import { pairsFor } from './palette-match.ts'
import { matched, palettesSwapped } from './palette-swap.ts'
import { transferred } from './palette-transfer.ts'
import { withEnds } from './tone-ramp.ts'
import type { Tones } from './tones.ts'

/** Pixels of the thumbnail of which one is looked at, when colours are set. */
const every = 5

/** So few colours get a shade and a tint of their own where they have no dark or light one: a photograph needs its depth. */
const few = 3

/** A map to the palette that suits the picture: colour by colour for flat artwork, softly for photographs. A ground asked for takes the ground's place. */
export function mappedTo(palette: readonly string[], ground: string | null, tones: Tones): ColourMap {
  const colours = [...new Set(ground ? [ground, ...palette] : palette)]
  if (tones.flat) return swapped(colours, ground, tones)
  const whole = colours.length <= few ? withEnds(colours) : colours
  const swatches = mainColours(tones.thumbnail, whole.length)
  const behind = ground ? groundAmong(tones.thumbnail, swatches) : null
  const pairs = pairsFor(swatches, whole, behind && ground ? { of: behind, hex: ground } : null)
  return transferred(pairs, sampleOf(tones.thumbnail))
}

/** The largest area of flat artwork is its ground: it takes a colour of its own, the one that stands where it stood between dark and light. */
function swapped(colours: readonly string[], ground: string | null, { swatches }: Tones): ColourMap {
  const [cloth, ...motifs] = swatches
  if (!cloth || motifs.length === 0) return palettesSwapped(swatches, matched(swatches, colours))
  const hex = ground ?? standingIn(cloth, motifs, colours)
  const rest = colours.filter((one) => one !== hex)
  return palettesSwapped(swatches, [hexToLab(hex), ...matched(motifs, rest.length > 0 ? rest : colours)])
}

function standingIn(cloth: Swatch, motifs: readonly Swatch[], colours: readonly string[]): string {
  const total = motifs.reduce((sum, { share }) => sum + share, 0)
  const darker = motifs.filter(({ lab }) => lab.l < cloth.lab.l).reduce((sum, { share }) => sum + share, 0)
  const ordered = colours.toSorted((p, q) => hexToLab(p).l - hexToLab(q).l)
  return ordered[Math.round((darker / total) * (ordered.length - 1))] ?? ordered[0] ?? '#ffffff'
}

function sampleOf({ data, width, height }: Raster) {
  return Array.from({ length: Math.floor((width * height) / every) }, (_, at) => {
    const from = at * every * 3
    return rgbToLab(data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0)
  })
}
