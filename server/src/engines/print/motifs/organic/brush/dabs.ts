import { toned } from '../../../colour/oklab.ts'
import type { Layout } from '../../../prompt/brief.ts'
import type { Random } from '../../../random.ts'
import { decimal, placesInFrame } from '../../drawing.ts'
import type { Frame } from '../../frame.ts'
import { packed } from '../../packing.ts'
import { throughMiddles } from '../contours.ts'

/** Short dabs of a loaded brush, set down apart from each other and all roughly one way. */
export function dabs(
  colours: readonly string[],
  scale: number,
  density: number,
  layout: Layout,
  frame: Frame,
  random: Random,
): string {
  const level = { name: 'dab', radius: 46 * scale, spread: 0.45, most: 900, gap: 0.86 / Math.sqrt(density) }
  const way = random.pick(18, 90, 62, 115)
  const loose = random.pick(14, 34, 180)
  return packed([level], layout, random)
    .map(({ x, y, radius, choice, turn, mirrored }, at) => {
      const colour = colours[(at + Math.floor(choice * 2)) % colours.length] ?? '#000000'
      const angle = (way + (turn - 0.5) * 2 * loose) * (mirrored ? -1 : 1)
      const shape = dab(radius, colour, random)
      return placesInFrame(frame, x, y, radius * 1.5)
        .map(
          (place) => `<g transform="translate(${decimal(place.x)} ${decimal(place.y)}) rotate(${decimal(angle)})">${shape}</g>`,
        )
        .join('')
    })
    .join('')
}

/** One dab along x about (0, 0): round where the brush was set down, in tips where it was lifted, furrowed between. */
function dab(radius: number, colour: string, random: Random): string {
  const [length, width] = [radius * random.between(1.7, 2.05), radius * random.between(0.85, 1.1)]
  const outline: number[] = []
  const bow = random.between(-0.12, 0.12) * radius
  const bent = (x: number) => bow * (1 - ((2 * x) / length) ** 2)
  const push = (x: number, y: number) => outline.push(x, y + bent(x))
  for (let at = 0; at <= 5; at++) push(length * (-0.38 + at * 0.14), (-width / 2) * random.between(0.93, 1.05))
  const tips = 4 + random.below(3)
  for (let tip = 0; tip < tips; tip++) {
    const y = (-0.5 + (tip + 0.5) / tips) * width
    const out = length * (0.42 + 0.12 * random.next())
    push(out, y - width / tips / 4)
    push(out, y + width / tips / 5)
    if (tip < tips - 1) push(length * random.between(0.3, 0.4), y + width / tips / 2)
  }
  for (let at = 5; at >= 0; at--) push(length * (-0.38 + at * 0.14), (width / 2) * random.between(0.93, 1.05))
  push(length * -0.48, width * 0.3)
  push(length * random.between(-0.54, -0.49), 0)
  push(length * -0.48, width * -0.3)
  return `<path d="${throughMiddles(outline)}" fill="${colour}"/>${furrows(length, width, bent, colour, random)}`
}

/** What single bristles drew: lines a shade lighter and darker, thinning out where the brush was lifted. */
function furrows(length: number, width: number, bent: (x: number) => number, colour: string, random: Random): string {
  const lines: string[] = []
  const count = 4 + random.below(3)
  for (let at = 0; at < count; at++) {
    const y = (-0.38 + (0.76 * (at + random.next())) / count) * width
    const [from, to] = [length * random.between(-0.4, -0.05), length * random.between(0.2, 0.4)]
    const thick = width * random.between(0.018, 0.05)
    const middle = (from + to) / 2
    const shade = toned(colour, at % 2 === 0 ? 0.045 : -0.04)
    lines.push(
      `<path d="M${decimal(from)} ${decimal(y + bent(from))}Q${decimal(middle)} ${decimal(y + bent(middle) - thick)} ${decimal(to)} ${decimal(y + bent(to))}Q${decimal(middle)} ${decimal(y + bent(middle) + thick)} ${decimal(from)} ${decimal(y + bent(from))}Z" fill="${shade}"/>`,
    )
  }
  return lines.join('')
}
