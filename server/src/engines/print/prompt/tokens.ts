/** A word of the prompt: as the designer wrote it, and folded for comparing. */
export interface Token {
  /** Lower case, without accents; a hex colour as #rrggbb. */
  folded: string
  /** Where it stands in the prompt. */
  start: number
  end: number
}

const hex = '#(?:[0-9a-f]{6}|[0-9a-f]{3})(?![0-9a-z])'
const pictograph = '\\p{Extended_Pictographic}[\\p{Emoji_Modifier}\\p{M}]*'
const word = new RegExp(`${hex}|[\\p{L}\\p{M}\\p{N}]+|${pictograph}(?:\\u200d${pictograph})*`, 'giu')

/** Splits a prompt into words, hex colours and emoji. Hyphens part words, so that "half-drop" and "half drop" are one. */
export function tokensOf(prompt: string): Token[] {
  return [...prompt.matchAll(word)].map((match) => ({
    folded: match[0].startsWith('#') ? longHex(match[0].toLowerCase()) : folded(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** Lower case, without accents. */
export function folded(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function longHex(hex: string): string {
  return hex.length === 7 ? hex : `#${[...hex.slice(1)].map((digit) => digit + digit).join('')}`
}
