import { type CoachTopic, coachPrompt, coachTopics, freeInstead, type PromptLanguage, withOffer } from 'shared'
import { expect, test } from 'vitest'
import { lexicons } from './lexicon.ts'
import { namesIn } from './names.ts'
import { readPrompt } from './read-prompt.ts'

const said = (prompt: string, language: PromptLanguage = 'en') =>
  coachPrompt(prompt, language)
    .filter(({ found }) => found.length > 0)
    .map(({ topic }) => topic)
const found = (prompt: string, topic: CoachTopic) => coachPrompt(prompt, 'en').find((item) => item.topic === topic)?.found

const all = [...coachTopics]
const prompts: [prompt: string, says: CoachTopic[]][] = [
  ['', []],
  ['Lemons with leaves, cut-paper look, lemon, leaf green, pale blue, half-drop', ['subject', 'style', 'palette', 'repeat']],
  [
    'Keep the daisies, make the petals looser, hand-painted gouache. Dusty pink, ochre and sage on deep navy.',
    ['subject', 'style', 'palette', 'ground'],
  ],
  ['Half-drop floral in coral and navy on cream', ['subject', 'palette', 'ground', 'repeat']],
  ['Climbing roses, hand-painted gouache, dusty pink and sage on cream.', ['subject', 'style', 'palette', 'ground']],
  ['Same flowers, smaller, scattered on cream.', ['subject', 'ground', 'repeat', 'scale']],
  ['a cat on a sofa', ['subject']],
  ['rose', ['subject']],
  ['rose stripes', ['subject', 'palette']],
  ['orange and teal', ['subject', 'palette']],
  ['watercolour peonies, motifs about 6 cm, plain background', ['subject', 'style', 'ground', 'scale']],
  ['paisley on a navy background', ['subject', 'ground']],
  ['#ff8800 and #112233 checkerboard', ['subject', 'palette']],
  ['Tiny tossed mushrooms, linocut, earth tones, on white', all],
  ['large scale tropical leaves', ['subject', 'style', 'scale']],
  ['Margaridas miúdas em aquarela, rosa antigo e sálvia sobre azul-marinho, meio-salto', all],
  [
    'Mantenha as margaridas, pétalas mais soltas, guache à mão. Rosa antigo, ocre e sálvia sobre azul-marinho.',
    ['subject', 'style', 'palette', 'ground'],
  ],
  ['estampa de limões com folhas, fundo azul claro', ['subject', 'ground']],
  ['onça em tons terrosos', ['subject', 'palette']],
  ['laranjas e folhas verdes', ['subject', 'palette']],
  ['listras azuis e brancas, escala pequena', ['subject', 'palette', 'scale']],
  ['Flores acuareladas en tonos pastel sobre fondo crema, medio salto, escala grande', all],
  ['lunares blancos sobre rojo', ['subject', 'palette', 'ground']],
  ['hojas pintadas a mano, verde salvia y mostaza', ['subject', 'style', 'palette']],
  ['estampado de naranjas con fondo blanco', ['subject', 'ground']],
]
test.each(prompts)('%s', (prompt, says) => {
  expect(said(prompt)).toEqual(all.filter((topic) => says.includes(topic)))
})

test('the designer’s own words are shown, and a ground’s colour is no part of the palette', () => {
  expect(found('Lemons with leaves, cut-paper look', 'subject')).toEqual(['Lemons with leaves'])
  expect(found('dusty pink, ochre and sage on deep navy', 'palette')).toEqual(['dusty pink', 'ochre', 'sage'])
  expect(found('dusty pink, ochre and sage on deep navy', 'ground')).toEqual(['navy'])
})

test('what is missing is offered in the language of the prompt, the screen’s where that could be any', () => {
  const offers = (prompt: string, language: PromptLanguage = 'en') => coachPrompt(prompt, language).map(({ offer }) => offer)
  expect(offers('folhas verdes')).toEqual([null, 'aquarela pintada à mão', null, 'sobre creme', 'meio salto', 'escala grande'])
  expect(offers('hojas verdes con rosas')).toEqual([
    null,
    'acuarela pintada a mano',
    null,
    'sobre crema',
    'medio salto',
    'escala grande',
  ])
  expect(offers('', 'pt')[0]).toBe('flores')
  expect(offers('cream and coral lilies')[3]).toBe('on navy')
})

