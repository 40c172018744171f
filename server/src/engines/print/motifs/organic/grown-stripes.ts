import type { Random } from '../../random.ts'
import { blurred, emptyField, type Field, fieldOf, usualGrid } from './field.ts'
import { gradientNoise } from './noise.ts'

/** More could not be told apart on the grid they grow on. */
export const mostStripes = usualGrid / 8

/** Rounds after which stripes have found their widths. */
const rounds = 14
/** How far stripes are drawn out in the end, as a share of their distance: what ended round then tapers. */
const drawnOut = 0.9
/** How steeply a round pushes apart what is high and what is low. */
const steepness = 4.2

/**
 * Stripes as coats grow them: what lies near strengthens, what lies a little farther weakens (Young's activator and
 * inhibitor, 1984), so that stripes part evenly, fork and end. `count` of them lie across a repeat, running along x; the
 * result is a field with soft flanks, above 0 inside. `order` 0 to 1: how straight they begin.
 */
export function grownStripes(count: number, order: number, random: Random): Field {
  let field = seeded(count, order, random)
  const near = Math.max(1, Math.round(usualGrid / count / 9))
  const far = Math.max(near + 1, Math.round(usualGrid / count / 3.4))
  for (let round = 0; round < rounds; round++) {
    const activated = blurred(field, near * 2, near)
    const inhibited = blurred(field, far * 2, far)
    const last = round === rounds - 1
    const grown = emptyField(usualGrid)
    for (let at = 0; at < grown.values.length; at++) {
      const push = steepness * ((activated.values[at] ?? 0) - (inhibited.values[at] ?? 0))
      grown.values[at] = last ? push : Math.min(1, Math.max(-1, push))
    }
    field = grown
  }
  return blurred(field, Math.round((drawnOut * usualGrid) / count), near)
}

/** Waves along y, and flecks as large as stripes are wide that set them out of step: there they will fork and end. */
function seeded(count: number, order: number, random: Random): Field {
  const flecks = gradientNoise(random, Math.max(2, Math.round(count / 2.4)), Math.max(2, Math.round(count * 1.1)))
  return fieldOf((x, y) => {
    const phase = count * y
    const wave = 1 - 4 * Math.abs(phase - Math.floor(phase) - 0.5)
    return order * wave + (1 - order) * 1.6 * flecks(x, y)
  })
}
