import { clearOf } from '../colour/colourway.ts'
import { difference, hexToLab, type Lab, labToHex, labToLch, lchToLab } from '../colour/oklab.ts'
import type { Swatch } from '../colour/palette.ts'
import { createRandom, type Random } from '../random.ts'
import type { ColourMap } from './colour-map.ts'

/** ΔE_OK to the fourth at which two colours are one: about 0.012. */
const touching = 2e-8

/**
 * Moves each main colour of flat artwork to its new one; colours between (the blurred edges of shapes) move with
 * their neighbours, weighed by nearness (Shepard, 1968), so that a main colour itself becomes its new one exactly.
 */
export function palettesSwapped(from: readonly Swatch[], to: readonly Lab[]): ColourMap {
  return (lab) => {
    let total = 0
    const moved = { l: 0, a: 0, b: 0 }
    from.forEach((swatch, at) => {
      const target = to[at] ?? swatch.lab
      const weight = 1 / (difference(lab, swatch.lab) ** 4 + touching)
      total += weight
      moved.l += weight * (target.l - swatch.lab.l)
      moved.a += weight * (target.a - swatch.lab.a)
      moved.b += weight * (target.b - swatch.lab.b)
    })
    return { l: lab.l + moved.l / total, a: lab.a + moved.a / total, b: lab.b + moved.b / total }
  }
}

/** How much of their difference in lightness swatches keep that become tints of one colour: more turns to mud. */
const tinting = 0.5

/**
 * New colours for a picture's swatches: the largest take the palette's, dark for dark and light for light; each of the others
 * becomes a tint of what its nearest large one became.
 */
export function matched(swatches: readonly Swatch[], palette: readonly string[]): Lab[] {
  const leaders = swatches.toSorted((p, q) => q.share - p.share).slice(0, palette.length)
  leaders.sort((p, q) => p.lab.l - q.lab.l)
  const targets = palette
    .slice(0, leaders.length)
    .map(hexToLab)
    .sort((p, q) => p.l - q.l)
  return swatches.map((swatch) => {
    const leader = nearestOf(leaders, swatch)
    const target = targets[leader] ?? swatch.lab
    const step = swatch.lab.l - (leaders[leader]?.lab.l ?? 0)
    return { ...target, l: Math.min(0.98, Math.max(0.08, target.l + step * tinting)) }
  })
}

function nearestOf(leaders: readonly Swatch[], { lab }: Swatch): number {
  const apart = leaders.map((leader) => difference(leader.lab, lab))
  return apart.indexOf(Math.min(...apart))
}

/**
 * New colours from a house palette: the largest swatch is the ground and takes the palette's, the others take its
 * first colours, dark for dark, kept readable on the new ground.
 */
export function grounded(swatches: readonly Swatch[], palette: readonly string[], ground: string): Lab[] {
  const [cloth, ...others] = swatches
  if (!cloth) return []
  // A motif or two must tell from the ground by themselves; where there are many, all colours are wanted.
  const clear = palette.filter((hex) => difference(hexToLab(hex), hexToLab(ground)) > readable.leading)
  const main = others.length <= 3 && clear.length > 0 ? clear : palette
  return [hexToLab(ground), ...readableOn(ground, matched(others, main))]
}

/** ΔE_OK from the ground for the motif that shows most, and for the others. */
const readable = { leading: 0.34, other: 0.18 }

const readableOn = (ground: string, motifs: readonly Lab[]) =>
  motifs.map((lab, at) => hexToLab(clearOf(labToHex(lab), ground, at === 0 ? readable.leading : readable.other)))

/** Lightness by which a new ground must differ from the leading motif: colours of one lightness flicker beside each other. */
const leastContrast = 0.2

/** The motifs in the picture's own colours, on a pale or a deep ground of any hue that is not like their own. */
export function ownOnGround(swatches: readonly Swatch[], random: Random): Lab[] {
  const [cloth, leading, ...others] = swatches
  if (!cloth || !leading) return []
  const grounds = Array.from({ length: 24 }, (_, at) => {
    const pale = at % 2 === 0
    const l = pale ? random.between(0.86, 0.95) : random.between(0.24, 0.4)
    // A pale ground as vivid as a deep one would glare.
    return lchToLab({ l, c: pale ? random.between(0.015, 0.04) : random.between(0.03, 0.06), h: random.between(0, 360) })
  })
  const fits = (lab: Lab) => Math.abs(lab.l - leading.lab.l) > leastContrast && difference(lab, cloth.lab) > 0.1
  const ground =
    random.shuffled(grounds).find(fits) ?? lchToLab({ l: leading.lab.l > 0.6 ? 0.25 : 0.95, c: 0.035, h: random.between(0, 360) })
  const motifs = [leading, ...others].map(({ lab }) => lab)
  return [ground, ...readableOn(labToHex(ground), motifs)]
}

/** Chroma under which a ground is a white, a grey or a black, and may stay when other colours are asked for. */
const neutral = 0.04

/**
 * New colours as asked. A ground that was asked for is the ground; else every colour asked for takes its turn at it through
 * the set. The motifs take what is left, dark for dark.
 */
export function groundedOn(
  swatches: readonly Swatch[],
  colours: readonly string[],
  ground: string | null,
  index: number,
  seed: number,
): Lab[] {
  const [cloth, ...others] = swatches
  if (!cloth) return []
  const random = createRandom(seed, `asked ${index}`)
  const own = labToHex(cloth.lab)
  const neutralGround = labToLch(cloth.lab).c < neutral ? [own] : []
  const grounds = colours.length > 1 ? [...colours, ...neutralGround] : [own, '#f7f2e6', '#20242f']
  const cloths = createRandom(seed, 'asked grounds').shuffled(grounds)
  const chosen = ground ?? cloths[index % cloths.length] ?? own
  const rest = colours.filter((hex) => hex !== chosen)
  return [hexToLab(chosen), ...readableOn(chosen, matched(others, random.shuffled(rest)))]
}
