import type { Random } from '../../random.ts'
import { decimal } from '../drawing.ts'
import { fill, fillings } from './boteh-fillings.ts'
import { type BotehColours, layer, petals, ring, rosette, stroke } from './boteh-parts.ts'
import { type BotehShape, botehShape } from './boteh-shape.ts'

/** The svg of one boteh inside radius 100, and its shape. */
export interface Boteh {
  svg: string
  shape: BotehShape
}

/** A large boteh with everything in it; `order` takes the fillings in turn. */
export function boteh(order: number, colours: BotehColours, random: Random): Boteh {
  const shape = botehShape(random.between(48, 57), random.between(125, 165), random.between(8, 20))
  const filling = fillings[order % fillings.length] ?? 'spray'
  const fringe = random.pick('beads' as const, 'petals' as const, 'dots' as const)
  return { shape, svg: edged(shape, fringe, colours) + fill[filling](shape, colours, random) + tipBead(shape, colours) }
}

/** A small boteh: a body, a rim of dots and a seed. */
export function smallBoteh(colours: BotehColours, random: Random): Boteh {
  const shape = botehShape(random.between(52, 60), random.between(110, 150), 12)
  const { x, y } = shape.spine(0)
  const svg =
    ring(shape.rim(-11, 17), 5.5, colours.fringe, colours) +
    layer(shape, 0, colours.body, colours) +
    layer(shape, 16, colours.field, colours) +
    ring(shape.rim(29, 15), 4, colours.flower, { ...colours, pen: 0 }) +
    rosette(x, y, 22, 6, colours)
  return { shape, svg }
}

/** The body with its outline of beads, petals or dots. */
function edged(shape: BotehShape, fringe: 'beads' | 'petals' | 'dots', colours: BotehColours): string {
  const around = {
    beads: () => ring(shape.rim(-3, 13), 7.5, colours.fringe, colours),
    petals: () => petals(shape.rim(2, 12), 15, 7, 0, colours.fringe, colours),
    dots: () => ring(shape.rim(-10, 11), 3.6, colours.fringe, colours),
  }[fringe]()
  // A fringe in the body's own colour is parted from it by a line of the cloth.
  const gap = colours.fringe === colours.body && fringe !== 'dots' ? layer(shape, -2.4, colours.field, colours) : ''
  return around + gap + layer(shape, 0, colours.body, colours)
}

function tipBead(shape: BotehShape, colours: BotehColours): string {
  const { x, y, onwards } = shape.spine(1)
  const angle = (onwards * Math.PI) / 180
  return `<circle cx="${decimal(x + Math.sin(angle) * 5)}" cy="${decimal(y - Math.cos(angle) * 5)}" r="5.5" fill="${colours.fringe}"${stroke(colours)}/>`
}
