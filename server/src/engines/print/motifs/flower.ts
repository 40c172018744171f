import { toned } from '../colour/oklab.ts'
import type { Flower } from '../prompt/brief.ts'
import type { Random } from '../random.ts'
import { decimal } from './drawing.ts'
import { disc, petalPath, ring, seeds, stamens } from './petals.ts'

/** The colours of one flower. */
export interface FlowerColours {
  petal: string
  centre: string
  ink: string
  leaf: string
}

/** Flowers seen from above; they fill a circle of radius 100 round 0,0. */
export type Bloom = Exclude<Flower, 'tulip' | 'lavender' | 'leaves'>

export const blooms: readonly Bloom[] = ['daisy', 'rose', 'poppy', 'peony', 'blossom', 'cosmos', 'sunflower']

/** The svg of one bloom. */
export function bloom(kind: Bloom, colours: FlowerColours, random: Random): string {
  return painters[kind](colours, random)
}

type Painter = (colours: FlowerColours, random: Random) => string

const deep = (hex: string) => toned(hex, -0.085, 1.02)
const light = (hex: string) => toned(hex, 0.07, 0.85)

const painters: Record<Bloom, Painter> = {
  daisy: ({ petal, centre }, random) => {
    const count = 12 + random.below(4)
    return (
      ring({ shape: 'strap', count, length: 98, width: 17, fill: deep(petal) }, random) +
      ring({ shape: 'strap', count, length: 92, width: 16, fill: petal, turn: 180 / count, veins: deep(petal) }, random) +
      disc(25, deep(centre)) +
      disc(22, centre) +
      seeds(22, 4.1, 2.1, deep(deep(centre)))
    )
  },
  rose: ({ petal }, random) => roseOf(petal, random),
  poppy: ({ petal, ink, centre }, random) =>
    ring({ shape: 'round', count: 4, length: 99, width: 66, fill: deep(petal) }, random) +
    ring({ shape: 'round', count: 4, length: 88, width: 56, fill: petal, turn: 45, veins: deep(petal) }, random) +
    ring({ shape: 'pointed', count: 8, length: 36, width: 9, fill: deep(deep(petal)), turn: 20 }, random) +
    stamens(20, 30, ink, random) +
    disc(14, ink) +
    seeds(7, 4, 2, centre),
  peony: ({ petal, centre }, random) =>
    ring({ shape: 'notched', count: 9, length: 100, width: 38, fill: deep(petal) }, random) +
    ring({ shape: 'notched', count: 8, length: 84, width: 36, fill: petal, turn: 20, edge: deep(petal) }, random) +
    ring({ shape: 'notched', count: 7, length: 64, width: 30, fill: light(petal), turn: 8, edge: petal }, random) +
    ring({ shape: 'notched', count: 6, length: 44, width: 23, fill: petal, turn: 30, edge: deep(petal) }, random) +
    ring({ shape: 'round', count: 5, length: 25, width: 14, fill: light(petal), edge: petal }, random) +
    seeds(6, 3.6, 2.4, centre),
  blossom: ({ petal, centre, ink }, random) =>
    ring({ shape: 'heart', count: 5, length: 98, width: 50, fill: petal, edge: deep(petal), veins: deep(petal) }, random) +
    ring({ shape: 'pointed', count: 5, length: 40, width: 10, fill: deep(petal) }, random) +
    stamens(13, 34, ink, random) +
    disc(10, centre),
  cosmos: ({ petal, centre }, random) =>
    ring({ shape: 'notched', count: 8, length: 98, width: 33, fill: petal, edge: deep(petal), veins: deep(petal) }, random) +
    ring({ shape: 'pointed', count: 8, length: 46, width: 11, fill: light(petal), turn: 22 }, random) +
    disc(17, centre) +
    seeds(14, 3.8, 2, deep(deep(centre))),
  sunflower: ({ petal, centre, ink }, random) =>
    ring({ shape: 'pointed', count: 16, length: 100, width: 17, fill: deep(petal) }, random) +
    ring({ shape: 'pointed', count: 16, length: 90, width: 16, fill: petal, turn: 11, veins: deep(petal) }, random) +
    disc(36, deep(ink)) +
    seeds(46, 4.9, 2.4, centre),
}

/** Petals wrapped round a heart: outer petals, then crescents that turn inwards. */
function roseOf(petal: string, random: Random): string {
  const tones = [deep(petal), petal, light(petal)]
  const outer =
    ring({ shape: 'round', count: 5, length: 98, width: 58, fill: deep(petal) }, random) +
    ring({ shape: 'round', count: 5, length: 82, width: 50, fill: petal, turn: 36, edge: deep(petal) }, random)
  let heart = ''
  const turns = 9
  for (let at = 0; at < turns; at++) {
    const reach = 60 * (1 - at / (turns + 1.2))
    const angle = at * 137.5 + random.between(-10, 10)
    const shell = `M${decimal(-reach)} ${decimal(reach * 0.12)}C${decimal(-reach * 0.9)} ${decimal(-reach * 1.1)} ${decimal(reach * 0.9)} ${decimal(-reach * 1.1)} ${decimal(reach)} ${decimal(reach * 0.12)}C${decimal(reach * 0.55)} ${decimal(-reach * 0.35)} ${decimal(-reach * 0.55)} ${decimal(-reach * 0.35)} ${decimal(-reach)} ${decimal(reach * 0.12)}Z`
    heart += `<g transform="rotate(${decimal(angle)})"><circle r="${decimal(reach * 0.86)}" fill="${tones[(at + 1) % 3]}"/><path d="${shell}" fill="${tones[(at + 2) % 3]}" stroke="${deep(deep(petal))}" stroke-width="1.4" stroke-opacity=".35"/></g>`
  }
  return `${outer}${heart}`
}

/** A small flower for fillings and ditsies: five petals and a dot, radius 100. */
export function smallFlower(colours: FlowerColours, random: Random): string {
  const shape = random.pick('round' as const, 'heart' as const, 'pointed' as const)
  const count = shape === 'pointed' ? 6 : 5
  return (
    ring(
      { shape, count, length: 98, width: shape === 'pointed' ? 34 : 46, fill: colours.petal, edge: deep(colours.petal) },
      random,
    ) +
    disc(26, colours.centre) +
    disc(10, deep(deep(colours.centre)))
  )
}

/** A tulip's cup from the side, its foot at 0,60, radius about 75. */
export function tulipCup({ petal }: FlowerColours): string {
  const side = 'M0 62C-66 58 -70 -18 -46 -72C-30 -52 -14 -30 0 20Z'
  return `<path d="${side}" fill="${deep(petal)}"/><path d="${side}" transform="scale(-1 1)" fill="${deep(petal)}"/><path d="${petalPath('pointed', 140, 44)}" transform="translate(0 62)" fill="${petal}"/><path d="M0 44L0 -44M-12 34Q-20 0 -10 -34M12 34Q20 0 10 -34" fill="none" stroke="${deep(petal)}" stroke-width="2.4" stroke-linecap="round"/>`
}
