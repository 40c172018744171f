import type { Flower, Ground, Layout, Mood, Motif, StripeDirection, StripeStyle } from './brief.ts'
import { colourNames, type Language } from './colour-names.ts'
import type { Names, Vocabulary } from './vocabulary.ts'
import { english } from './vocabulary-en.ts'
import { spanish } from './vocabulary-es.ts'
import { portuguese } from './vocabulary-pt.ts'

export type Tone = keyof Vocabulary['tones']

/** What a word can mean. A word may have several meanings: "rose" is a flower and a colour. */
export type Meaning =
  | { kind: 'motif'; value: Motif }
  | { kind: 'flower'; value: Flower }
  | { kind: 'stripes'; value: StripeStyle }
  | { kind: 'direction'; value: StripeDirection }
  | { kind: 'layout'; value: Layout }
  | { kind: 'scale'; value: number }
  | { kind: 'density'; value: number }
  | { kind: 'mood'; value: Mood }
  | { kind: 'tone'; value: Tone }
  | { kind: 'ground'; value: Ground }
  | { kind: 'colour'; value: string }
  | { kind: 'without' }
  | { kind: 'silent' }

/** The words of one language, found by their folded form or by their stem. */
export interface Lexicon {
  vocabulary: Vocabulary
  exact: ReadonlyMap<string, Meaning[]>
  stemmed: ReadonlyMap<string, Meaning[]>
}

/** Longest name, in words. */
export const longestName = 4

/** In the order in which they are tried when a prompt could be any of them. */
export const lexicons: readonly Lexicon[] = [english, portuguese, spanish].map(lexiconOf)

/** The meanings of a name in a language: as written, else by its stem, so that number and gender do not matter. */
export function meaningsOf(lexicon: Lexicon, words: readonly string[]): Meaning[] | undefined {
  return lexicon.exact.get(words.join(' ')) ?? lexicon.stemmed.get(stemOf(words, lexicon.vocabulary.language))
}

function lexiconOf(vocabulary: Vocabulary): Lexicon {
  const exact = new Map<string, Meaning[]>()
  const stemmed = new Map<string, Meaning[]>()
  for (const [names, meaning] of entriesOf(vocabulary)) {
    for (const name of names.split('|')) {
      exact.set(name, [...(exact.get(name) ?? []), meaning])
      const stem = stemOf(name.split(' '), vocabulary.language)
      stemmed.set(stem, [...(stemmed.get(stem) ?? []), meaning])
    }
  }
  return { vocabulary, exact, stemmed }
}

function entriesOf(v: Vocabulary): [Names, Meaning][] {
  return [
    ...valued(v.motifs).map(([value, names]): [Names, Meaning] => [names, { kind: 'motif', value }]),
    ...valued(v.flowers).map(([value, names]): [Names, Meaning] => [names, { kind: 'flower', value }]),
    ...valued(v.stripes).map(([value, names]): [Names, Meaning] => [names, { kind: 'stripes', value }]),
    [namingStripes(v), { kind: 'motif', value: 'stripes' }],
    ...valued(v.directions).map(([value, names]): [Names, Meaning] => [names, { kind: 'direction', value }]),
    ...valued(v.layouts).map(([value, names]): [Names, Meaning] => [names, { kind: 'layout', value }]),
    ...valued(v.moods).map(([value, names]): [Names, Meaning] => [names, { kind: 'mood', value }]),
    ...valued(v.tones).map(([value, names]): [Names, Meaning] => [names, { kind: 'tone', value }]),
    ...valued(v.grounds).map(([value, names]): [Names, Meaning] => [names, { kind: 'ground', value }]),
    [v.scales.small, { kind: 'scale', value: 0.55 }],
    [v.scales.large, { kind: 'scale', value: 1.65 }],
    [v.densities.sparse, { kind: 'density', value: 0.6 }],
    [v.densities.dense, { kind: 'density', value: 1.35 }],
    [v.without, { kind: 'without' }],
    [v.silent, { kind: 'silent' }],
    ...colourNames(v.language).map(([name, value]): [Names, Meaning] => [name, { kind: 'colour', value }]),
  ]
}

/** Names of stripe styles that say "stripe" themselves, as "thin stripes" does: they are a motif, not only a manner. */
function namingStripes({ motifs, stripes, language }: Vocabulary): Names {
  const nouns = new Set(motifs.stripes.split('|').map((noun) => stemOf([noun], language)))
  const named = Object.values(stripes).flatMap((names) => names.split('|'))
  return named.filter((name) => name.split(' ').some((word) => nouns.has(stemOf([word], language)))).join('|')
}

/** `Object.entries` that keeps the key's type; sound here because the tables are closed literals. */
function valued<K extends string>(table: Record<K, Names>): [K, Names][] {
  return Object.entries<Names>(table).map(([key, names]) => [key as K, names])
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
