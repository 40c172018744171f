import type { Understood } from 'shared'
import type { Reading } from './brief.ts'
import type { Meaning } from './lexicon.ts'
import { coloursOf } from './read-colours.ts'
import { type Segment, segmentsOf } from './segments.ts'

/** A segment with the meanings that it has in this prompt; none where nothing was made of it. */
interface Settled {
  segment: Segment
  meanings: Meaning[]
}

/** Reads a prompt in English, Portuguese or Spanish. It never throws: what it cannot read is in `ignored`. */
export function readPrompt(prompt: string): Reading {
  const { segments, lexicon } = segmentsOf(prompt)
  const settled = settle(dropTakenBack(segments))
  const { colours, ground, chips: colourChips, used } = coloursOf(settled, prompt)
  const reading: Reading = {
    motifs: [],
    flowers: [],
    stripeStyle: null,
    direction: null,
    colours,
    ground,
    scale: null,
    density: null,
    layout: null,
    mood: null,
    understood: [],
    ignored: [],
    language: lexicon.vocabulary.language,
  }
  const chips: { at: number; chip: Understood }[] = [...colourChips]
  for (const { segment, meanings } of settled) {
    if (used.has(segment)) continue
    if (meanings.length === 0) reading.ignored.push(segment.word)
    for (const meaning of meanings) {
      const kind = take(reading, meaning, segment.word)
      if (kind) chips.push({ at: segment.start, chip: { kind, word: segment.word } })
    }
  }
  reading.understood = inOrder(chips)
  return reading
}

/** Chips in the order of the prompt, each once. */
function inOrder(chips: { at: number; chip: Understood }[]): Understood[] {
  const byWord = new Map<string, Understood>()
  for (const { chip } of chips.toSorted((p, q) => p.at - q.at)) {
    const key = `${chip.kind} ${chip.word.toLowerCase()}`
    if (!byWord.has(key)) byWord.set(key, chip)
  }
  return [...byWord.values()]
}

/** Puts one meaning into the reading; gives the chip's kind, or null where it says nothing to show. */
function take(reading: Reading, meaning: Meaning, word: string): Understood['kind'] | null {
  switch (meaning.kind) {
    case 'motif':
      reading.motifs.push({ motif: meaning.value, word })
      return 'motif'
    case 'flower':
      reading.motifs.push({ motif: 'floral', word })
      reading.flowers.push(meaning.value)
      return 'motif'
    case 'stripes':
      reading.stripeStyle ??= meaning.value
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
      reading.mood ??= { light: 'pastel' as const, dark: 'dark' as const, muted: 'vintage' as const, bright: 'vivid' as const }[
        meaning.value
      ]
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
    else if (!has('silent')) dropping = false
  }
  return kept
}

/**
 * Settles words of several meanings. A flower that is also a colour ("rose", "lavanda") is the colour where
 * something else is the motif ("rose stripes"), else the flower. Words of a style count only with their motif.
 */
function settle(segments: Segment[]): Settled[] {
  const isColour = ({ meanings }: Segment) => meanings.some((meaning) => meaning.kind === 'colour')
  const motifs = segments.filter((segment) => !isColour(segment)).flatMap(({ meanings }) => meanings)
  const otherMotif = motifs.some(({ kind }) => kind === 'motif' || kind === 'flower')
  const striped = motifs.some((meaning) => meaning.kind === 'motif' && meaning.value === 'stripes')
  return segments.map((segment) => {
    const flower = segment.meanings.find((meaning) => meaning.kind === 'flower')
    const coloured = isColour(segment)
    if (coloured && flower && !otherMotif) return { segment, meanings: [flower] }
    const meanings = segment.meanings.filter(({ kind }) => {
      if (coloured) return kind === 'colour'
      return kind !== 'stripes' || striped
    })
    return { segment, meanings }
  })
}
