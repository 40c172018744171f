import type { PromptLanguage as Language } from 'shared'
import { hexToLch } from '../colour/oklab.ts'
import type { Meaning } from './lexicon.ts'
import type { Segment } from './segments.ts'

/** The plain colours whose names stand with a finer one: blush pink, teal blue, amarelo mostarda, rojo cereza. */
const plain: ReadonlySet<string> = new Set([
  '#eb9cb1',
  '#c5242e',
  '#e8762c',
  '#f2c230',
  '#2e7d4f',
  '#2a5caa',
  '#6b3f8f',
  '#6b4630',
  '#8b8d90',
  '#fdfdfb',
])

/** Hues farther apart, in degrees, are two colours: "coral blue". */
const sameFamily = 70
/** Chroma under which a colour is a white or a grey. */
const neutral = 0.06
/** Lightness by which whites and greys may differ and still be one colour. */
const sameDepth = 0.3

/**
 * Joins a fine colour and the plain one beside it to one: "blush pink" is a pink, not blush and pink. English says the fine
 * one first, Portuguese and Spanish last. Only a space or a hyphen may stand between.
 */
export function joinedColours(segments: Segment[], prompt: string, language: Language): Segment[] {
  const joined: Segment[] = []
  for (const segment of segments) {
    const before = joined.at(-1)
    const one = before && togetherOne(before, segment, prompt, language)
    if (one) joined[joined.length - 1] = one
    else joined.push(segment)
  }
  return joined
}

function togetherOne(left: Segment, right: Segment, prompt: string, language: Language): Segment | null {
  const [first, second] = [colourOf(left), colourOf(right)]
  if (!first || !second || !/^[ -]$/.test(prompt.slice(left.end, right.start))) return null
  const [fine, common] = language === 'en' ? [first, second] : [second, first]
  if (plain.has(fine) || !plain.has(common) || !oneFamily(fine, common)) return null
  const meanings: Meaning[] = [{ kind: 'colour', value: fine }]
  return { word: prompt.slice(left.start, right.end), start: left.start, end: right.end, meanings }
}

const colourOf = ({ meanings }: Segment) => meanings.find((meaning) => meaning.kind === 'colour')?.value

function oneFamily(p: string, q: string): boolean {
  const [one, other] = [hexToLch(p), hexToLch(q)]
  if (other.c < neutral) return one.c < neutral && Math.abs(one.l - other.l) < sameDepth
  return Math.abs(((one.h - other.h + 540) % 360) - 180) < sameFamily
}
