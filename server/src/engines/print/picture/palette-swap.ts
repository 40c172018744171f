import { clearOf } from '../colour/colourway.ts'
import type { HousePalette } from '../colour/house-palettes.ts'
import { difference, hexToLab, type Lab, labToHex, labToLch } from '../colour/oklab.ts'
import type { Swatch } from '../colour/palette.ts'
import type { ColourMap } from './colour-map.ts'

/**
 * Moves each main colour of flat artwork to its new one; colours between (the blurred edges of shapes) move with
 * their neighbours, weighed by nearness.
 */
export function palettesSwapped(from: readonly Swatch[], to: readonly Lab[]): ColourMap {
  const narrow = 2 * 0.05 ** 2
  return (lab) => {
    let total = 1e-12
    const moved = { l: 0, a: 0, b: 0 }
    from.forEach((swatch, at) => {
      const target = to[at] ?? swatch.lab
      const weight = Math.exp(-(difference(lab, swatch.lab) ** 2) / narrow) + 1e-9
      total += weight
      moved.l += weight * (target.l - swatch.lab.l)
      moved.a += weight * (target.a - swatch.lab.a)
      moved.b += weight * (target.b - swatch.lab.b)
    })
    return { l: lab.l + moved.l / total, a: lab.a + moved.a / total, b: lab.b + moved.b / total }
  }
}

/**
 * New colours for a picture's swatches, dark for dark and light for light. Where the palette has fewer colours,
 * neighbouring swatches become tints of one.
 */
export function matched(swatches: readonly Swatch[], palette: readonly string[]): Lab[] {
  const targets = palette
    .slice(0, swatches.length)
    .map(hexToLab)
    .sort((p, q) => p.l - q.l)
  const order = swatches.map((_, at) => at).sort((p, q) => (swatches[p]?.lab.l ?? 0) - (swatches[q]?.lab.l ?? 0))
  const groupOf = (rank: number) => Math.floor((rank * targets.length) / order.length)
  const result = swatches.map(({ lab }) => lab)
  targets.forEach((target, group) => {
    const members = order.filter((_, rank) => groupOf(rank) === group)
    const leader = members.reduce(
      (best, at) => ((swatches[at]?.share ?? 0) > (swatches[best]?.share ?? 0) ? at : best),
      members[0] ?? 0,
    )
    for (const at of members) {
      const step = (swatches[at]?.lab.l ?? 0) - (swatches[leader]?.lab.l ?? 0)
      result[at] = { ...target, l: Math.min(0.98, Math.max(0.08, target.l + step * 0.8)) }
    }
  })
  return result
}

/**
 * New colours from a house palette: the largest swatch is the ground and takes the palette's light or dark one, the
 * others take its colours, dark for dark, kept readable on the new ground.
 */
export function grounded(swatches: readonly Swatch[], palette: HousePalette, wanted: 'light' | 'dark' | 'as it is'): Lab[] {
  const [cloth, ...others] = swatches
  if (!cloth) return []
  const light = wanted === 'as it is' ? cloth.lab.l > 0.55 : wanted === 'light'
  const ground = light ? palette.light : palette.dark
  const readable = (lab: Lab) => hexToLab(clearOf(labToHex(lab), ground))
  const motifs = matched(others, palette.main).map(readable)
  return [hexToLab(ground), ...motifs]
}

/** Chroma under which a ground is a white, a grey or a black, and stays when other colours are asked for. */
const neutral = 0.04

/** New colours as asked: on the ground asked for, else on the picture's own where that is neutral, else for all of it alike. */
export function groundedOn(swatches: readonly Swatch[], colours: readonly string[], ground: string | null): Lab[] {
  const [cloth, ...others] = swatches
  if (!cloth) return []
  if (ground) return [hexToLab(ground), ...matched(others, colours)]
  if (labToLch(cloth.lab).c < neutral && others.length > 0) return [cloth.lab, ...matched(others, colours)]
  return matched(swatches, colours)
}
