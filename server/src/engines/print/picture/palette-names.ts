import type { ColourName } from 'shared'
import { shownColours } from 'shared'
import { difference, hexToLab, type Lab } from '../colour/oklab.ts'

/** ΔE_OK by which a name may be missed for the sake of not saying it twice. */
const nearly = 0.09

const named = namedColours()

/** Each colour of a palette by the nearest name a designer knows it by; two colours have two names where that is no lie. */
export function namesOfPalette(palette: readonly string[]): ColourName[] {
  const said = new Set<ColourName>()
  return palette.map((hex) => {
    const colour = hexToLab(hex)
    const nearest = nearestOf(colour, new Set())
    const other = said.has(nearest.name) ? nearestOf(colour, said) : nearest
    const { name } = other.away < nearly ? other : nearest
    said.add(name)
    return name
  })
}

/** The nearest name but those already said. */
function nearestOf(colour: Lab, said: ReadonlySet<ColourName>): { name: ColourName; away: number } {
  let best = { name: nameless, away: Number.POSITIVE_INFINITY }
  for (const { name, lab } of named) {
    const away = difference(lab, colour)
    if (away < best.away && !said.has(name)) best = { name, away }
  }
  return best
}

const nameless: ColourName = { en: '', pt: '', es: '' }

/** Every colour with its names; the three lists are of the same colours in the same order. */
function namedColours() {
  const pt = shownColours('pt')
  const es = shownColours('es')
  return shownColours('en').map(([en, hex], at) => ({
    name: { en, pt: pt[at]?.[0] ?? en, es: es[at]?.[0] ?? en },
    lab: hexToLab(hex),
  }))
}
