import { colourNames } from 'shared'
import { describe, expect, test } from 'vitest'
import { wantedBy } from '../wishes.ts'
import { type Lexicon, lexicons } from './lexicon.ts'
import { namesIn, shownName } from './names.ts'
import type { Names, Vocabulary } from './vocabulary.ts'

const colour = { en: 'red', pt: 'vermelho', es: 'rojo' }
const motif = { en: 'gingham', pt: 'xadrez vichy', es: 'cuadros vichy' }

/** A motif's name that no style shares. */
function nounOf({ motifs }: Vocabulary, motif: string): string {
  const all = Object.entries(motifs).find(([one]) => one === motif)?.[1] ?? ''
  return shownName(all, 'own') ?? ''
}

const wanted = (prompt: string) => wantedBy({ operation: 'generate', prompt })

/** What is wrong with how a prompt is read; null where nothing is. */
function complaint(prompt: string, about: (reading: ReturnType<typeof wanted>) => boolean): string | null {
  try {
    return about(wanted(prompt)) ? null : `${prompt}: misread`
  } catch {
    return `${prompt}: refused`
  }
}

const names = (table: Record<string, Names>) =>
  Object.entries(table).flatMap(([value, all]) => namesIn(all).map((one) => ({ value, ...one })))

type Wanted = ReturnType<typeof wanted>
const firstIs = (motif: string) => (reading: Wanted) => reading.reading.motifs[0]?.motif === motif

describe.each(lexicons.map((lexicon): [string, Lexicon] => [lexicon.vocabulary.language, lexicon]))('%s', (_, { vocabulary }) => {
  const { language } = vocabulary
  const found = (prompts: (string | null)[]) => prompts.filter((one) => one !== null)
  const coloured = (name: string) => (language === 'en' ? `${colour.en} ${name}` : `${name} ${colour[language]}`)

  test('every motif is drawn, alone and with a colour', () => {
    const wrong = names(vocabulary.motifs).flatMap(({ name, value }) => [
      complaint(name, firstIs(value)),
      complaint(coloured(name), (reading) => firstIs(value)(reading) && reading.reading.colours.length > 0),
    ])
    expect(found(wrong)).toEqual([])
  })

  test('every style has a name of its own, and each of them names motif and style, alone and with a colour', () => {
    const wrong = Object.entries(vocabulary.styles).flatMap(([motif, styles]) =>
      names(styles).flatMap(({ name, value, naming }) => {
        if (naming === 'beside') return []
        const right = (one: Wanted) => firstIs(motif)(one) && one.reading.style === value && one.ignored.length === 0
        return [complaint(name, right), complaint(coloured(name), (one) => right(one) && one.reading.colours.length > 0)]
      }),
    )
    expect(found(wrong)).toEqual([])
    const nameless = Object.values(vocabulary.styles).flatMap((styles) =>
      Object.values(styles).filter((all) => shownName(all, 'own') === undefined),
    )
    expect(nameless).toEqual([])
  })

  test('every manner is the style beside its motif, and nothing else is made of it', () => {
    const wrong = Object.entries(vocabulary.styles).flatMap(([motif, styles]) =>
      names(styles).flatMap(({ name, value, naming }) => {
        if (naming !== 'beside') return []
        const noun = nounOf(vocabulary, motif)
        const prompt = language === 'en' ? `${name} ${noun}` : `${noun} ${name}`
        return [complaint(prompt, (one) => firstIs(motif)(one) && one.reading.style === value && one.reading.scale === null)]
      }),
    )
    expect(found(wrong)).toEqual([])
  })

  test('every flower is a floral, alone and with a colour', () => {
    const wrong = names(vocabulary.flowers).flatMap(({ name, value }) => {
      const has = (one: Wanted) => firstIs('floral')(one) && one.reading.flowers.some((flower) => flower === value)
      return [complaint(name, has), complaint(coloured(name), (one) => has(one) && one.reading.colours.length > 0)]
    })
    expect(found(wrong)).toEqual([])
  })

  test('leaves are foliage alone, and beside flowers the flowers keep theirs', () => {
    const wrong = namesIn(vocabulary.greens).flatMap(({ name }) => [
      complaint(name, firstIs('foliage')),
      complaint(`${name}, floral`, (one) => firstIs('floral')(one) && one.understood.length === 2 && one.ignored.length === 0),
    ])
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
  expect(reading).toMatchObject({ motifs: [{ motif: 'stripes' }], style })
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
