import type english from '../../locales/en/messages.json'

/** A key of the catalogue; the three catalogues hold the same keys (a test sees to it). */
export type MessageKey = keyof typeof english
/** A sentence that counts something: `x` stands for the keys `x_one` and `x_other`. */
export type CountedKey = MessageKey extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never
type Words = Record<string, string | number>

/** The language the sentences are in: the browser's, or English where Toile does not speak it. */
export function language(): string {
  return chrome.i18n.getMessage('languageTag')
}

/**
 * The locale of numbers and dates: the browser's own (en-GB, es-MX …), unless the sentences had to fall back
 * to another language: a German date inside an English sentence helps nobody.
 */
export function locale(): string {
  const browser = chrome.i18n.getUILanguage()
  return browser.split('-')[0] === language().split('-')[0] ? browser : language()
}

/** A number as people write it here. */
export function number(value: number, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(locale(), options).format(value)
}

function fill(sentence: string, words: Words): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const word = words[name]
    if (word === undefined) return whole
    return typeof word === 'number' ? number(word) : word
  })
}

/** The sentence of that key, with `{name}` filled from `words`. */
export function t(key: MessageKey, words: Words = {}): string {
  return fill(chrome.i18n.getMessage(key), words)
}

/** The sentence for that many; `{count}` is the number. A plural form the catalogue lacks falls back to `_other`. */
export function tn(key: CountedKey, count: number, words: Words = {}): string {
  const form = new Intl.PluralRules(language()).select(count)
  const sentence = chrome.i18n.getMessage(`${key}_${form}`) || chrome.i18n.getMessage(`${key}_other`)
  return fill(sentence, { count, ...words })
}

/** Of a number that is no count, as much as one says: it is rounded before its plural is chosen. */
export function toTenth(value: number): number {
  return Math.round(value * 10) / 10
}

/** Words as a list, as people write one here. */
export function listed(words: string[]): string {
  return new Intl.ListFormat(locale(), { type: 'unit', style: 'short' }).format(words)
}

/** One of these: “school.test or atelier.test”. */
export function anyOf(words: string[]): string {
  return new Intl.ListFormat(locale(), { type: 'disjunction' }).format(words)
}

/** Facts on one line, joined by a middle dot. */
export function facts(...words: string[]): string {
  return words.join(' · ')
}
