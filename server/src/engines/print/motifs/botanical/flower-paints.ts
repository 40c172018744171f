import type { Colourway } from '../../colour/colourway.ts'
import { between, difference, hexToLab, hexToLch } from '../../colour/oklab.ts'
import type { Brief } from '../../prompt/brief.ts'
import type { FlowerColours } from './flower.ts'

/** The colours of a print's flowers, the leading ones first. */
export function paintsFor(brief: Brief, colours: Colourway): FlowerColours[] {
  const { ink, leaf } = colours
  return petalsOf(brief, colours).map((petal, at) => ({ petal, centre: centreFor(petal, colours, at), ink, leaf }))
}

/**
 * The paints of line work: the pen in the leading colour where one was asked for, else in ink; the flowers are the cloth's
 * colour, or washed with a thin tint of their own.
 */
export function linePaintsFor(brief: Brief, colours: Colourway, washed: boolean): FlowerColours[] {
  const { ground, main, leaf, ink } = colours
  const pen = !washed && brief.colours.length > 0 ? (main[0] ?? ink) : ink
  const wash = (hex: string, share: number) => (washed ? between(ground, hex, share) : ground)
  return petalsOf(brief, colours).map((petal) => ({
    petal: wash(petal, 0.62),
    centre: ground,
    ink: pen,
    leaf: wash(leaf, 0.4),
    pen: 2.1,
  }))
}

/** Flowers by the colours asked for, three of four at least; what was added to them is only the last. Green, where it was not asked for, is the last too. */
function petalsOf({ colours: asked }: Brief, { main }: Colourway): string[] {
  const leading = main.filter((hex) => asked.includes(hex))
  if (leading.length === 0) return [...main.filter((hex) => !isGreen(hex)), ...main.filter(isGreen)]
  if (leading.length > 3) return main
  const [first = '', second = first, third = first] = leading
  return [first, second, third, main[leading.length] ?? first]
}

function isGreen(hex: string): boolean {
  const { c, h } = hexToLch(hex)
  return c > 0.025 && h > 105 && h < 190
}

/** A centre that stands out from its petals: another of the print's colours, else honey or cream. */
function centreFor(petal: string, { main }: Colourway, at: number): string {
  const away = (hex: string) => difference(hexToLab(hex), hexToLab(petal))
  const others = [main[(at + 1) % main.length], main[(at + 2) % main.length], '#e5b245', '#f6e7c1', '#7a4a2c']
  const found = others.find((hex) => hex !== undefined && away(hex) > 0.2)
  return found ?? '#e5b245'
}
