import { toned } from '../../colour/oklab.ts'
import type { Flower } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import { decimal } from '../drawing.ts'
import { disc, movedPath, petalPath, ring, seeds, stamens } from './petals.ts'

/** The colours of one flower. */
export interface FlowerColours {
  petal: string
  centre: string
  ink: string
  leaf: string
  /** Width of the contour where the flower is drawn in line; left out where it is painted. */
  pen?: number
}

/** Flowers seen from above; they fill a circle of radius 100 round 0,0. */
export type Bloom = Exclude<Flower, 'tulip' | 'lavender'>

export const blooms: readonly Bloom[] = ['daisy', 'rose', 'poppy', 'peony', 'blossom', 'cosmos', 'sunflower']

/** The svg of one bloom. */
export function bloom(kind: Bloom, colours: FlowerColours, random: Random): string {
  return painters[kind](tonesOf(colours), random)
}

/** A flower's colours in their shades. Drawn in line, every petal has one fill, and its edges and veins are the pen's. */
interface Tones {
  petal: string
  deep: string
  light: string
  /** For what is small and dark: anthers, a poppy's blotches. */
  dark: string
  centre: string
  centreDeep: string
  seed: string
  ink: string
  /** Outlines: always in line work, else only where petals overlap in one colour. */
  always: { edge?: string; pen?: number }
  edge: string
  pen: number
}

const deep = (hex: string) => toned(hex, -0.085, 1.02)
const light = (hex: string) => toned(hex, 0.07, 0.85)

function tonesOf({ petal, centre, ink, pen }: FlowerColours): Tones {
  if (pen === undefined) {
    const centreDeep = deep(centre)
    const painted = {
      petal,
      deep: deep(petal),
      light: light(petal),
      dark: deep(deep(petal)),
      centre,
      centreDeep,
      seed: deep(centreDeep),
    }
    return { ...painted, ink, always: {}, edge: deep(petal), pen: 2.2 }
  }
  const drawn = { petal, deep: petal, light: petal, dark: ink, centre: petal, centreDeep: ink, seed: ink, ink }
  return { ...drawn, always: { edge: ink, pen }, edge: ink, pen }
}

type Painter = (tones: Tones, random: Random) => string

const painters: Record<Bloom, Painter> = {
  daisy: ({ petal, deep, edge, centre, centreDeep, seed, always }, random) => {
    const count = 12 + random.below(4)
    return (
      ring({ shape: 'strap', count, length: 98, width: 17, fill: deep, ...always }, random) +
      ring({ shape: 'strap', count, length: 92, width: 16, fill: petal, turn: 180 / count, veins: edge, ...always }, random) +
      disc(25, centreDeep) +
      disc(22, centre) +
      seeds(22, 4.1, 2.1, seed)
    )
  },
  rose: (tones, random) => roseOf(tones, random),
  poppy: ({ petal, deep, dark, edge, ink, centre, always }, random) =>
    ring({ shape: 'round', count: 4, length: 99, width: 66, fill: deep, ...always }, random) +
    ring({ shape: 'round', count: 4, length: 88, width: 56, fill: petal, turn: 45, veins: edge, ...always }, random) +
    ring({ shape: 'pointed', count: 8, length: 36, width: 9, fill: dark, turn: 20 }, random) +
    stamens(20, 30, ink, random) +
    disc(14, ink) +
    seeds(7, 4, 2, centre),
  peony: ({ petal, deep, light, edge, centre, pen, always }, random) =>
    ring({ shape: 'notched', count: 9, length: 100, width: 38, fill: deep, ...always }, random) +
    ring({ shape: 'notched', count: 8, length: 84, width: 36, fill: petal, turn: 20, edge, pen }, random) +
    ring({ shape: 'notched', count: 7, length: 64, width: 30, fill: light, turn: 8, edge: petal, pen, ...always }, random) +
    ring({ shape: 'notched', count: 6, length: 44, width: 23, fill: petal, turn: 30, edge, pen }, random) +
    ring({ shape: 'round', count: 5, length: 25, width: 14, fill: light, edge: petal, pen, ...always }, random) +
    seeds(6, 3.6, 2.4, centre),
  blossom: ({ petal, deep, edge, centre, ink, pen }, random) =>
    ring({ shape: 'heart', count: 5, length: 98, width: 50, fill: petal, edge, veins: edge, pen }, random) +
    ring({ shape: 'pointed', count: 5, length: 40, width: 10, fill: deep }, random) +
    stamens(13, 34, ink, random) +
    disc(10, centre),
  cosmos: ({ petal, light, edge, centre, seed, pen, always }, random) =>
    ring({ shape: 'notched', count: 8, length: 98, width: 33, fill: petal, edge, veins: edge, pen }, random) +
    ring({ shape: 'pointed', count: 8, length: 46, width: 11, fill: light, turn: 22, ...always }, random) +
    disc(17, centre) +
    seeds(14, 3.8, 2, seed),
  sunflower: ({ petal, deep, edge, centre, ink, always }, random) =>
    ring({ shape: 'pointed', count: 16, length: 100, width: 17, fill: deep, ...always }, random) +
    ring({ shape: 'pointed', count: 16, length: 90, width: 16, fill: petal, turn: 11, veins: edge, ...always }, random) +
    disc(36, always.edge ? ink : toned(ink, -0.05)) +
    seeds(46, 4.9, 2.4, centre),
}

