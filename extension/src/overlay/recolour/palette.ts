import type { MessageKey } from '../../ui/i18n'

/** How many colours can be asked for. */
export const fewestColours = 2
export const mostColours = 8

/** Palettes to begin with, most important colour first. */
export const readyPalettes: { name: MessageKey; colours: string[] }[] = [
  { name: 'palette_night', colours: ['#1c2d2a', '#d9825f', '#f3dfba', '#b88d60', '#8a2f3f'] },
  { name: 'palette_riviera', colours: ['#f4efe3', '#1f4e79', '#e0a526', '#7fb3c8', '#c9503c'] },
  { name: 'palette_terracotta', colours: ['#f1e4d3', '#b5533c', '#d99a6c', '#6b7f5e', '#3d2b25'] },
  { name: 'palette_sorbet', colours: ['#fdf3ee', '#f2a7a0', '#f6cf8e', '#a9d3c0', '#b79fd1'] },
]

/** The picture's own colours as a palette to change: between the fewest and the most. */
export function ownPalette(palette: readonly string[]): string[] {
  const own = [...new Set(palette)].slice(0, mostColours)
  const filler = ['#f4efe3', '#20242f'].filter((hex) => !own.includes(hex))
  return [...own, ...filler.slice(0, Math.max(0, fewestColours - own.length))]
}

/** The palette with another colour in one place. */
export function withColour(palette: readonly string[], at: number, hex: string): string[] {
  return palette.map((old, place) => (place === at ? hex : old))
}

/** The palette with one colour a step earlier (-1) or later (1). */
export function withMoved(palette: readonly string[], at: number, step: -1 | 1): string[] {
  const colour = palette[at]
  const to = at + step
  if (colour === undefined || to < 0 || to >= palette.length) return [...palette]
  return palette.toSpliced(at, 1).toSpliced(to, 0, colour)
}
