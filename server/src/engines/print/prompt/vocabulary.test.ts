import { describe, expect, test } from 'vitest'
import { wantedBy } from '../wishes.ts'
import { colourNames } from './colour-names.ts'
import { type Lexicon, lexicons } from './lexicon.ts'

const colour = { en: 'red', pt: 'vermelho', es: 'rojo' }
const motif = { en: 'gingham', pt: 'xadrez vichy', es: 'cuadros vichy' }
const stripes = { en: 'stripes', pt: 'listras', es: 'rayas' }

const wanted = (prompt: string) => wantedBy({ operation: 'generate', prompt })

/** What is wrong with how a prompt is read; null where nothing is. */
function complaint(prompt: string, about: (reading: ReturnType<typeof wanted>) => boolean): string | null {
  try {
    return about(wanted(prompt)) ? null : `${prompt}: misread`
  } catch {
    return `${prompt}: refused`
  }
}

const names = (table: Record<string, string>) =>
  Object.entries(table).flatMap(([value, all]) => all.split('|').map((name) => ({ value, name })))

describe.each(lexicons.map((lexicon): [string, Lexicon] => [lexicon.vocabulary.language, lexicon]))('%s', (_, { vocabulary }) => {
  const { language } = vocabulary
  const found = (prompts: (string | null)[]) => prompts.filter((one) => one !== null)

  test('every motif is drawn, alone and with a colour', () => {
    const wrong = names(vocabulary.motifs).flatMap(({ name, value }) => {
      const first = (reading: ReturnType<typeof wanted>) => reading.reading.motifs[0]?.motif === value
      const withColour = language === 'en' ? `${colour.en} ${name}` : `${name} ${colour[language]}`
      return [complaint(name, first), complaint(withColour, (reading) => first(reading) && reading.reading.colours.length > 0)]
    })
    expect(found(wrong)).toEqual([])
  })

  test('every flower is a floral, alone and with a colour', () => {
    const wrong = names(vocabulary.flowers).flatMap(({ name, value }) => {
      const has = (reading: ReturnType<typeof wanted>) =>
        reading.reading.motifs[0]?.motif === 'floral' && reading.reading.flowers.some((one) => one === value)
      const withColour = language === 'en' ? `${colour.en} ${name}` : `${name} ${colour[language]}`
      return [complaint(name, has), complaint(withColour, (reading) => has(reading) && reading.reading.colours.length > 0)]
    })
    expect(found(wrong)).toEqual([])
  })

  test('every stripe style is one, with the word for stripes or in its own name', () => {
    const wrong = names(vocabulary.stripes).map(({ name, value }) => {
      const prompt = language === 'en' ? `${colour.en} ${name} ${stripes.en}` : `${stripes[language]} ${name} ${colour[language]}`
      return complaint(prompt, ({ reading }) => reading.motifs[0]?.motif === 'stripes' && reading.stripeStyle === value)
    })
    expect(found(wrong)).toEqual([])
  })

  test('every modifier counts beside a motif', () => {
    const { layouts, scales, densities, moods, directions } = vocabulary
    const isMotif = (name: string) => names(vocabulary.motifs).some((one) => one.name === name)
    const modifiers = [scales, densities, moods, directions, layouts].flatMap(names).filter(({ name }) => !isMotif(name))
    const wrong = modifiers.map(({ name }) =>
      complaint(`${motif[language]} ${name}`, ({ understood, ignored }) => understood.length > 1 && !ignored.includes(name)),
    )
    expect(found(wrong)).toEqual([])
  })

  test('every colour is one beside a motif', () => {
    const wrong = colourNames(language).map(([name]) => {
      const prompt = language === 'en' ? `${name} ${motif.en}` : `${motif[language]} ${name}`
      return complaint(prompt, ({ reading }) => reading.colours.length === 1 && reading.ignored.length === 0)
    })
    expect(found(wrong)).toEqual([])
  })

  test('what it offers to somebody it refused, it draws', () => {
    expect(found(vocabulary.offers.map((offer) => complaint(offer, () => true)))).toEqual([])
  })
})

test.each([
  ['thin stripes', 'pin'],
  ['Thin red stripes', 'pin'],
  ['fine stripes', 'pin'],
  ['narrow navy stripes', 'pin'],
  ['wide stripes', 'awning'],
  ['ticking stripes', 'ticking'],
  ['Rayas finas rojas', 'pin'],
  ['rayas rojas anchas', 'awning'],
  ['Listras finas', 'pin'],
  ['listras azuis largas', 'awning'],
])('"%s" are stripes of that style, and no word is lost', (prompt, style) => {
  const { reading, ignored } = wanted(prompt)
  expect(reading).toMatchObject({ motifs: [{ motif: 'stripes' }], stripeStyle: style })
  expect(ignored).toEqual([])
})

test.each([
  ['orange', ['orange']],
  ['lemons on blue', ['lemons']],
  ['limones sobre azul', ['limones']],
  ['cerejas em fundo creme', ['cerejas']],
])('"%s" wants a thing that is also a colour: it is refused by its name', (prompt, words) => {
  expect(() => wanted(prompt)).toThrow(
    expect.objectContaining({ code: 'NOT_UNDERSTOOD', details: expect.objectContaining({ words }) }),
  )
})

test('fruit beside a motif is named as left out; as a colour it is one', () => {
  expect(wanted('blue stripes with lemons')).toMatchObject({ ignored: ['lemons'], reading: { colours: ['#2a5caa'] } })
  expect(wanted('lemon stripes')).toMatchObject({ ignored: [], reading: { colours: ['#f5e05c'] } })
  expect(wanted('rayas naranjas')).toMatchObject({ ignored: [], reading: { colours: ['#e8762c'] } })
})

test.each([
  ['Large peonies in blush pink and sage', ['blush pink', 'sage']],
  ['navy blue and forest green tartan', ['navy blue', 'forest green']],
  ['teal blue stripes', ['teal blue']],
  ['coral blue stripes', ['coral', 'blue']],
  ['listras azul marinho e amarelo mostarda', ['azul marinho', 'amarelo mostarda']],
  ['flores rosa palo y verde oliva', ['rosa palo', 'verde oliva']],
  ['rayas rojo cereza', ['rojo cereza']],
])('"%s" names these colours', (prompt, colours) => {
  expect(wanted(prompt).understood.flatMap(({ kind, word }) => (kind === 'colour' ? [word] : []))).toEqual(colours)
})

test('a colour that is also the ground is one chip', () => {
  const { understood } = wanted('floral in burgundy, rose and cream with small leaves, on cream')
  expect(understood.filter(({ word }) => word === 'cream')).toMatchObject([{ kind: 'ground', word: 'cream', hex: '#f5ecd9' }])
})