const readBy = (prompt: string, language: PromptLanguage) => ({
  ...readPrompt(prompt, language),
  alternatives: { ...none, mood: [{ word: 'vintage' }] },
})
test.each(['en', 'pt', 'es'] as const)(
  'added one after the other, the offers make a whole prompt that the engine draws (%s)',
  (language) => {
    let prompt = ''
    for (const topic of coachTopics) {
      const item = coachPrompt(prompt, language, readBy(prompt, language)).find((one) => one.topic === topic)
      if (item !== undefined) prompt = withOffer(prompt, item)
    }
    const items = coachPrompt(prompt, language, readBy(prompt, language))
    expect(items.filter(({ found: words }) => words.length === 0)).toEqual([])
    const { ignored, motifs, layout, scale, ground } = readPrompt(prompt, language)
    expect({ prompt, ignored }).toEqual({ prompt, ignored: [] })
    expect([motifs.length > 0, layout, scale !== null, ground !== null]).toEqual([true, 'half-drop', true, true])
  },
)
const none = { motif: [], style: [], colour: [], ground: [], scale: [], density: [], layout: [], mood: [] }

test('every word by which the engine lays out or scales a print counts as said', () => {
  for (const { vocabulary } of lexicons) {
    const topics: [CoachTopic, string[]][] = [
      ['repeat', Object.values(vocabulary.layouts)],
      ['scale', Object.values(vocabulary.scales)],
    ]
    for (const [topic, lists] of topics) {
      const missed = lists
        .flatMap(namesIn)
        .filter(({ name }) => !said(name, vocabulary.language).some((one) => one === topic || one === 'style'))
      expect(missed.map(({ name }) => name)).toEqual([])
    }
  }
})

test('what the engine makes nothing of is not said, and what only it knows is', () => {
  const drawnBy = (prompt: string) => coachPrompt(prompt, 'en', { ...readPrompt(prompt), alternatives: none })
  const topics = (prompt: string) => drawnBy(prompt).flatMap(({ topic, found: words }) => (words.length > 0 ? [topic] : []))
  expect(topics('watercolour spaceship')).toEqual([])
  // Left out as one, said in two.
  expect(topics('margaridas pintadas à mão')).toEqual(['subject'])
  expect(topics('Rosas pintadas a mano')).toEqual(['subject'])
  expect(topics('Royal Stewart')).toEqual(['subject', 'style'])
})

test('what the engine reads in words counts before what the coach makes of them', () => {
  const items = (prompt: string) => {
    const { understood, ignored } = readPrompt(prompt.trim())
    const told = coachPrompt(prompt, 'en', { understood, ignored, alternatives: none }).filter(
      ({ found: words }) => words.length > 0,
    )
    return Object.fromEntries(told.map(({ topic, found: words }) => [topic, words.join(' | ')]))
  }
  expect(items('stripes in blues and greens')).toEqual({ subject: 'stripes', palette: 'blues | greens' })
  expect(items('  cherry blossom in navy ')).toEqual({ subject: 'cherry blossom', palette: 'navy' })
  expect(items('tie dye in purple')).toEqual({ subject: 'tie dye', palette: 'purple' })
  expect(items('change the background to mint')).toEqual({ ground: 'mint' })
})

test.each([
  ['no flowers, only leaves', 'subject', ['leaves']],
  ['roses without leaves', 'subject', ['roses']],
  ['paisley without any bright red', 'palette', []],
  ['no watercolour, roses', 'subject', ['roses']],
  ['folhas sem flores', 'subject', ['folhas']],
  ['hojas, no flores', 'subject', ['hojas']],
  // "No" leads to a place in Portuguese.
  ['poá no tecido branco', 'palette', ['branco']],
] as const)('what is taken back is not said: %s', (prompt, topic, words) => {
  expect(found(prompt, topic)).toEqual(words)
})

const changes: [last: string, now: string, free: string[]][] = [
  ['Half-drop floral in coral on cream', 'Half-drop floral in coral on cream', []],
  ['Half-drop floral in coral on cream', 'Half-drop floral in emerald on cream', ['recolour']],
  ['Half-drop floral in coral on cream', 'floral in coral on navy, half-drop', ['recolour']],
  ['Half-drop floral in coral on cream', 'brick floral in coral on cream', ['repeat']],
  ['Half-drop floral in coral on cream', 'small brick floral in navy on cream', ['recolour', 'repeat']],
  ['Half-drop floral in coral on cream', 'Half-drop paisley in coral on cream', []],
  ['Half-drop floral in coral on cream', 'Half-drop floral in coral on cream, painterly', []],
  ['Half-drop floral in coral on cream', 'tartan in red and green', []],
  ['flores em coral', 'flores em azul', ['recolour']],
  ['flores en coral, medio salto', 'flores en coral, espejo', ['repeat']],
]
test.each(changes)('%s → %s', (last, now, free) => {
  expect(freeInstead(now, last)).toEqual(free)
})
