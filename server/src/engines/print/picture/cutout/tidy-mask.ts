/** A part this much smaller than the largest is a crumb. */
const crumb = 0.04
/** Cells of a hole that is too small to be meant. */
const pinhole = 12

/** The mask without crumbs and pinholes. Several parts of about one size, as the motifs of a print are, all stay. */
export function tidied(inside: Uint8Array, width: number): Uint8Array {
  const tidy = inside.slice()
  const subjects = partsOf(inside, width, 1)
  const largest = Math.max(0, ...subjects.map(({ length }) => length))
  for (const part of subjects) if (part.length < largest * crumb) for (const at of part) tidy[at] = 0
  for (const part of partsOf(tidy, width, 0)) if (part.length <= pinhole) for (const at of part) tidy[at] = 1
  return tidy
}

/** Cells of the largest connected part of one side. */
export function largestPart(inside: Uint8Array, width: number, side: number): number {
  return Math.max(0, ...partsOf(inside, width, side).map(({ length }) => length))
}

/** The cells of each connected part (by edges) of one side. */
export function partsOf(inside: Uint8Array, width: number, side: number): number[][] {
  const seen = new Uint8Array(inside.length)
  const parts: number[][] = []
  for (let first = 0; first < inside.length; first++) {
    if (seen[first] || inside[first] !== side) continue
    const part = [first]
    seen[first] = 1
    for (let looked = 0; looked < part.length; looked++) {
      const at = part[looked] ?? 0
      const x = at % width
      const around = [x > 0 ? at - 1 : -1, x + 1 < width ? at + 1 : -1, at - width, at + width]
      for (const next of around) {
        if (next < 0 || next >= inside.length || seen[next] || inside[next] !== side) continue
        seen[next] = 1
        part.push(next)
      }
    }
    parts.push(part)
  }
  return parts
}
