import type { Alternative, Alternatives, PromptLanguage } from 'shared'
import { shownColours } from 'shared'
import type { Motif, Reading } from './brief.ts'
import { lexiconIn } from './lexicon.ts'
import { namesIn, shownName } from './names.ts'
import type { Names, Vocabulary } from './vocabulary.ts'

/** Words that can stand in the places of a reading's chips, in its language. Colours that are there already are left out. */
export function alternativesFor(reading: Reading): Alternatives {
  const { vocabulary } = lexiconIn(reading.language)
  const drawn = reading.motifs[0]?.motif
  const there = new Set([...reading.colours, reading.ground])
  const colours = shownColours(reading.language).flatMap(([word, hex]) => (there.has(hex) ? [] : [{ word, hex }]))
  return {
    motif: motifsOf(vocabulary),
    style: drawn === undefined ? [] : stylesOf(vocabulary, drawn, isNamedApart(reading)),
    colour: colours,
    ground: colours,
    scale: firstOf(vocabulary.scales),
    density: firstOf(vocabulary.densities),
    layout: firstOf(drawn === 'stripes' ? vocabulary.directions : vocabulary.layouts),
    mood: firstOf(vocabulary.moods),
  }
}

const firstOf = (table: Record<string, Names>) => words(Object.values(table).map((names) => shownName(names, 'own')))
const words = (all: (string | undefined)[]): Alternative[] => all.flatMap((word) => (word === undefined ? [] : [{ word }]))

function motifsOf({ motifs, flowers }: Vocabulary): Alternative[] {
  return [...firstOf(motifs), ...firstOf(flowers)]
}

/** The names of the layouts in one language. */
export function layoutWords(language: PromptLanguage): Alternative[] {
  return firstOf(lexiconIn(language).vocabulary.layouts)
}

/** True where a word of its own names the motif, as in "wavy checkerboard": then the style's chip needs no noun. */
function isNamedApart({ understood }: Reading): boolean {
  return understood.some(({ kind }) => kind === 'motif')
}

function stylesOf({ styles }: Vocabulary, motif: Motif, apart: boolean): Alternative[] {
  return words(Object.values<Names>(styles[motif]).map((names) => (apart ? manner(names) : shownName(names, 'own'))))
}

/** The name that reads best beside the motif's: a manner, else the style's bare name. */
const manner = (names: Names) =>
  shownName(names, 'manner') ?? namesIn(names).find(({ naming }) => naming === 'unsure')?.name ?? shownName(names, 'own')
