import { coachLexicon, type Lexicon, type Speaks } from './coach-lexicon.ts'
import { asRead, type Piece, type Reading, withoutTakenBack } from './coach-piece.ts'
import { foldedName, type Token, tokensOf } from './coach-tokens.ts'
import type { PromptLanguage } from './understanding.ts'

/**
 * Splits a prompt into what it speaks of, the longest names first; words that nobody knows are its subject. Also tells its
 * language.
 *
 * @param read what the engine reads in this very prompt; null where that is not known
 */
export function piecesOf(
  prompt: string,
  otherwise: PromptLanguage,
  read: Reading | null,
): { pieces: Piece[]; language: PromptLanguage } {
  const lexicon = coachLexicon()
  const tokens = tokensOf(prompt)
  const pieces: Piece[] = []
  const spoken: PromptLanguage[] = []
  for (let at = 0; at < tokens.length; ) {
    const { length, topic, name } = longestAt(lexicon, tokens, at)
    spoken.push(...(lexicon.spoken.get(name) ?? []))
    const start = tokens[at]?.start ?? 0
    const end = tokens[at + length - 1]?.end ?? start
    pieces.push({ topic, word: prompt.slice(start, end), start, end })
    at += length
  }
  const language = languageOf(prompt, spoken, otherwise)
  const said = withoutTakenBack(prompt, read === null ? pieces : asRead(pieces, read), language)
  return { pieces: joined(prompt, withSubject(lexicon, withGround(said))), language }
}

function longestAt(lexicon: Lexicon, tokens: Token[], at: number): { length: number; topic: Speaks; name: string } {
  for (let length = Math.min(lexicon.longest, tokens.length - at); length > 0; length--) {
    const name = tokens
      .slice(at, at + length)
      .map(({ folded }) => folded)
      .join(' ')
    const topic = lexicon.topics.get(name)
    if (topic !== undefined) return { length, topic, name }
    if (length === 2 && /^\d+ ?(?:cm|mm|in|inch|inches|pulgadas?|polegadas?)$/.test(name)) return { length, topic: 'scale', name }
  }
  const name = tokens[at]?.folded ?? ''
  if (name.startsWith('#')) return { length: 1, topic: 'palette', name }
  if (/^\d+(?:cm|mm|in)$/.test(name)) return { length: 1, topic: 'scale', name }
  return { length: 1, topic: /^\p{L}{3,}$/u.test(name) ? 'subject' : 'small', name }
}

/** "on deep navy", "navy background", "a plain background": the colour beside such a word is the ground's. */
function withGround(pieces: Piece[]): Piece[] {
  const passed = (topic: Speaks | undefined) => topic === 'small' || topic === 'tone'
  return pieces.map((piece, at) => {
    const before = pieces.slice(Math.max(0, at - 3), at).toReversed()
    const leads = before.find(({ topic }) => !passed(topic))
    const next = pieces[at + 1]?.topic
    if (piece.topic === 'palette' && (leads?.topic === 'before-ground' || next === 'after-ground'))
      return { ...piece, topic: 'ground' }
    if (piece.topic === 'after-ground' && pieces[at - 1]?.topic === 'plain') return { ...piece, topic: 'ground' }
    if (piece.topic === 'before-ground' && next === 'plain') return { ...piece, topic: 'ground' }
    return piece
  })
}

/** A rose is a colour beside another subject, and the subject where there is none. */
function withSubject({ things }: Lexicon, pieces: Piece[]): Piece[] {
  if (pieces.some(({ topic }) => topic === 'subject')) return pieces
  const at = pieces.findIndex(({ topic, word }) => topic === 'palette' && things.has(foldedName(word)))
  return pieces.map((piece, place) => (place === at ? { ...piece, topic: 'subject' } : piece))
}

/** "Lemons with leaves" is one subject: words that only small ones stand between. */
function joined(prompt: string, pieces: Piece[]): Piece[] {
  const all: Piece[] = []
  for (const piece of pieces) {
    const last = all.findLastIndex(({ topic }) => topic !== 'small')
    const before = all[last]
    const together =
      before?.topic === 'subject' && piece.topic === 'subject' && !/[,.;:\n]/.test(prompt.slice(before.end, piece.start))
    if (together) all.splice(last, all.length, { ...before, word: prompt.slice(before.start, piece.end), end: piece.end })
    else all.push(piece)
  }
  return all
}

/** The language that most of the words are of; signs that only one of them has decide between equals. */
function languageOf(prompt: string, spoken: PromptLanguage[], otherwise: PromptLanguage): PromptLanguage {
  const count = (language: PromptLanguage) => spoken.filter((one) => one === language).length
  const most = Math.max(...(['en', 'pt', 'es'] as const).map(count))
  const best = (['en', 'pt', 'es'] as const).filter((language) => count(language) === most)
  const signed = /[ãõçâêô]/i.test(prompt) ? 'pt' : /[ñ¿¡]/i.test(prompt) ? 'es' : null
  if (signed !== null && best.includes(signed)) return signed
  return best.includes(otherwise) ? otherwise : (best[0] ?? otherwise)
}
