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
 * The paints of line work. Drawn only: flowers in the cloth's colour, their greens solid in the pen's, which is the leading
 * colour where one was asked for. Washed: flowers tinted, or in the colours that were asked for, with the pen in ink.
 */
export function linePaintsFor(brief: Brief, colours: Colourway, washed: boolean): FlowerColours[] {
  const { ground, main, leaf, ink } = colours
  const asked = brief.colours.length > 0
  const pen = asked && !washed ? (main[0] ?? ink) : ink
  return petalsOf(brief, colours).map((petal) => ({
    petal: washed ? (asked ? petal : between(ground, petal, 0.62)) : ground,
    centre: ground,
    ink: pen,
    leaf: washed ? between(ground, leaf, 0.4) : pen,
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
