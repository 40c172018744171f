import type { ChipKind, PromptLanguage as Language, Understood } from 'shared'
import type { Mood, Motif, Reading } from './brief.ts'
import { joinedColours } from './joined-colours.ts'
import type { Meaning, Tone } from './lexicon.ts'
import { coloursOf } from './read-colours.ts'
import { isScene } from './scenes.ts'
import { type Segment, segmentsOf } from './segments.ts'
import { settle } from './settle.ts'
import { isOnlyThing } from './things.ts'

/**
 * Reads a prompt in English, Portuguese or Spanish. It never throws: what it cannot read is in `ignored`.
 *
 * @param otherwise the language of a prompt that could be several; it changes what is offered, hardly what is read
 */
export function readPrompt(prompt: string, otherwise: Language = 'en'): Reading {
  const { segments, lexicon } = segmentsOf(prompt, otherwise)
  const { language } = lexicon.vocabulary
  const kept = withoutThings(dropTakenBack(segments), language)
  const { settled, drawn } = settle(joinedColours(kept, prompt, language))
  const { colours, ground, chips: colourChips, beyond, used } = coloursOf(settled, prompt)
  const reading: Reading = { ...nothingRead, motifs: [], flowers: [], colours, ground, understood: [], ignored: beyond, language }
  const chips: Understood[] = [...colourChips]
  for (const { segment, meanings } of settled) {
    if (used.has(segment)) continue
    const { word, start, end } = segment
    if (meanings.length === 0 || meanings.some(({ kind }) => kind === 'aside')) reading.ignored.push(word)
    for (const meaning of meanings) {
      const kind = take(reading, meaning, word, drawn)
      if (kind) chips.push({ kind, word, start, end })
    }
  }
  reading.motifs = isScene(settled, prompt) ? [] : firstThe(drawn, reading.motifs)
  reading.understood = inOrder(chips)
  return reading
}

const nothingRead = { style: null, direction: null, scale: null, density: null, layout: null, mood: null } as const

/** What a tone says of the whole print where it stands beside no colour. */
const moodOfTone: Record<Tone, Mood> = { light: 'pastel', dark: 'dark', muted: 'vintage', bright: 'vivid' }

function firstThe(drawn: Motif | null, motifs: Reading['motifs']): Reading['motifs'] {
  const isDrawn = ({ motif }: { motif: Motif }) => motif === drawn
  return [...motifs.filter(isDrawn), ...motifs.filter((one) => !isDrawn(one))]
}

/** Fruit in the plural is no colour: "lemons on blue" asks for fruit, "lemon dots" for a yellow. */
function withoutThings(segments: Segment[], language: Language): Segment[] {
  const isFruit = ({ word, meanings }: Segment) => meanings.some(({ kind }) => kind === 'colour') && isOnlyThing(word, language)
  return segments.map((segment) => (isFruit(segment) ? { ...segment, meanings: [] } : segment))
}

/** Chips in the order of the prompt, each once. A colour named twice is one chip, as ground or as colour. */
function inOrder(chips: Understood[]): Understood[] {
  const byWord = new Map<string, Understood>()
  for (const chip of chips.toSorted((p, q) => p.start - q.start)) {
    const key = `${chip.kind} ${chip.word.toLowerCase()}`
    if (!byWord.has(key)) byWord.set(key, chip)
  }
  return [...byWord.values()]
}

/** Puts one meaning into the reading; gives the chip's kind, or null where it says nothing to show. */
function take(reading: Reading, meaning: Meaning, word: string, drawn: Motif | null): ChipKind | null {
  switch (meaning.kind) {
    case 'motif':
      reading.motifs.push({ motif: meaning.value, word })
      return 'motif'
    case 'style':
      if (meaning.naming !== 'beside') reading.motifs.push({ motif: meaning.motif, word })
      if (meaning.motif === drawn) reading.style ??= meaning.value
      return 'style'
    case 'flower':
      reading.motifs.push({ motif: 'floral', word })
      reading.flowers.push(meaning.value)
      return 'motif'
    case 'greens':
      return 'motif'
    case 'direction':
      reading.direction ??= meaning.value
      return 'layout'
    case 'layout':
      reading.layout ??= meaning.value
      return 'layout'
    case 'scale':
      reading.scale ??= meaning.value
      return 'scale'
    case 'density':
      reading.density ??= meaning.value
      return 'density'
    case 'mood':
      reading.mood ??= meaning.value
      return 'mood'
    case 'tone':
      reading.mood ??= moodOfTone[meaning.value]
      return 'mood'
    default:
      return null
  }
}

/** "without leaves", "sem folhas": what follows is taken out. */
function dropTakenBack(segments: Segment[]): Segment[] {
  const kept: Segment[] = []
  let dropping = false
  for (const segment of segments) {
    const has = (kind: Meaning['kind']) => segment.meanings.some((meaning) => meaning.kind === kind)
    if (has('without')) dropping = true
    else if (!dropping) kept.push(segment)
    else if (!has('silent') && !has('amid')) dropping = false
  }
  return kept
}
