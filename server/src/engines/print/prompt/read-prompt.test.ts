import { describe, expect, test } from 'vitest'
import { readPrompt } from './read-prompt.ts'

const short = (prompt: string) => {
  const { motifs, colours, ground, scale, density, layout, mood, language } = readPrompt(prompt)
  return { motif: motifs[0]?.motif ?? null, colours, ground, scale, density, layout, mood, language }
}

describe('a prompt', () => {
  test.each([
    [
      'large pink and mustard floral on navy, half-drop',
      { motif: 'floral', colours: ['#eb9cb1', '#d6a021'], ground: '#1b2a4e', layout: 'half-drop', language: 'en' },
    ],
    [
      'white polka dots on a dark green background',
      { motif: 'dots', colours: ['#fdfdfb'], ground: expect.any(String), language: 'en' },
    ],
    ['small sparse tartan with a cream ground', { motif: 'tartan', ground: '#f5ecd9', scale: 0.55, density: 0.6 }],
    ['margaridas amarelas sobre azul-marinho', { motif: 'floral', colours: ['#f2c230'], ground: '#1b2a4e', language: 'pt' }],
    ['listras vermelhas em fundo creme', { motif: 'stripes', colours: ['#c5242e'], ground: '#f5ecd9', language: 'pt' }],
    ['xadrez vichy azul', { motif: 'gingham', colours: ['#2a5caa'], language: 'pt' }],
    ['roses, change the background to mint', { motif: 'floral', colours: [], ground: '#b5e0cb' }],
    ['florals with a background in sage', { motif: 'floral', colours: [], ground: '#9caf88' }],
    ['troque o fundo para amarelo, folhas', { motif: 'foliage', colours: [], ground: '#f2c230', language: 'pt' }],
    ['hojas, el fondo en azul', { motif: 'foliage', colours: [], ground: '#2a5caa', language: 'es' }],
    ['navy roses on white cotton in red', { motif: 'floral', colours: ['#1b2a4e', '#c5242e'], ground: '#fdfdfb' }],
    ['lunares blancos sobre fondo rojo', { motif: 'dots', colours: ['#fdfdfb'], ground: '#c5242e', language: 'es' }],
    [
      'flores grandes rosas y mostaza sobre fondo crema',
      { motif: 'floral', colours: ['#eb9cb1', '#d6a021'], ground: '#f5ecd9', language: 'es' },
    ],
    ['terrazo con verde oliva y terracota', { motif: 'terrazzo', colours: ['#76784a', '#c4613f'], language: 'es' }],
    ['stripes in #1a2b3c and #fed', { motif: 'stripes', colours: ['#1a2b3c', '#ffeedd'] }],
  ])('"%s" is read', (prompt, expected) => {
    expect(short(prompt)).toMatchObject(expected)
  })

  test('lightens and darkens the colour that a tone stands beside', () => {
    const [light = ''] = readPrompt('light blue stripes').colours
    const [claro = ''] = readPrompt('listras azul claro').colours
    const [plain = ''] = readPrompt('blue stripes').colours
    const [oscuro = ''] = readPrompt('rayas azul oscuro').colours
    expect(light).toBe(claro)
    expect(light > plain).toBe(true)
    expect(oscuro < plain).toBe(true)
  })

  test('gives a chip for each thing read, in the order and in the words of the designer', () => {
    expect(readPrompt('Ditsy vintage Florals, Azul-Marinho ground').understood).toMatchObject([
      { kind: 'style', word: 'Ditsy', start: 0, end: 5 },
      { kind: 'mood', word: 'vintage', start: 6, end: 13 },
      { kind: 'motif', word: 'Florals', start: 14, end: 21 },
      { kind: 'ground', word: 'Azul-Marinho', hex: '#1b2a4e', start: 23, end: 35 },
    ])
  })

  test('takes a flower that is also a colour as the colour beside another motif', () => {
    expect(readPrompt('red roses').flowers).toEqual(['rose'])
    expect(readPrompt('rose stripes')).toMatchObject({ flowers: [], colours: ['#d9577a'] })
    expect(readPrompt('rosas vermelhas').flowers).toEqual(['rose'])
    expect(readPrompt('rayas rosas').colours).toEqual(['#eb9cb1'])
  })

  test('takes as ground only the colour right after "on"', () => {
    expect(readPrompt('floral on cotton in blue')).toMatchObject({ ground: null, colours: ['#2a5caa'] })
    expect(readPrompt('red floral on a very dark navy').ground).not.toBeNull()
    expect(readPrompt('flores rojas sobre un fondo azul')).toMatchObject({ ground: '#2a5caa', colours: ['#c5242e'] })
  })

  test('leaves out what is taken back', () => {
    expect(readPrompt('floral without leaves').flowers).toEqual([])
    expect(readPrompt('floral sem folhas').flowers).toEqual([])
  })

  test.each([
    ['a cat on a sofa', ['cat', 'sofa'], 'en'],
    ['dragon', ['dragon'], 'en'],
    ['asdf', ['asdf'], 'en'],
    ['um gato no telhado', ['gato', 'telhado'], 'pt'],
    ['un perro en la playa grande', ['perro'], 'es'],
    ['lions in the rain', ['lions', 'rain'], 'en'],
  ])('"%s" has no motif and names what it does not know', (prompt, words, language) => {
    const reading = readPrompt(prompt)
    expect(reading.motifs).toEqual([])
    expect(reading.ignored).toEqual(expect.arrayContaining(words))
    expect(reading.language).toBe(language)
  })

  test('of more than eight colours the others are said to be left out, and a ninth may still be the ground', () => {
    const colours = ['red', 'orange', 'yellow', 'green', 'navy', 'purple', 'pink', 'brown', 'grey', '#123456']
    const reading = readPrompt(`dots in ${colours.join(', ')} on white`)
    expect([reading.colours.length, reading.ground, reading.ignored]).toEqual([8, '#fdfdfb', ['grey', '#123456']])
    expect(reading.understood.filter(({ kind }) => kind === 'colour').map(({ word }) => word)).toEqual(colours.slice(0, 8))
  })

  test.each(['constructor', '__proto__ dots', 'toString valueOf hasOwnProperty'])('"%s" is words like others', (prompt) => {
    expect(readPrompt(prompt).ignored.length).toBeGreaterThan(0)
  })

  test('chips stand where their words stand, also behind emoji, accents in pieces and half a letter', () => {
    const prompt = '👩🏽‍🎨 fund\u0327o \ud83c re\u0301d dots 🧵 on navy\u200d blue'
    const { understood } = readPrompt(prompt)
    expect(understood.length).toBeGreaterThan(1)
    for (const { word, start, end } of understood) expect(prompt.slice(start, end)).toBe(word)
  })

  test('knows no motif in colours alone', () => {
    expect(readPrompt('navy and cream')).toMatchObject({ motifs: [], ignored: [] })
  })
})
