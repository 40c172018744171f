import { colourNames, type PromptLanguage as Language, shownColours } from 'shared'
import { expect, test } from 'vitest'
import { difference, hexToLab, hexToLch } from '../colour/oklab.ts'
import { wantedBy } from '../wishes.ts'

const languages: Language[] = ['en', 'pt', 'es']
/** ΔE_OK under which two colours are one to the eye, side by side on cloth. */
const oneColour = 0.02

const coloursOf = (prompt: string) => wantedBy({ operation: 'vary', prompt }).reading.colours
const lightness = (prompt: string) => coloursOf(prompt).map((hex) => hexToLch(hex).l)[0] ?? Number.NaN
const chroma = (prompt: string) => coloursOf(prompt).map((hex) => hexToLch(hex).c)[0] ?? Number.NaN

test.each(languages)('there are at least 120 colour names in %s, each for one value, each value once', (language) => {
  const names = colourNames(language).map(([name]) => name)
  expect(names.length).toBeGreaterThanOrEqual(120)
  expect(new Set(names).size).toBe(names.length)
  expect(shownColours(language).length).toBeGreaterThanOrEqual(100)
})

test('no two values are nearly the same', () => {
  const colours = shownColours('en')
  const close = colours.flatMap(([one, p], at) =>
    colours.slice(at + 1).flatMap(([other, q]) => (difference(hexToLab(p), hexToLab(q)) < oneColour ? [`${one}, ${other}`] : [])),
  )
  expect(close).toEqual([])
})

test.each([
  ['navy', '#1b2a4e', 'azul-marinho', 'azul marino'],
  ['terracotta', '#c4613f', 'terracota', 'terracota'],
  ['sage green', '#9caf88', 'verde sálvia', 'verde salvia'],
  ['burgundy', '#6d1a2d', 'bordô', 'burdeos'],
  ['mustard', '#d6a021', 'mostarda', 'mostaza'],
  ['bottle green', '#123d2c', 'verde-garrafa', 'verde botella'],
  ['hot pink', '#e0307f', 'rosa-choque', 'rosa fucsia'],
  ['dusty pink', '#cf9192', 'rosa antigo', 'rosa viejo'],
])('%s is %s in every language', (en, hex, pt, es) => {
  expect([en, pt, es].map(coloursOf)).toEqual([[hex], [hex], [hex]])
})

test.each([
  ['light blue', 'blue', 'dark blue'],
  ['pale olive', 'olive', 'deep olive'],
  ['azul claro', 'azul', 'azul escuro'],
  ['verde clarinho', 'verde', 'verde fechado'],
  ['amarillo claro', 'amarillo', 'amarillo oscuro'],
  ['gris pálido', 'gris', 'gris oscuro'],
])('%s is lighter than %s, and that than %s', (light, plain, dark) => {
  expect(lightness(light)).toBeGreaterThan(lightness(plain))
  expect(lightness(plain)).toBeGreaterThan(lightness(dark))
})

test.each([
  ['dusty teal', 'teal', 'bright teal'],
  ['muted red', 'red', 'electric red'],
  ['laranja apagado', 'laranja', 'laranja vibrante'],
  ['verde empolvado', 'verde', 'verde intenso'],
])('%s is duller than %s, and that than %s', (muted, plain, bright) => {
  expect(chroma(muted)).toBeLessThan(chroma(plain))
  expect(chroma(plain)).toBeLessThan(chroma(bright))
})
