import type { Understood } from 'shared'
import type { Reading } from './brief.ts'
import type { Language } from './colour-names.ts'
import { joinedColours } from './joined-colours.ts'
import type { Meaning } from './lexicon.ts'
import { coloursOf } from './read-colours.ts'
import { type Segment, segmentsOf } from './segments.ts'
import { isOnlyThing, isThing } from './things.ts'

/** A segment with the meanings that it has in this prompt; none where nothing was made of it. */
interface Settled {
  segment: Segment
  meanings: Meaning[]
}

/** Reads a prompt in English, Portuguese or Spanish. It never throws: what it cannot read is in `ignored`. */
export function readPrompt(prompt: string): Reading {
  const { segments, lexicon } = segmentsOf(prompt)
  const { language } = lexicon.vocabulary
  const kept = withoutThings(dropTakenBack(segments), language)
  const settled = settle(joinedColours(kept, prompt, language))
  const { colours, ground, chips: colourChips, used } = coloursOf(settled, prompt)
  const reading: Reading = {
    motifs: [],
    flowers: [],
    stripeStyle: null,
    style: null,
    direction: null,
    colours,
    ground,
    scale: null,
    density: null,
    layout: null,
    mood: null,
    understood: [],
    ignored: [],
    language,
  }
  const chips: Understood[] = [...colourChips]
  for (const { segment, meanings } of settled) {
    if (used.has(segment)) continue
    if (meanings.length === 0) reading.ignored.push(segment.word)
    for (const meaning of meanings) {
      const kind = take(reading, meaning, segment.word)
      if (kind) chips.push({ kind, word: segment.word, start: segment.start, end: segment.end })
    }
  }
  // With no motif, a colour's word may be the very thing that was wanted.
  const wanted = [...used].filter(({ word }) => reading.motifs.length === 0 && isThing(word, language))
  reading.ignored.push(...wanted.map(({ word }) => word))
  reading.understood = inOrder(chips)
  return reading
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
 * Settles words of several meanings. A motif that is also a colour ("rose", "lavanda", "topo") is the colour where
 * something else is the motif ("rose stripes"), else the motif. Words of a style count only with their motif.
 */
function settle(segments: Segment[]): Settled[] {
  const isColour = ({ meanings }: Segment) => meanings.some((meaning) => meaning.kind === 'colour')
  const motifs = segments.filter((segment) => !isColour(segment)).flatMap(({ meanings }) => meanings)
  const otherMotif = motifs.some(({ kind }) => kind === 'motif' || kind === 'flower')
  const striped = motifs.some((meaning) => meaning.kind === 'motif' && meaning.value === 'stripes')
  return segments.map((segment) => {
    const drawn = segment.meanings.find(({ kind }) => kind === 'flower' || kind === 'motif')
    const coloured = isColour(segment)
    if (coloured && drawn && !otherMotif) return { segment, meanings: [drawn] }
    const meanings = segment.meanings.filter(({ kind }) => {
      if (coloured) return kind === 'colour'
      return kind !== 'stripes' || striped
    })
    return { segment, meanings }
  })
}
