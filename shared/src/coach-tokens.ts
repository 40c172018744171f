/** A word of a prompt, a number, or the value of a colour. */
export interface Token {
  /** Lower case, without accents. */
  folded: string
  start: number
  end: number
}

/** Lower case, without accents and hyphens. */
export function foldedName(name: string): string {
  return tokensOf(name)
    .map(({ folded }) => folded)
    .join(' ')
}

export function tokensOf(text: string): Token[] {
  return [...text.matchAll(/#(?:[0-9a-f]{6}|[0-9a-f]{3})(?![0-9a-z])|[\p{L}\p{M}\p{N}]+/giu)].map((match) => ({
    folded: match[0].normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }))
}
