import type { Colourway } from '../colour/colourway.ts'
import { difference, hexToLab } from '../colour/oklab.ts'
import type { Brief } from '../prompt/brief.ts'
import type { FlowerColours } from './flower.ts'

/** The colours of a print's flowers, the leading ones first. */
export function paintsFor(brief: Brief, colours: Colourway): FlowerColours[] {
  const { ink, leaf } = colours
  return petalsOf(brief, colours).map((petal, at) => ({ petal, centre: centreFor(petal, colours, at), ink, leaf }))
}

/** Flowers by the colours asked for, three of four at least; what was added to them is only the last. */
function petalsOf({ colours: asked }: Brief, { main }: Colourway): string[] {
  const leading = main.filter((hex) => asked.includes(hex))
  if (leading.length === 0 || leading.length > 3) return main
  const [first = '', second = first, third = first] = leading
  return [first, second, third, main[leading.length] ?? first]
}

/** A centre that stands out from its petals: another of the print's colours, else honey or cream. */
function centreFor(petal: string, { main }: Colourway, at: number): string {
  const away = (hex: string) => difference(hexToLab(hex), hexToLab(petal))
  const others = [main[(at + 1) % main.length], main[(at + 2) % main.length], '#e5b245', '#f6e7c1', '#7a4a2c']
  const found = others.find((hex) => hex !== undefined && away(hex) > 0.2)
  return found ?? '#e5b245'
}
