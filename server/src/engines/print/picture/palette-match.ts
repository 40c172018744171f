import { difference, hexToLab, type Lab, labToLch } from '../colour/oklab.ts'
import type { Swatch } from '../colour/palette.ts'
import type { Pair } from './palette-transfer.ts'

/** Lightness within which two main colours may change places where hue speaks for it. */
const nearLightness = 0.07

/**
 * Which main colour becomes which of the colours asked for: the ground the ground asked for, the others dark for dark and light
 * for light; of two that are equally light, each takes the hue that is nearer to its own.
 */
export function pairsFor(
  swatches: readonly Swatch[],
  palette: readonly string[],
  ground: { of: Swatch; hex: string } | null,
): Pair[] {
  const grounded: Pair[] = ground ? [{ from: ground.of, to: hexToLab(ground.hex) }] : []
  const rest = swatches.filter((swatch) => swatch !== ground?.of).sort(byLightness)
  const targets = palette
    .filter((hex) => hex !== ground?.hex)
    .slice(0, rest.length)
    .map(hexToLab)
    .sort((p, q) => p.l - q.l)
  exchangeByHue(rest, targets)
  return [
    ...grounded,
    ...rest.flatMap((from, at): Pair[] => {
      const to = targets[at]
      return to ? [{ from, to }] : []
    }),
  ]
}

const byLightness = (p: Swatch, q: Swatch) => p.lab.l - q.lab.l

function exchangeByHue(swatches: readonly Swatch[], targets: Lab[]): void {
  for (let at = 0; at + 1 < targets.length; at++) {
    const [low, high, dark, light] = [swatches[at], swatches[at + 1], targets[at], targets[at + 1]]
    if (!low || !high || !dark || !light) continue
    if (high.lab.l - low.lab.l > nearLightness || light.l - dark.l > nearLightness * 2) continue
    const straight = hueDistance(low.lab, dark) + hueDistance(high.lab, light)
    const crossed = hueDistance(low.lab, light) + hueDistance(high.lab, dark)
    if (crossed < straight - 0.03) [targets[at], targets[at + 1]] = [light, dark]
  }
}

/** How far two colours' hues lie apart, whatever their lightness and how strong they are. */
function hueDistance(p: Lab, q: Lab): number {
  const [one, other] = [labToLch(p), labToLch(q)]
  const strength = Math.min(one.c, other.c)
  const level = ({ a, b }: Lab, c: number) => ({
    l: 0,
    a: (a / Math.max(0.01, c)) * strength,
    b: (b / Math.max(0.01, c)) * strength,
  })
  return difference(level(p, one.c), level(q, other.c))
}
