import { type Lexicon, lexicons, longestName, type Meaning, meaningsOf } from './lexicon.ts'
import { type Token, tokensOf } from './tokens.ts'

/** A stretch of the prompt that means one thing, or nothing we know (no meanings). */
export interface Segment {
  word: string
  start: number
  end: number
  meanings: Meaning[]
}

/** Splits a prompt into known names, the longest first, and tells its language. */
export function segmentsOf(prompt: string): { segments: Segment[]; lexicon: Lexicon } {
  const tokens = tokensOf(prompt)
  const lexicon = likeliest(tokens)
  const segments: Segment[] = []
  for (let at = 0; at < tokens.length; ) {
    const { length, meanings } = longestAt(tokens, at, lexicon)
    const start = tokens[at]?.start ?? 0
    const end = tokens[at + length - 1]?.end ?? start
    segments.push({ word: prompt.slice(start, end), start, end, meanings })
    at += length
  }
  return { segments, lexicon }
}

function longestAt(tokens: Token[], at: number, lexicon: Lexicon): { length: number; meanings: Meaning[] } {
  const first = tokens[at]?.folded ?? ''
  if (first.startsWith('#')) return { length: 1, meanings: [{ kind: 'colour', value: first }] }
  for (let length = Math.min(longestName, tokens.length - at); length > 0; length--) {
    const words = tokens.slice(at, at + length).map((token) => token.folded)
    const meanings = meaningsOf(lexicon, words) ?? borrowed(words.join(' '), lexicon)
    if (meanings) return { length, meanings }
  }
  return { length: 1, meanings: [] }
}

/** Designers mix languages ("floral vintage em navy"): a name of another language counts as it is written, if it can be drawn. */
function borrowed(name: string, own: Lexicon): Meaning[] | undefined {
  for (const lexicon of lexicons) {
    if (lexicon === own) continue
    const meanings = lexicon.exact.get(name)?.filter((meaning) => meaning.kind !== 'silent' && meaning.kind !== 'without')
    if (meanings && meanings.length > 0) return meanings
  }
}

/** The language that knows most of the words; small words count, since they tell languages apart. */
function likeliest(tokens: Token[]): Lexicon {
  const scored = lexicons.map((lexicon) => ({
    lexicon,
    known: tokens.filter((token) => meaningsOf(lexicon, [token.folded])).length,
  }))
  const best = Math.max(...scored.map(({ known }) => known))
  const found = scored.find(({ known }) => known === best)?.lexicon ?? lexicons[0]
  if (!found) throw new Error('The print engine has no vocabulary')
  return found
}
