import { expect, test } from 'vitest'
import { distinctFiles } from './distinct-names'

test('files in one folder never share a name, whatever they were called', () => {
  expect(distinctFiles(['rose.png', 'Rose.png', 'rose-2.png', 'rose.png', 'rose'])).toEqual([
    'rose.png',
    'rose-2.png',
    'rose-2-2.png',
    'rose-3.png',
    'rose',
  ])
})
