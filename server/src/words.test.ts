import { words } from 'shared'
import { expect, test } from 'vitest'

test.each([
  ['tartan', 'tartan'],
  ['azul\tverde\n\nção', 'azul\tverde\n\nção'],
  ['nul\u0000 bell\u0007 escape\u001b delete\u007f', 'nul bell escape delete'],
  ['half \ud83d pair', 'half \ufffd pair'],
  ['whole 🌺 pair', 'whole 🌺 pair'],
])('%j is kept as %j', (given, kept) => {
  expect(words.parse(given)).toBe(kept)
})

test('a longest length counts what is kept', () => {
  expect(words.max(3).parse('a\u0000b\u0000c')).toBe('abc')
})
