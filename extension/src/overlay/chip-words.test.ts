import { alternatives, type Understood } from 'shared'
import { expect, test } from 'vitest'
import { changedChips, changedPrompt, standingChips, wordsFor } from './chip-words'

const chip = (kind: Understood['kind'], word: string, start = 0): Understood => ({ kind, word, start, end: start + word.length })

test('chips stand in the order of the prompt; a word that is gone has none', () => {
  const read = [chip('colour', 'navy', 8), chip('motif', 'stripes', 0), chip('colour', 'coral', 20)]
  expect(standingChips('stripes navy', read).map(({ chip: { word } }) => word)).toEqual(['stripes', 'navy'])
})

test('the same word twice is two chips', () => {
  const keys = standingChips('navy on navy', [chip('colour', 'navy', 0), chip('ground', 'navy', 8), chip('colour', 'navy', 8)])
  expect(new Set(keys.map(({ key }) => key)).size).toBe(3)
})

test('other words are of the same kind, without the one that is there; a style can become a motif', () => {
  const offered = alternatives.parse({ style: [{ word: 'polka dots' }], motif: [{ word: 'stripes' }, { word: 'polka dots' }] })
  expect(wordsFor(chip('style', 'Ditsy'), offered)).toEqual([
    { word: 'polka dots', kind: 'style' },
    { word: 'stripes', kind: 'motif' },
  ])
  expect(wordsFor(chip('motif', 'stripes'), offered)).toEqual([{ word: 'polka dots', kind: 'motif' }])
})

test('a chip that is changed or taken away changes the prompt, and leaves it tidy', () => {
  const prompt = '  coral and navy stripes'
  expect(changedPrompt(prompt, { chip: chip('colour', 'navy', 10), word: 'sage' })).toBe('coral and sage stripes')
  expect(changedPrompt(prompt, { chip: chip('colour', 'coral'), word: null })).toBe('navy stripes')
})

test('a changed chip stands in its place as what it has become, and those behind it move along', () => {
  const chips = [chip('colour', 'Navy', 0), chip('style', 'ditsy', 5), chip('ground', 'cream', 14)]
  const [navy, ditsy, cream] = chips
  if (navy === undefined || ditsy === undefined || cream === undefined) throw new Error('three chips')
  expect(changedChips(chips, navy, { kind: 'colour', word: 'emerald', hex: '#00aa66' })).toEqual([
    { kind: 'colour', word: 'Emerald', hex: '#00aa66', start: 0, end: 7 },
    chip('style', 'ditsy', 8),
    chip('ground', 'cream', 17),
  ])
  expect(changedChips(chips, ditsy, { kind: 'motif', word: 'stripes' })).toContainEqual(chip('motif', 'stripes', 5))
  expect(changedChips(chips, cream, null)).toEqual([navy, ditsy])
})
