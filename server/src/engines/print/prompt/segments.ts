import type { PromptLanguage as Language } from 'shared'
import { type Lexicon, lexiconIn, lexicons, longestFrom, type Meaning, meaningsOf } from './lexicon.ts'
import { type Token, tokensOf } from './tokens.ts'

/** A stretch of the prompt that means one thing, or nothing we know (no meanings). */
export interface Segment {
  word: string
  start: number
  end: number
  meanings: Meaning[]
}

/**
 * Splits a prompt into known names, the longest first, and tells its language.
 *
 * @param otherwise the language of a prompt that could be several: "zebra", or nothing
 */
export function segmentsOf(prompt: string, otherwise: Language): { segments: Segment[]; lexicon: Lexicon } {
  const tokens = tokensOf(prompt)
  const lexicon = likeliest(tokens, prompt, otherwise)
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
  const longest = Math.max(...lexicons.map((one) => longestFrom(one, first)))
  for (let length = Math.min(longest, tokens.length - at); length > 0; length--) {
    const words = wordsAt(tokens, at, length)
    const meanings = meaningsOf(lexicon, words) ?? borrowed(words.join(' '), lexicon)
    if (meanings) return { length, meanings }
  }
  return { length: 1, meanings: wordless(first) }
}

/** Numbers and measures (3, 5cm, 30x40, 80th) say nothing to draw; an emoji neither, but the designer is told. */
function wordless(word: string): Meaning[] {
  if (/^\d[\dx]*\p{L}{0,4}$/u.test(word)) return [{ kind: 'silent' }]
  return /^\p{Extended_Pictographic}/u.test(word) ? [{ kind: 'aside' }] : []
}

/** Designers mix languages ("floral vintage em navy"): a name of another language counts as it is written, if it can be drawn. */
function borrowed(name: string, own: Lexicon): Meaning[] | undefined {
  for (const lexicon of lexicons) {
    if (lexicon === own) continue
    const meanings = lexicon.exact.get(name)?.filter((meaning) => isDrawable(meaning))
    if (meanings && meanings.length > 0) return meanings
  }
}

const small: ReadonlySet<Meaning['kind']> = new Set(['silent', 'without', 'amid', 'aside'])
const isDrawable = (meaning: Meaning) => !small.has(meaning.kind) && !('naming' in meaning && meaning.naming === 'unsure')

/** The language whose own names cover most of the words; small words count, since they tell languages apart. */
function likeliest(tokens: Token[], prompt: string, otherwise: Language): Lexicon {
  const scored = lexicons.map((lexicon) => ({ lexicon, covered: coveredBy(lexicon, tokens) }))
  const best = Math.max(...scored.map(({ covered }) => covered))
  const equals = scored.filter(({ covered }) => covered === best).map(({ lexicon }) => lexicon)
  const among = (language: Language | null) => equals.find(({ vocabulary }) => vocabulary.language === language)
  return among(languageOfLetters(prompt)) ?? among(otherwise) ?? equals[0] ?? lexiconIn(otherwise)
}

/** Letters and signs that only one of the languages has. */
function languageOfLetters(prompt: string): Language | null {
  if (/[ãõçâêô]/i.test(prompt)) return 'pt'
  return /[ñ¿¡]/i.test(prompt) ? 'es' : null
}

function coveredBy(lexicon: Lexicon, tokens: Token[]): number {
  let covered = 0
  for (let at = 0; at < tokens.length; ) {
    const length = ownNameAt(tokens, at, lexicon)
    covered += length
    at += Math.max(1, length)
  }
  return covered
}

/** How many words the longest name of the language itself has here; 0 where there is none. */
function ownNameAt(tokens: Token[], at: number, lexicon: Lexicon): number {
  const longest = longestFrom(lexicon, tokens[at]?.folded ?? '')
  for (let length = Math.min(longest, tokens.length - at); length > 0; length--) {
    if (meaningsOf(lexicon, wordsAt(tokens, at, length))) return length
  }
  return 0
}

const wordsAt = (tokens: Token[], at: number, length: number) => tokens.slice(at, at + length).map(({ folded }) => folded)
