import type { Random } from '../../random.ts'
import type { Band, Sequence } from './stripe-bands.ts'

/** Composes stripes of many colours. */
type Composer = (palette: string[], ground: string, random: Random) => Sequence

/** Bands of every colour in varied widths, the ground between them as a rest for the eye. */
export const serape: Composer = (palette, ground, random) => {
  const passes = palette.length < 4 ? 2 : 1
  const composed = Array.from({ length: passes }, () => random.shuffled(palette))
    .flat()
    .flatMap((hex): Band[] => {
      const band: Band = [hex, random.pick(0.6, 1, 1.6, 2.6)]
      return random.chance(0.5) ? [[ground, random.pick(0.4, 0.8, 1.5)], band] : [band]
    })
  return { bands: composed, times: composed.length > 9 ? 1 : 2 }
}

/** Every colour in one width, the cloth among them or between them. */
export const candy: Composer = (palette, ground, random) => {
  const spaced = random.chance(0.6)
  const ordered = random.shuffled(spaced ? palette : [ground, ...palette])
  const gap: Band[] = spaced ? [[ground, 0.8]] : []
  return { bands: ordered.flatMap((hex): Band[] => [...gap, [hex, 1]]), times: random.pick(1, 2, 3) }
}

/** A broad field with groups of lines that mirror each other, as deckchairs and shirtings have. */
export const mirrored: Composer = (palette, ground, random) => {
  const [field = ground, ...lines] = random.shuffled(palette)
  const half = lines.flatMap((hex): Band[] => [
    [ground, random.pick(0.3, 0.5, 0.9)],
    [hex, random.pick(0.25, 0.45, 0.8, 1.2)],
  ])
  return { bands: [[field, random.pick(2, 3)], ...half, [ground, random.pick(1.2, 2)], ...half.toReversed()], times: 2 }
}
