import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleImage } from '../../testing/generations'
import { namedPalette, paletteFile } from './palette-file'

const navy = { en: 'navy', pt: 'azul-marinho', es: 'azul marino' }
const image = { ...sampleImage(), palette: ['#1c2a55', '#202c50', '#ffffff'], paletteNames: [navy, navy] }

beforeEach(() => vi.stubGlobal('chrome', fakeChrome()))

test('colours are named in the language of the screen, and no two alike', () => {
  expect(namedPalette(image).map(({ name }) => name)).toEqual(['navy', 'navy 2', '#ffffff'])
  vi.stubGlobal('chrome', fakeChrome({}, 'pt_BR'))
  expect(namedPalette(image).map(({ name }) => name)).toEqual(['azul-marinho', 'azul-marinho 2', '#ffffff'])
  vi.stubGlobal('chrome', fakeChrome({}, 'es'))
  expect(namedPalette(image)[0]).toEqual({ name: 'azul marino', hex: '#1c2a55' })
})

test('the file is called as the image is', () => {
  expect(paletteFile({ image, name: 'toile-roses-3fa2-1.png' }).name).toBe('toile-roses-3fa2-1.ase')
})
