import { hexToRgb } from '../../colour/oklab.ts'
import { createRandom } from '../../random.ts'
import { emptyRaster, type Raster } from '../../raster.ts'
import { coveragesFor, levels, lightOf, transmittanceOf } from './coverage.ts'
import { cellSide, type Dot, type Screen, screensFor, thresholdsOf } from './screen.ts'

/** Dots along the tile's side. */
const ruling = 84
/** Width of a dot's soft edge in px. */
const edge = 1.1

/**
 * The picture as dots of each ink on paper, each ink's screen at its own angle; where dots overlap their colours multiply. The
 * seed chooses between round dots and lines. A picture that tiles goes on tiling.
 */
export function halftone(picture: Raster, inks: readonly string[], paper: string, seed: number): Raster {
  const random = createRandom(seed, 'halftone')
  const dot: Dot = random.chance(0.3) ? 'line' : 'round'
  const screens = screensFor(inks.length, ruling, random)
  const light = new Float32Array(picture.data.length)
  const paperLight = hexToRgb(paper).map((level) => lightOf[level] ?? 0)
  for (let at = 0; at < light.length; at++) light[at] = paperLight[at % 3] ?? 0
  const coverages = coveragesFor(inks, paper)
  const thresholds = thresholdsOf(dot)
  inks.forEach((ink, at) => {
    const cover = coverageOf(picture, coverages, at, inks.length)
    const screen = screens[at]
    if (screen) print(light, cover, picture, screen, thresholds, transmittanceOf(ink, paper))
  })
  return exposed(light, picture)
}

/** One ink's coverage of every pixel, interpolated in the table of colours. */
function coverageOf({ data, width, height }: Raster, table: Float32Array, ink: number, inks: number): Float32Array {
  const cover = new Float32Array(width * height)
  const spacing = 255 / (levels - 1)
  const [red, green, blue] = [levels * levels * inks, levels * inks, inks]
  for (let at = 0, from = 0; at < cover.length; at++, from += 3) {
    const r = (data[from] ?? 0) / spacing
    const g = (data[from + 1] ?? 0) / spacing
    const b = (data[from + 2] ?? 0) / spacing
    const r0 = r > levels - 2 ? levels - 2 : r | 0
    const g0 = g > levels - 2 ? levels - 2 : g | 0
    const b0 = b > levels - 2 ? levels - 2 : b | 0
    const fg = g - g0
    const fb = b - b0
    let corner = r0 * red + g0 * green + b0 * blue + ink
    const near = plane(table, corner, green, blue, fg, fb)
    corner += red
    cover[at] = near + (plane(table, corner, green, blue, fg, fb) - near) * (r - r0)
  }
  return cover
}

function plane(table: Float32Array, at: number, green: number, blue: number, fg: number, fb: number): number {
  const near = (table[at] ?? 0) + ((table[at + blue] ?? 0) - (table[at] ?? 0)) * fb
  const far = (table[at + green] ?? 0) + ((table[at + green + blue] ?? 0) - (table[at + green] ?? 0)) * fb
  return near + (far - near) * fg
}

/** Lays one ink's dots over what is printed already. */
function print(
  light: Float32Array,
  cover: Float32Array,
  { width, height }: Raster,
  { along, across }: Screen,
  thresholds: Float32Array,
  [red = 1, green = 1, blue = 1]: number[],
): void {
  // How fast thresholds change from px to px: a whole dot's ranks pass in half its width.
  const soft = (edge * 2 * ruling) / Math.max(width, height)
  const mask = cellSide - 1
  let at = 0
  for (let y = 0; y < height; y++) {
    let u = ((y + 0.5) / height) * -across * cellSide + (0.5 / width) * along * cellSide
    let v = ((y + 0.5) / height) * along * cellSide + (0.5 / width) * across * cellSide
    const [du, dv] = [(along / width) * cellSide, (across / width) * cellSide]
    for (let x = 0; x < width; x++, u += du, v += dv) {
      const threshold = thresholds[(Math.floor(v) & mask) * cellSide + (Math.floor(u) & mask)] ?? 0
      const within = (levelFor(cover[at] ?? 0, soft) - threshold) / soft + 0.5
      if (within > 0) {
        const inked = Math.min(1, within)
        light[at * 3] = (light[at * 3] ?? 0) * (1 - inked * (1 - red))
        light[at * 3 + 1] = (light[at * 3 + 1] ?? 0) * (1 - inked * (1 - green))
        light[at * 3 + 2] = (light[at * 3 + 2] ?? 0) * (1 - inked * (1 - blue))
      }
      at++
    }
  }
}

/** The level against which thresholds are held so that a coverage is met exactly, though edges are soft over a part `soft` of them. */
function levelFor(coverage: number, soft: number): number {
  if (coverage < soft / 2) return Math.sqrt(2 * soft * coverage) - soft / 2
  if (coverage > 1 - soft / 2) return 1 + soft / 2 - Math.sqrt(2 * soft * (1 - coverage))
  return coverage
}

/** Steps of light that are told apart on the way back to bytes. */
const shades = 4096
const byteOf = Uint8Array.from({ length: shades + 1 }, (_, at) => {
  const v = at / shades
  return Math.round(255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055))
})

function exposed(light: Float32Array, { width, height }: Raster): Raster {
  const print = emptyRaster(width, height)
  for (let at = 0; at < light.length; at++) print.data[at] = byteOf[((light[at] ?? 0) * shades + 0.5) | 0] ?? 0
  return print
}
