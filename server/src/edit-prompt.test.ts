import { type ChipKind, withChip, withoutChip } from 'shared'
import { expect, test } from 'vitest'

const chipAt = (prompt: string, word: string, kind: ChipKind) => {
  const start = prompt.indexOf(word)
  return { kind, word, start, end: start + word.length }
}

test.each<[prompt: string, kind: ChipKind, word: string, rest: string]>([
  ['pink, mustard and navy', 'colour', 'pink', 'mustard and navy'],
  ['pink, mustard and navy', 'colour', 'mustard', 'pink and navy'],
  ['floral in pink and mustard', 'colour', 'pink', 'floral in mustard'],
  ['floral in pink and mustard', 'colour', 'mustard', 'floral in pink'],
  ['floral in pink', 'colour', 'pink', 'floral'],
  ['large pink and mustard floral', 'colour', 'pink', 'large mustard floral'],
  ['large floral on navy', 'motif', 'floral', 'large on navy'],
  ['large floral on navy', 'ground', 'navy', 'large floral'],
  ['floral on a dark green background, half-drop', 'ground', 'dark green', 'floral, half-drop'],
  ['floral on navy, half-drop, vintage', 'layout', 'half-drop', 'floral on navy, vintage'],
  ['floral on navy, half-drop', 'layout', 'half-drop', 'floral on navy'],
  ['tartan with a cream ground', 'ground', 'cream', 'tartan'],
  ['floral in red on navy and cream', 'ground', 'navy', 'floral in red and cream'],
  ['navy ground, dots', 'ground', 'navy', 'dots'],
  ['dots and stripes on navy', 'motif', 'stripes', 'dots on navy'],
  ['a floral, on navy', 'motif', 'floral', 'on navy'],
  ['floral (pink)', 'colour', 'pink', 'floral'],
  ['stripes', 'motif', 'stripes', ''],
  ['listras vermelhas em fundo creme', 'ground', 'creme', 'listras vermelhas'],
  ['xadrez azul e branco com vermelho', 'colour', 'azul', 'xadrez branco com vermelho'],
  ['xadrez azul e branco com vermelho', 'colour', 'vermelho', 'xadrez azul e branco'],
  ['lunares sobre fondo rojo', 'ground', 'rojo', 'lunares'],
  ['flores rosas y mostaza sobre azul marino', 'colour', 'mostaza', 'flores rosas sobre azul marino'],
])('"%s" without the %s "%s" reads "%s"', (prompt, kind, word, rest) => {
  expect(withoutChip(prompt, chipAt(prompt, word, kind))).toBe(rest)
})

test('another word stands where the chip stood, with its capital', () => {
  expect(withChip('Large floral on navy', chipAt('Large floral on navy', 'Large', 'scale'), 'small')).toBe('Small floral on navy')
  expect(withChip('floral on navy', chipAt('floral on navy', 'navy', 'ground'), 'bottle green')).toBe('floral on bottle green')
})

test('what stands elsewhere is left as it was written', () => {
  const prompt = 'floral in pink  and , oddly typed ,\nhalf-drop on navy'
  expect(withoutChip(prompt, chipAt(prompt, 'navy', 'ground'))).toBe('floral in pink  and , oddly typed ,\nhalf-drop')
})

test('a word that has moved is found nearest to where it stood; one that is gone, or an older chip, changes nothing else', () => {
  const chip = chipAt('red dots, red ground', 'red', 'colour')
  expect(withoutChip('my red dots, red ground', chip)).toBe('my dots, red ground')
  expect(withoutChip('blue dots', chip)).toBe('blue dots')
  expect(withChip('blue dots', chip, 'green')).toBe('blue dots')
  expect(withChip('dots in red', { kind: 'colour', word: 'red', start: 0, end: 0 }, 'green')).toBe('dots in green')
  expect(withoutChip('dots', { kind: 'colour', word: '', start: 0, end: 0 })).toBe('dots')
})

test('offsets count UTF-16 units, so that an emoji before the word does no harm', () => {
  const prompt = '🌸🌸 pink dots'
  expect(withoutChip(prompt, chipAt(prompt, 'pink', 'colour'))).toBe('🌸🌸 dots')
})
