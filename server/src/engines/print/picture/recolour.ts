import type { ColourMap } from './colour-map.ts'
import { matched, palettesSwapped } from './palette-swap.ts'
import { rampThrough, tonedBy } from './tone-ramp.ts'
import type { Tones } from './tones.ts'

/** A map to the palette that suits the picture: by colour for flat artwork, by tone for photographs. */
export function mappedTo(palette: readonly string[], tones: Tones): ColourMap {
  if (tones.flat) return palettesSwapped(tones.swatches, matched(tones.swatches, palette))
  return tonedBy(rampThrough(palette, 'own'), tones)
}
