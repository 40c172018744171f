/** A colour in OKLab (Björn Ottosson, 2020): l from 0 to 1, a and b about -0.4 to 0.4. */
export interface Lab {
  l: number
  a: number
  b: number
}

/** The same in polar form: h in degrees. */
interface Lch {
  l: number
  c: number
  h: number
}

const linearOf = Float64Array.from({ length: 256 }, (_, byte) => {
  const v = byte / 255
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
})

export function rgbToLab(red: number, green: number, blue: number): Lab {
  const r = linearOf[red] ?? 0
  const g = linearOf[green] ?? 0
  const b = linearOf[blue] ?? 0
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    a: 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    b: 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  }
}

/** Linear sRGB of the last colour asked for, each channel 0 to 1 inside the gamut and beyond it outside: one for all, for speed. */
const linear = new Float64Array(3)

function toLinear(light: number, a: number, b: number): void {
  const long = light + 0.3963377774 * a + 0.2158037573 * b
  const middle = light - 0.1055613458 * a - 0.0638541728 * b
  const short = light - 0.0894841775 * a - 1.291485548 * b
  const l = long * long * long
  const m = middle * middle * middle
  const s = short * short * short
  linear[0] = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s
  linear[1] = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s
  linear[2] = -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s
}

const isShare = (value: number) => value >= -0.0005 && value <= 1.0005

function inGamut(l: number, a: number, b: number): boolean {
  toLinear(l, a, b)
  return isShare(linear[0] ?? 0) && isShare(linear[1] ?? 0) && isShare(linear[2] ?? 0)
}

/** sRGB bytes. A colour outside the gamut keeps its lightness and hue and gives up chroma. */
export function labToRgb(lab: Lab): [number, number, number] {
  const l = Math.min(1, Math.max(0, lab.l))
  let keep = 1
  if (!inGamut(l, lab.a, lab.b)) {
    let low = 0
    for (let step = 0; step < 8; step++) {
      const middle = (low + keep) / 2
      if (inGamut(l, lab.a * middle, lab.b * middle)) low = middle
      else keep = middle
    }
    keep = low
  }
  toLinear(l, lab.a * keep, lab.b * keep)
  return [byteOf(linear[0] ?? 0), byteOf(linear[1] ?? 0), byteOf(linear[2] ?? 0)]
}

function byteOf(linear: number): number {
  const v = Math.min(1, Math.max(0, linear))
  return Math.round(255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055))
}

export function hexToRgb(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

export const rgbToHex = (r: number, g: number, b: number) => `#${((1 << 24) | (r << 16) | (g << 8) | b).toString(16).slice(1)}`

export const hexToLab = (hex: string): Lab => rgbToLab(...hexToRgb(hex))
export const labToHex = (lab: Lab) => rgbToHex(...labToRgb(lab))

export const labToLch = ({ l, a, b }: Lab): Lch => ({ l, c: Math.sqrt(a * a + b * b), h: (Math.atan2(b, a) * 180) / Math.PI })
export function lchToLab({ l, c, h }: Lch): Lab {
  const angle = (h * Math.PI) / 180
  return { l, a: c * Math.cos(angle), b: c * Math.sin(angle) }
}
export const hexToLch = (hex: string): Lch => labToLch(hexToLab(hex))
export const lchToHex = (lch: Lch) => labToHex(lchToLab(lch))

/** ΔE_OK: the plain distance in OKLab. About 0.02 is just visible, 0.05 is close, 0.2 is another colour. */
export function difference(p: Lab, q: Lab): number {
  const l = p.l - q.l
  const a = p.a - q.a
  const b = p.b - q.b
  return Math.sqrt(l * l + a * a + b * b)
}

/** A colour lighter or darker by `lightness`, with its chroma times `chroma`. */
export function toned(hex: string, lightness: number, chroma = 1): string {
  const { l, c, h } = hexToLch(hex)
  return lchToHex({ l: Math.min(0.985, Math.max(0.12, l + lightness)), c: c * chroma, h })
}

/** Part of the way from one colour to another, in OKLab. */
export function between(from: string, to: string, share: number): string {
  const p = hexToLab(from)
  const q = hexToLab(to)
  return labToHex({ l: p.l + (q.l - p.l) * share, a: p.a + (q.a - p.a) * share, b: p.b + (q.b - p.b) * share })
}