/** Petals wrapped round a heart: outer petals, then crescents that turn inwards. */
function roseOf({ petal, deep, light, dark, edge, pen, always }: Tones, random: Random): string {
  const tones = [deep, petal, light]
  const outer =
    ring({ shape: 'round', count: 5, length: 98, width: 58, fill: deep, ...always }, random) +
    ring({ shape: 'round', count: 5, length: 82, width: 50, fill: petal, turn: 36, edge, pen }, random)
  let heart = ''
  const turns = 9
  const n = (...values: number[]) => values.map(decimal).join(' ')
  for (let at = 0; at < turns; at++) {
    const r = 60 * (1 - at / (turns + 1.2))
    const shell = `M${n(-r, r * 0.12)}C${n(-r * 0.9, -r * 1.1, r * 0.9, -r * 1.1, r, r * 0.12)}C${n(r * 0.55, -r * 0.35, -r * 0.55, -r * 0.35, -r, r * 0.12)}Z`
    const turned = movedPath(shell, 0, 0, at * 137.5 + random.between(-10, 10))
    heart += `<circle r="${decimal(r * 0.86)}" fill="${tones[(at + 1) % 3]}"/><path d="${turned}" fill="${tones[(at + 2) % 3]}" stroke="${dark}" stroke-width="${pen * 0.7}" stroke-opacity="${always.edge ? 1 : 0.45}"/>`
  }
  return `${outer}${heart}`
}

/** A small flower for fillings and ditsies: five petals and a dot, radius 100. */
export function smallFlower(colours: FlowerColours, random: Random): string {
  const { petal, edge, centre, seed } = tonesOf(colours)
  const shape = random.pick('round' as const, 'heart' as const, 'pointed' as const)
  const count = shape === 'pointed' ? 6 : 5
  const width = shape === 'pointed' ? 34 : 46
  const pen = (colours.pen ?? 1.2) * 2.4
  return ring({ shape, count, length: 98, width, fill: petal, edge, pen }, random) + disc(26, centre) + disc(10, seed)
}

/** A tulip's cup from the side, its foot at 0,60, radius about 75. */
export function tulipCup(colours: FlowerColours): string {
  const { petal, deep, edge, always, pen } = tonesOf(colours)
  const side = 'M0 62C-66 58 -70 -18 -46 -72C-30 -52 -14 -30 0 20Z'
  const other = 'M0 62C66 58 70 -18 46 -72C30 -52 14 -30 0 20Z'
  const outline = always.edge ? ` stroke="${edge}" stroke-width="${pen}" stroke-linejoin="round"` : ''
  return `<path d="${side}${other}" fill="${deep}"${outline}/><path d="${movedPath(petalPath('pointed', 140, 44), 0, 62, 0)}" fill="${petal}"${outline}/><path d="M0 44L0 -44M-12 34Q-20 0 -10 -34M12 34Q20 0 10 -34" fill="none" stroke="${edge}" stroke-width="2.4" stroke-linecap="round"/>`
}
