import type { ColourName, Image } from 'shared'
import { language } from '../ui/i18n'
import { encodeAse, type NamedColour } from './ase'
import { distinct } from './distinct-names'
import type { OwnImage } from './own-image'

/** A colour's name in the language of the screen. */
function inLanguage(names: ColourName): string {
  const spoken = language().slice(0, 2)
  return spoken === 'pt' ? names.pt : spoken === 'es' ? names.es : names.en
}

/** An image's colours with their names, largest share first; of two with one name the second is “navy 2”. */
export function namedPalette({ palette, paletteNames }: Pick<Image, 'palette' | 'paletteNames'>): NamedColour[] {
  const names = distinct(
    palette.map((hex, at) => {
      const known = paletteNames[at]
      return known === undefined ? hex : inLanguage(known)
    }),
    (name, turn) => `${name} ${turn}`,
  )
  return palette.map((hex, at) => ({ hex, name: names[at] ?? hex }))
}

/** The palette as a file of swatches for Illustrator, Photoshop and InDesign, called as the image is. */
export function paletteFile({ image, name }: Pick<OwnImage, 'image' | 'name'>): { bytes: Blob; name: string } {
  const called = name.replace(/\.\w+$/, '')
  const bytes = new Blob([encodeAse(called, namedPalette(image))], { type: 'application/octet-stream' })
  return { bytes, name: `${called}.ase` }
}
