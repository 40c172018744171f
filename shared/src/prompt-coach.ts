import { colourNamed } from './coach-lexicon.ts'
import { coachOffers } from './coach-offers.ts'
import type { Piece } from './coach-piece.ts'
import { piecesOf } from './coach-pieces.ts'
import { type CoachTopic, coachTopics } from './coach-topics.ts'
import type { PromptLanguage, Understanding } from './understanding.ts'

/** One thing that a prompt may speak of. */
export interface CoachItem {
  topic: CoachTopic
  /** The designer's own words for it; empty where it is missing. */
  found: string[]
  /** Words to add, in the prompt's own language; for what is there already, none. */
  offer: string | null
}

/** What an engine has read in this prompt and has to offer; the coach does without it until it is known. */
export type CoachRead = Pick<Understanding, 'understood' | 'ignored' | 'alternatives'>

/**
 * Says at once what a prompt speaks of and what it leaves open, in English, Portuguese or Spanish, and offers words. What the
 * engine cannot draw does not count as said.
 *
 * @param otherwise the language of a prompt that could be several: the screen's
 */
export function coachPrompt(prompt: string, otherwise: PromptLanguage, read: CoachRead | null = null): CoachItem[] {
  // The engine's places are those of the prompt as it is sent.
  const { pieces, language } = piecesOf(prompt.trim(), otherwise, read)
  return coachTopics.map((topic) => {
    const found = wordsFor(topic, pieces, read)
    return { topic, found, offer: found.length > 0 ? null : offerFor(topic, language, pieces, read) }
  })
}

const chipTopics: Record<CoachRead['understood'][number]['kind'], CoachTopic | null> = {
  motif: 'subject',
  style: 'style',
  mood: 'style',
  colour: 'palette',
  ground: 'ground',
  layout: 'repeat',
  scale: 'scale',
  density: null,
}

/** What the prompt's own words say, else what the engine reads in them: it knows names that nobody else does. */
function wordsFor(topic: CoachTopic, pieces: Piece[], read: CoachRead | null): string[] {
  const own = pieces.filter((piece) => piece.topic === topic).map(({ word }) => word)
  if (own.length > 0) return [...new Set(own)]
  const chips = (read?.understood ?? []).filter(({ kind }) => chipTopics[kind] === topic)
  // "Black Watch" is a style and says what is drawn as well.
  const named = topic === 'subject' ? [...chips, ...(read?.understood ?? []).filter(({ kind }) => kind === 'style')] : chips
  return named.slice(0, topic === 'palette' ? named.length : 1).map(({ word }) => word)
}

/** The first words that the prompt does not say already; of a style those that its engine can draw, where it tells. */
function offerFor(topic: CoachTopic, language: PromptLanguage, pieces: Piece[], read: CoachRead | null): string | null {
  const told = read === null ? [] : [...read.alternatives.style, ...read.alternatives.mood].map(({ word }) => word)
  const offers = topic === 'style' && told.length > 0 ? told : coachOffers[language][topic]
  const said = new Set(pieces.flatMap(({ word }) => colourNamed(word) ?? []))
  return offers.find((words) => !words.split(' ').some((word) => said.has(colourNamed(word) ?? ''))) ?? null
}

/** The prompt with an offer added at its end. */
export function withOffer(prompt: string, { topic, offer }: Pick<CoachItem, 'topic' | 'offer'>): string {
  if (offer === null) return prompt
  const text = prompt.trim().replace(/[\s.,;:]+$/, '')
  if (text === '') return offer
  return topic === 'ground' ? `${text} ${offer}` : `${text}, ${offer}`
}

/** What can be had of the last images for nothing, where a prompt asks for little more than that. */
export type FreeChange = 'recolour' | 'repeat'

/** Whether a prompt is nearly the last one, and which free changes would do instead; none for the same one, or another one. */
export function freeInstead(prompt: string, last: string): FreeChange[] {
  const [now, before] = [prompt, last].map((text) => piecesOf(text, 'en', null).pieces.filter(({ topic }) => topic !== 'small'))
  if (now === undefined || before === undefined) return []
  const differ = [...without(now, before), ...without(before, now)]
  const common = now.length - without(now, before).length
  if (differ.length === 0 || common === 0) return []
  const changes = differ.map(({ topic }) => changeOf(topic))
  if (changes.includes(null)) return []
  return (['recolour', 'repeat'] as const).filter((change) => changes.includes(change))
}

function changeOf(topic: Piece['topic']): FreeChange | null {
  if (topic === 'palette' || topic === 'ground' || topic === 'tone') return 'recolour'
  return topic === 'repeat' || topic === 'scale' ? 'repeat' : null
}

function without(pieces: Piece[], others: Piece[]): Piece[] {
  const words = new Set(others.map(({ word }) => word.toLowerCase()))
  return pieces.filter(({ word }) => !words.has(word.toLowerCase()))
}
