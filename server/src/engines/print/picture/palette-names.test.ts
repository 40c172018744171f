import { colourNames, shownColours } from 'shared'
import { expect, test } from 'vitest'
import { namesOfPalette } from './palette-names.ts'

const hexOf = (word: string) => colourNames('en').find(([name]) => name === word)?.[1] ?? ''

test('a colour is called by its own name in three languages', () => {
  const names = namesOfPalette([hexOf('navy'), hexOf('mustard'), hexOf('white')])
  expect(names).toEqual([
    expect.objectContaining({ en: 'navy', pt: 'azul marinho' }),
    expect.objectContaining({ en: 'mustard', pt: 'mostarda', es: 'mostaza' }),
    expect.objectContaining({ en: 'white', pt: 'branco', es: 'blanco' }),
  ])
})

test('every shown colour finds itself', () => {
  for (const [name, hex] of shownColours('en')) expect(namesOfPalette([hex])[0]?.en).toBe(name)
})

test('two colours close together get two names, the nearest first', () => {
  const [first, second] = namesOfPalette(['#1b2a4e', '#1c2b50'])
  expect(first?.en).toBe('navy')
  expect(second?.en).not.toBe('navy')
})

test('a colour unlike every other is not given a wrong name so as not to repeat one', () => {
  const names = namesOfPalette(['#00ff00', '#01fe01', '#02fd02', '#03fc03'])
  expect(names).toHaveLength(4)
  for (const { en } of names) expect(en).toMatch(/green|lime|apple|neon|grass|emerald|parrot|kelly/)
})

test('no colours, no names', () => {
  expect(namesOfPalette([])).toEqual([])
})
