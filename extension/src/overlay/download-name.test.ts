import { expect, test } from 'vitest'
import { downloadName } from './download-name'

const png = { mime: 'image/png' }

test('a file is called after its prompt and its place', () => {
  expect(downloadName(png, 'Climbing roses, half-drop', 1)).toBe('toile-climbing-roses-half-drop-2.png')
  expect(downloadName({ mime: 'image/webp' }, 'x', 0)).toBe('toile-x-1.webp')
})

test('accents, signs and paths do no harm', () => {
  expect(downloadName(png, 'Pétalas/../sálvia:*?"', 0)).toBe('toile-petalas-salvia-1.png')
  expect(downloadName(png, '../../', 0)).toBe('toile-print-1.png')
  expect(downloadName(png, '', 2)).toBe('toile-print-3.png')
})

test('long prompts are cut between words or letters, never ending in a hyphen', () => {
  const name = downloadName(png, 'rose '.repeat(60), 0)
  expect(name.length).toBeLessThan(70)
  expect(name).not.toContain('--')
})
