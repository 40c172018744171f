import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { facts, locale, number, t, tn, toTenth } from './i18n'

const root = join(import.meta.dirname, '..', '..')
const locales = ['en', 'pt_BR', 'es']

function catalogue(name: string): Record<string, { message: string }> {
  return JSON.parse(readFileSync(join(root, 'locales', name, 'messages.json'), 'utf8'))
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
}

/** `_many` is a form that only some languages have. */
const comparable = (name: string) =>
  Object.keys(catalogue(name))
    .filter((key) => !key.endsWith('_many'))
    .sort()

const placeholders = (message = '') => [...new Set(message.match(/\{\w+\}/g))].sort()

beforeEach(() => vi.stubGlobal('chrome', fakeChrome()))

test('the three catalogues hold the same keys', () => {
  for (const name of locales) expect(comparable(name), name).toEqual(comparable('en'))
})

test('a sentence has the same gaps in every language, and is never empty', () => {
  const english = catalogue('en')
  for (const name of locales) {
    const here = catalogue(name)
    for (const key of comparable('en')) {
      expect(here[key]?.message.trim(), `${name} ${key}`).not.toBe('')
      expect(placeholders(here[key]?.message), `${name} ${key}`).toEqual(placeholders(english[key]?.message))
    }
  }
})

test('quotation marks are those of the language, and nothing is written as on a typewriter', () => {
  const foreign: Record<string, RegExp> = { en: /[«»]/, pt_BR: /[«»]/, es: /[“”]/ }
  for (const name of locales) {
    for (const [key, { message }] of Object.entries(catalogue(name))) {
      expect(message, `${name} ${key}`).not.toMatch(/["']|\.\.\.| - |^ | $| {2}/)
      expect(message, `${name} ${key}`).not.toMatch(foreign[name] ?? /^$/)
    }
  }
})

test('every key that the code names exists', () => {
  const english = catalogue('en')
  const code = sources(join(root, 'src')).join('\n')
  const single = [...code.matchAll(/\bt\('(\w+)'/g)].map(([, key]) => key ?? '')
  const counted = [...code.matchAll(/\btn\('(\w+)'/g)].flatMap(([, key]) => [`${key}_one`, `${key}_other`])
  expect(single.length).toBeGreaterThan(100)
  expect([...single, ...counted].filter((key) => !(key in english))).toEqual([])
})

test('every sentence of the catalogue is used', () => {
  const code = `${sources(join(root, 'src')).join('\n')}${readFileSync(join(root, 'package.json'), 'utf8')}`
  const unused = comparable('en').filter((key) => {
    const base = key.replace(/_(one|other)$/, '')
    return ![`'${key}'`, `'${base}'`, `__MSG_${key}__`].some((use) => code.includes(use))
  })
  expect(unused).toEqual([])
})

test('numbers choose the form of the sentence and are written as people write them here', () => {
  expect(tn('cost_credits', 1)).toBe('1 credit')
  expect(tn('cost_credits', 1200)).toBe('1,200 credits')
  vi.stubGlobal('chrome', fakeChrome({}, 'pt_BR'))
  expect(tn('cost_credits', 1)).toBe('1 crédito')
  expect(tn('cost_credits', 1200)).toBe('1.200 créditos')
  // Portuguese has a form of its own for whole millions; the catalogue lacks it.
  expect(tn('cost_credits', 1_000_000)).toBe('1.000.000 créditos')
})

test('gaps are filled, and a word that looks like a gap stays as it is', () => {
  expect(t('lot_pack_labelled', { label: '100' })).toBe('Pack 100')
  expect(t('quoted', { word: '{word}' })).toBe('“{word}”')
  expect(facts('a', 'b')).toBe('a · b')
})

test('a browser in a language Toile does not speak gets English numbers with English sentences', () => {
  const chrome = fakeChrome()
  vi.stubGlobal('chrome', { ...chrome, i18n: { ...chrome.i18n, getUILanguage: () => 'de-DE' } })
  expect(locale()).toBe('en')
  expect(number(1234.5)).toBe('1,234.5')
  vi.stubGlobal('chrome', { ...chrome, i18n: { ...chrome.i18n, getUILanguage: () => 'en-GB' } })
  expect(locale()).toBe('en-GB')
})

test('a number that is no count has the plural of what is shown of it', () => {
  expect(tn('forecast_pace', toTenth(1.04))).toBe('1 credit a day.')
  expect(tn('forecast_pace', toTenth(2.66))).toBe('2.7 credits a day.')
})
