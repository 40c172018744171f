import { colourNames, type PromptLanguage as Language } from 'shared'
import type { Flower, Ground, Layout, Mood, Motif, StripeDirection, Style } from './brief.ts'
import { type Naming, namesIn } from './names.ts'
import { tokensOf } from './tokens.ts'
import type { Names, Vocabulary } from './vocabulary.ts'
import { english } from './vocabulary-en.ts'
import { spanish } from './vocabulary-es.ts'
import { portuguese } from './vocabulary-pt.ts'

export type Tone = keyof Vocabulary['tones']

/** What a word can mean. A word may have several meanings: "rose" is a flower and a colour. */
export type Meaning =
  | { kind: 'motif'; value: Motif; naming: Naming }
  | { kind: 'style'; motif: Motif; value: Style; naming: Naming }
  | { kind: 'flower'; value: Flower }
  | { kind: 'greens' }
  | { kind: 'direction'; value: StripeDirection }
  | { kind: 'layout'; value: Layout }
  | { kind: 'scale'; value: number }
  | { kind: 'density'; value: number }
  | { kind: 'mood'; value: Mood }
  | { kind: 'tone'; value: Tone }
  | { kind: 'ground'; value: Ground }
  | { kind: 'colour'; value: string }
  | { kind: 'without' }
  | { kind: 'amid' }
  | { kind: 'silent' }
  | { kind: 'aside' }

/** The words of one language, found by their folded form or by their stem. */
export interface Lexicon {
  vocabulary: Vocabulary
  exact: ReadonlyMap<string, Meaning[]>
  stemmed: ReadonlyMap<string, Meaning[]>
  /** How many words the longest name has that begins with a stem. */
  longest: ReadonlyMap<string, number>
}

/** In the order in which they are tried when a prompt could be any of them. */
export const lexicons: readonly Lexicon[] = [english, portuguese, spanish].map(lexiconOf)

/** The meanings of a name in a language: as written, else by its stem, so that number and gender do not matter. */
export function meaningsOf(lexicon: Lexicon, words: readonly string[]): Meaning[] | undefined {
  return lexicon.exact.get(words.join(' ')) ?? lexicon.stemmed.get(stemOf(words, lexicon.vocabulary.language))
}

/** How many words a name that begins with this word can have; 0 where none does. */
export function longestFrom({ longest, vocabulary }: Lexicon, word: string): number {
  return longest.get(stemOf([word], vocabulary.language)) ?? 0
}

/** The lexicon of a language. */
export function lexiconIn(language: Language): Lexicon {
  const found = lexicons.find(({ vocabulary }) => vocabulary.language === language)
  if (!found) throw new Error(`The print engine has no vocabulary in ${language}`)
  return found
}

function lexiconOf(vocabulary: Vocabulary): Lexicon {
  const exact = new Map<string, Meaning[]>()
  const stemmed = new Map<string, Meaning[]>()
  const longest = new Map<string, number>()
  const lengthen = (folded: string) => {
    const words = folded.split(' ')
    const first = stemOf(words.slice(0, 1), vocabulary.language)
    longest.set(first, Math.max(words.length, longest.get(first) ?? 0))
  }
  for (const [names, meaningOf] of entriesOf(vocabulary)) {
    for (const { name, naming } of namesIn(names)) {
      const folded = foldedName(name)
      lengthen(folded)
      add(exact, folded, meaningOf(naming))
      add(stemmed, stemOf(folded.split(' '), vocabulary.language), meaningOf(naming))
    }
  }
  for (const { name } of namesIn(vocabulary.strangers)) {
    const folded = foldedName(name)
    lengthen(folded)
    if (!exact.has(folded)) exact.set(folded, [])
  }
  return { vocabulary, exact, stemmed, longest }
}

function foldedName(name: string): string {
  return tokensOf(name)
    .map(({ folded }) => folded)
    .join(' ')
}

/** Adds a meaning once: names of one thing often share their stem. */
function add(meanings: Map<string, Meaning[]>, name: string, meaning: Meaning): void {
  const known = meanings.get(name) ?? []
  const written = JSON.stringify(meaning)
  if (!known.some((one) => JSON.stringify(one) === written)) meanings.set(name, [...known, meaning])
}

type Entry = [names: Names, meaningOf: (naming: Naming) => Meaning]

function entriesOf(v: Vocabulary): Entry[] {
  const plain = (names: Names, meaning: Meaning): Entry => [names, () => meaning]
  return [
    ...valued(v.motifs).map(([value, names]): Entry => [names, (naming) => ({ kind: 'motif', value, naming })]),
    ...valued<Motif, Partial<Record<Style, Names>>>(v.styles).flatMap(([motif, styles]) =>
      valued(styles).map(([value, names]): Entry => [names, (naming) => ({ kind: 'style', motif, value, naming })]),
    ),
    ...valued(v.flowers).map(([value, names]) => plain(names, { kind: 'flower', value })),
    plain(v.greens, { kind: 'greens' }),
    ...valued(v.directions).map(([value, names]) => plain(names, { kind: 'direction', value })),
    ...valued(v.layouts).map(([value, names]) => plain(names, { kind: 'layout', value })),
    ...valued(v.moods).map(([value, names]) => plain(names, { kind: 'mood', value })),
    ...valued(v.tones).map(([value, names]) => plain(names, { kind: 'tone', value })),
    ...valued(v.grounds).map(([value, names]) => plain(names, { kind: 'ground', value })),
    plain(v.scales.small, { kind: 'scale', value: 0.55 }),
    plain(v.scales.large, { kind: 'scale', value: 1.65 }),
    plain(v.densities.sparse, { kind: 'density', value: 0.6 }),
    plain(v.densities.dense, { kind: 'density', value: 1.35 }),
    plain(v.without, { kind: 'without' }),
    plain(v.amid, { kind: 'amid' }),
    plain(v.silent, { kind: 'silent' }),
    plain(v.aside, { kind: 'aside' }),
    ...colourNames(v.language).map(([name, value]) => plain(name, { kind: 'colour', value })),
  ]
}

/** `Object.entries` that keeps the key's type; sound here because the tables are closed literals. */
function valued<K extends string, V>(table: Partial<Record<K, V>>): [K, V][] {
  return Object.entries<V | undefined>(table).flatMap(([key, value]): [K, V][] =>
    value === undefined ? [] : [[key as K, value]],
  )
}

function stemOf(words: readonly string[], language: Language): string {
  return words.map((word) => (language === 'en' ? englishStem(word) : romanceStem(word))).join(' ')
}

function englishStem(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

/** Takes the plural's s and the vowel of the gender: listrado, listrada, listrados, listradas are one. */
function romanceStem(word: string): string {
  const single = word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word
  return single.length > 3 && /[aeo]$/.test(single) ? single.slice(0, -1) : single
}
