import { coachLexicon, type Speaks } from './coach-lexicon.ts'
import { foldedName } from './coach-tokens.ts'
import { otherNames } from './print-words/other-names.ts'
import type { PromptLanguage, Understanding } from './understanding.ts'

/** A stretch of a prompt, and what it speaks of. */
export interface Piece {
  topic: Speaks
  /** As the designer wrote it. */
  word: string
  start: number
  end: number
}

/** What an engine reads in a prompt, and which words it makes nothing of. */
export type Reading = Pick<Understanding, 'understood' | 'ignored'>

/** Pieces as their engine takes them: it knows "blues" for a colour, and none in "cherry blossom". What it ignores is not said. */
export function asRead(pieces: Piece[], { understood, ignored }: Reading): Piece[] {
  const idle = ignored.map((words) => ` ${foldedName(words)} `)
  return pieces.map((piece) => {
    const chip = understood.find(({ start, end }) => start <= piece.start && piece.end <= end)
    if (chip !== undefined) return { ...piece, topic: topicIn(chip.kind, piece) }
    return idle.some((words) => words.includes(` ${foldedName(piece.word)} `)) ? { ...piece, topic: 'small' } : piece
  })
}

function topicIn(kind: Reading['understood'][number]['kind'], { topic, word }: Piece): Speaks {
  const isUnknown = coachLexicon().topics.get(foldedName(word)) === undefined
  if (kind === 'motif' && (topic === 'palette' || topic === 'small')) return 'subject'
  if (kind === 'style' && topic === 'palette') return 'subject'
  if (kind === 'colour' && isUnknown) return 'palette'
  return kind === 'ground' && (isUnknown || topic === 'palette') ? 'ground' : topic
}

/** Words that say how the next one is. */
const qualities: readonly Speaks[] = ['tone', 'style', 'scale', 'density']

/** "Roses without any large leaves": what follows such a word is not said. Portuguese has a `no` that takes nothing back. */
export function withoutTakenBack(prompt: string, pieces: Piece[], language: PromptLanguage): Piece[] {
  const without = new Set(otherNames[language].without.split('|').map(foldedName))
  let taken = false
  return pieces.map((piece, at) => {
    if (/[,.;:\n]/.test(prompt.slice(pieces[at - 1]?.end ?? 0, piece.start))) taken = false
    if (piece.topic === 'small') {
      taken ||= without.has(foldedName(piece.word))
      return piece
    }
    const back = taken
    taken &&= qualities.includes(piece.topic)
    return back ? { ...piece, topic: 'small' } : piece
  })
}
