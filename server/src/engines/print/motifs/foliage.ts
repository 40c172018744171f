import { toned } from '../colour/oklab.ts'
import type { Random } from '../random.ts'
import { decimal } from './drawing.ts'
import { type Bloom, bloom, type FlowerColours, tulipCup } from './flower.ts'
import { petalPath } from './petals.ts'

/** One leaf with its rib: root at 0,0, tip at 0,-length. */
function leafShape(length: number, width: number, fill: string): string {
  const rib = toned(fill, -0.09)
  return `<path d="${petalPath('pointed', length, width)}" fill="${fill}"/><path d="M0 ${decimal(-length * 0.08)}V${decimal(-length * 0.8)}" stroke="${rib}" stroke-width="2.2" stroke-linecap="round" opacity=".75"/>`
}

/** Leaves that look out from behind a bloom of radius 100. */
export function collar(leaf: string, random: Random): string {
  const first = random.next() * 360
  const count = 2 + random.below(2)
  return Array.from({ length: count }, (_, at) => {
    const angle = first + (at / count) * 360 + random.between(-25, 25)
    const fill = at % 2 === 0 ? leaf : toned(leaf, 0.06, 0.9)
    return `<g transform="rotate(${decimal(angle)})"><g transform="translate(0 -44)">${leafShape(98, 30, fill)}</g></g>`
  }).join('')
}

/** A sprig inside radius 100: a bent stem, leaves in pairs that shrink towards the tip, sometimes berries. */
export function sprig(leaf: string, berry: string, random: Random): string {
  const pairs = 4 + random.below(3)
  const bend = random.between(-22, 22)
  const slender = random.chance(0.5)
  const stem = (at: number) => ({ x: bend * Math.sin(at * Math.PI), y: 94 - at * 178 })
  let shapes = `<path d="M0 96Q${decimal(bend * 2)} 6 0 -84" fill="none" stroke="${toned(leaf, -0.06)}" stroke-width="3.4" stroke-linecap="round"/>`
  for (let pair = 0; pair < pairs; pair++) {
    const at = 0.2 + (pair / pairs) * 0.72
    const { x, y } = stem(at)
    const length = (slender ? 58 : 50) * (1.12 - at * 0.62)
    for (const way of [-1, 1]) {
      const angle = way * random.between(42, 60)
      const fill = way < 0 ? leaf : toned(leaf, 0.06, 0.92)
      shapes += `<g transform="translate(${decimal(x)} ${decimal(y - way * 5)}) rotate(${decimal(angle)})">${leafShape(length, slender ? 10 : 17, fill)}</g>`
    }
  }
  shapes += `<g transform="translate(0 -70)">${leafShape(28, slender ? 7 : 11, leaf)}</g>`
  return random.chance(0.4) ? shapes + berries(berry, random) : shapes
}

function berries(fill: string, random: Random): string {
  return [0.35, 0.6, 0.82]
    .map((at, order) => {
      const [x, y] = [(order % 2 === 0 ? 1 : -1) * random.between(16, 24), 94 - at * 178]
      return `<circle cx="${decimal(x)}" cy="${decimal(y)}" r="7" fill="${fill}"/>`
    })
    .join('')
}

/** Lavender: small buds in whorls up a stem, inside radius 100. */
export function lavenderSpike({ petal, leaf }: FlowerColours, random: Random): string {
  let shapes = `<path d="M0 100V-60" stroke="${leaf}" stroke-width="3.4" stroke-linecap="round"/>`
  for (const way of [-1, 1]) shapes += `<g transform="translate(0 78) rotate(${way * 26})">${leafShape(66, 8, leaf)}</g>`
  for (let whorl = 0; whorl < 7; whorl++) {
    const y = 14 - whorl * 15
    const size = 1 - whorl * 0.075
    for (const way of [-1, 0, 1]) {
      const fill = way === 0 ? petal : toned(petal, random.between(-0.09, 0.05))
      shapes += `<g transform="translate(${decimal(way * 7 * size)} ${decimal(y)}) rotate(${way * 34}) scale(${size.toFixed(2)})"><path d="${petalPath('round', 25, 10)}" fill="${fill}"/></g>`
    }
  }
  return shapes
}

/** A flower on its stem with leaves and a bud, upright, inside radius 100. */
export function stemmed(kind: Bloom | 'tulip', colours: FlowerColours, random: Random): string {
  const { leaf, petal } = colours
  const lean = random.between(-16, 16)
  const stalk = `<path d="M${decimal(-lean * 0.4)} 100Q${decimal(lean)} 40 0 -40" fill="none" stroke="${toned(leaf, -0.05)}" stroke-width="4" stroke-linecap="round"/>`
  const leaves =
    kind === 'tulip'
      ? `<g transform="translate(0 98) rotate(-17)">${leafShape(118, 15, leaf)}</g><g transform="translate(0 98) rotate(21)">${leafShape(98, 14, toned(leaf, 0.06))}</g>`
      : `<g transform="translate(${decimal(lean * 0.3)} 62) rotate(-52)">${leafShape(60, 16, leaf)}</g><g transform="translate(${decimal(lean * 0.4)} 40) rotate(50)">${leafShape(52, 14, toned(leaf, 0.06))}</g>`
  const bud =
    kind === 'tulip'
      ? ''
      : `<path d="M${decimal(lean * 0.4)} 52Q34 30 42 2" fill="none" stroke="${toned(leaf, -0.05)}" stroke-width="3" stroke-linecap="round"/><g transform="translate(42 8) rotate(12)"><path d="${petalPath('pointed', 34, 13)}" fill="${petal}"/><path d="${petalPath('pointed', 18, 11)}" fill="${leaf}"/></g>`
  const head = kind === 'tulip' ? tulipCup(colours) : bloom(kind, colours, random)
  return `${stalk}${leaves}${bud}<g transform="translate(0 -46) scale(${kind === 'tulip' ? 0.62 : 0.52})">${head}</g>`
}
