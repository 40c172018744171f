import { expect, test } from 'vitest'
import { downloadName } from './download-name'

const png = { mime: 'image/png' }
const id = '5b1c-93FA2'

test('a file is called after its prompt, its generation and its place', () => {
  expect(downloadName(png, ['Climbing roses, half-drop'], id, 1)).toBe('toile-climbing-roses-half-drop-3fa2-2.png')
  expect(downloadName({ mime: 'image/webp' }, ['x'], id, 0)).toBe('toile-x-3fa2-1.webp')
})

test('without words it is called after the page its source came from, else after what it is', () => {
  expect(downloadName(png, ['', 'Mood board: Spring'], id, 0)).toBe('toile-mood-board-spring-3fa2-1.png')
  expect(downloadName(png, ['', null, 'Variations'], id, 0)).toBe('toile-variations-3fa2-1.png')
})

test('accents, signs and paths do no harm', () => {
  expect(downloadName(png, ['Pétalas/../sálvia:*?"'], id, 0)).toBe('toile-petalas-salvia-3fa2-1.png')
  expect(downloadName(png, ['../../'], id, 0)).toBe('toile-print-3fa2-1.png')
})

test('long prompts are cut between words; a word that is too long itself is cut anyway', () => {
  const name = downloadName(png, ['flamboyant '.repeat(60)], id, 0)
  expect(name).toBe('toile-flamboyant-flamboyant-flamboyant-flamboyant-3fa2-1.png')
  expect(downloadName(png, ['x'.repeat(100)], id, 0)).toBe(`toile-${'x'.repeat(48)}-3fa2-1.png`)
})
