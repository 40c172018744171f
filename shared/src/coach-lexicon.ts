import { foldedName } from './coach-tokens.ts'
import type { CoachTopic } from './coach-topics.ts'
import { colourNames } from './print-words/colour-names.ts'
import { otherNames } from './print-words/other-names.ts'
import type { Names, PrintWords } from './print-words/print-words.ts'
import { englishPrintWords } from './print-words/words-en.ts'
import { spanishPrintWords } from './print-words/words-es.ts'
import { portuguesePrintWords } from './print-words/words-pt.ts'
import type { PromptLanguage } from './understanding.ts'

/** What a word speaks of: one of the coach's topics, what leads to a ground, or nothing by itself. */
export type Speaks = CoachTopic | 'density' | 'tone' | 'before-ground' | 'after-ground' | 'plain' | 'small'

/** The words of all three languages, folded: designers mix them. */
export interface Lexicon {
  topics: Map<string, Speaks>
  spoken: Map<string, Set<PromptLanguage>>
  colours: Map<string, string>
  /** Names of colours that are things as well. */
  things: Set<string>
  /** Words of the longest name. */
  longest: number
}

let made: Lexicon | null = null

/** Made when it is first needed: most pages have no prompt. */
export function coachLexicon(): Lexicon {
  made ??= makeLexicon()
  return made
}

/** The value of a colour by its name; null where it is none. */
export function colourNamed(name: string): string | null {
  return coachLexicon().colours.get(foldedName(name)) ?? null
}

const printWords: Record<PromptLanguage, PrintWords> = {
  en: englishPrintWords,
  pt: portuguesePrintWords,
  es: spanishPrintWords,
}
const plain: Record<PromptLanguage, Names> = { en: 'plain|solid', pt: 'liso|lisa', es: 'liso|lisa' }

function makeLexicon(): Lexicon {
  const lexicon: Lexicon = { topics: new Map(), spoken: new Map(), colours: new Map(), things: new Set(), longest: 1 }
  for (const language of ['en', 'pt', 'es'] as const) {
    for (const [names, topic] of entriesOf(language)) {
      for (const name of names.split('|')) add(lexicon, name, topic, language)
    }
    for (const [name, hex] of colourNames(language)) {
      for (const form of formsOf(foldedName(name), language)) {
        if (!lexicon.colours.has(form)) lexicon.colours.set(form, hex)
      }
      add(lexicon, name, 'palette', language)
    }
    addThings(lexicon, language)
  }
  return lexicon
}

/** In the order in which they count where a word could be several. */
function entriesOf(language: PromptLanguage): [Names, Speaks][] {
  const { layouts, scales, densities, moods, tones, grounds, silent } = printWords[language]
  const { techniques, palettes, without, leading } = otherNames[language]
  const all = (names: Names[], topic: Speaks) => names.map((one): [Names, Speaks] => [one, topic])
  return [
    [palettes, 'palette'],
    [techniques, 'style'],
    ...all(Object.values(moods), 'style'),
    ...all(Object.values(layouts), 'repeat'),
    ...all(Object.values(scales), 'scale'),
    ...all(Object.values(densities), 'density'),
    ...all(Object.values(tones), 'tone'),
    [grounds.before, 'before-ground'],
    [grounds.noun, 'after-ground'],
    [plain[language], 'plain'],
    [silent, 'small'],
    [without, 'small'],
    [leading, 'small'],
  ]
}

function add(lexicon: Lexicon, name: string, topic: Speaks, language: PromptLanguage): void {
  for (const form of formsOf(foldedName(name), language)) {
    if (!lexicon.topics.has(form)) lexicon.topics.set(form, topic)
    lexicon.spoken.set(form, (lexicon.spoken.get(form) ?? new Set()).add(language))
    lexicon.longest = Math.max(lexicon.longest, form.split(' ').length)
  }
}

/** Fruit in the plural is no colour: "laranjas" are oranges. */
function addThings(lexicon: Lexicon, language: PromptLanguage): void {
  for (const name of otherNames[language].things.split('|')) {
    const folded = foldedName(name)
    lexicon.things.add(folded)
    for (const form of formsOf(folded, language)) if (form !== folded) lexicon.topics.set(form, 'subject')
  }
}

/** A name in both numbers and genders, as Portuguese and Spanish have them; English names stand for themselves. */
function formsOf(name: string, language: PromptLanguage): string[] {
  if (language === 'en' || name.length < 4) return [name]
  const stem = name.replace(/[oa]s?$/, '')
  if (stem !== name) return [name, `${stem}o`, `${stem}a`, `${stem}os`, `${stem}as`]
  return /e$/.test(name) ? [name, `${name}s`] : [name]
}
