/** One candidate of a `srcset`: an address and how large it says it is (width in px, or density). */
interface Candidate {
  address: string
  size: number
}

// An address may hold commas (`data:`, CDN parameters): it ends at white space, or at a comma before white space.
const candidatePattern = /\s*(?:,\s*)*(\S*[^\s,])(?:\s+(\d+(?:\.\d+)?)([wx]))?\s*(?:,\s+|,?$)/gy

/** The candidates of a `srcset` attribute. One without a descriptor counts as 1x. */
export function parseSrcset(srcset: string): Candidate[] {
  return Array.from(srcset.matchAll(candidatePattern), ([, address = '', size]) => ({ address, size: Number(size ?? 1) }))
}

/** The address of the largest candidate, or null where there is none. */
export function largestOf(srcset: string): string | null {
  let best: Candidate | null = null
  for (const candidate of parseSrcset(srcset)) if (best === null || candidate.size > best.size) best = candidate
  return best?.address ?? null
}
