import type { EngineOffer, PriceList } from 'shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleBalance, samplePrintEngine } from '../../testing/wallet'
import { entries } from './menu-entries'
import { menuTitle } from './menu-title'
import type { Standing } from './standing'

beforeEach(() => vi.stubGlobal('chrome', fakeChrome()))

const standing = (credits: number | null, each = 1): Standing => ({
  balance: credits === null ? null : sampleBalance({ credits }),
  prices: { version: 1, prices: [{ credits: each }], engines: [samplePrintEngine] },
  settings: null,
  running: [],
  ending: null,
  reachable: true,
})

/** The title of the entry with that id, without its prefix. */
const titleOf = (id: string, where: Standing) => {
  const entry = entries.find((one) => one.id === `toile-${id}`)
  return entry && menuTitle(entry, where)
}

test('the entry says what four images cost and what is left after', () => {
  expect(titleOf('vary', standing(42))).toBe('Make variations… · 4 credits, 38 left after')
  expect(titleOf('generate', standing(42, 2))).toBe('Make images from this text… · 8 credits, 34 left after')
  expect(titleOf('vary', standing(4))).toBe('Make variations… · 4 credits, 0 left after')
})

test('what makes one image says what one costs', () => {
  expect(titleOf('upscale', standing(42))).toBe('Upscale… · 1 credit, 41 left after')
  expect(titleOf('cutout', standing(1))).toBe('Cut out… · 1 credit, 0 left after')
})

test('with too few credits, or none, it says so', () => {
  expect(titleOf('vary', standing(3))).toBe('Make variations… · 4 credits, you have 3')
  expect(titleOf('vary', standing(0))).toBe('Make variations… · no credits left')
})

test('what pay-as-you-go would pay is said', () => {
  const metered = { used: 12, cap: 50, until: '2026-12-08T00:00:00.000Z' }
  const having = (credits: number, reserve = 0) => ({ ...standing(0), balance: sampleBalance({ credits, reserve, metered }) })
  expect(titleOf('vary', having(0))).toBe('Make variations… · 4 pay-as-you-go credits')
  expect(titleOf('vary', having(12, 10))).toBe('Make variations… · 4 credits, 2 pay-as-you-go')
  expect(titleOf('vary', having(42))).toBe('Make variations… · 4 credits, 38 left after')
})

test('what is free says free, also at zero', () => {
  const prices: PriceList = {
    version: 1,
    prices: [{ operation: 'recolour', credits: 0 }, { credits: 1 }],
    engines: [samplePrintEngine],
  }
  expect(titleOf('recolour', { ...standing(0), prices })).toBe('Recolour… · free')
  expect(titleOf('vary', { ...standing(0), prices })).toBe('Make variations… · no credits left')
})

test('the price is that of the engine that would make it', () => {
  const gpt: EngineOffer = { name: 'gpt-image', kind: 'trained', operations: ['generate', 'vary'] }
  const prices: PriceList = {
    version: 2,
    prices: [{ engine: 'gpt-image', credits: 4 }, { credits: 1 }],
    engines: [gpt, samplePrintEngine],
  }
  expect(titleOf('vary', { ...standing(42), prices })).toBe('Make variations… · 16 credits, 26 left after')
})

test('before the first contact, and while the server is away, there is no price to promise', () => {
  expect(titleOf('vary', standing(null))).toBe('Make variations…')
  expect(titleOf('vary', { ...standing(42), prices: null })).toBe('Make variations…')
  expect(titleOf('vary', { ...standing(42), reachable: false })).toBe('Make variations…')
})

test('tools have no price', () => {
  expect(['picker', 'region', 'words', 'gallery'].map((id) => titleOf(id, standing(42)))).toEqual([
    'Pick an image…',
    'Select a region…',
    'New print from words…',
    'Open gallery',
  ])
})

test('it speaks the language of the browser', () => {
  vi.stubGlobal('chrome', fakeChrome({}, 'pt_BR'))
  expect(titleOf('vary', standing(42))).toBe('Criar variações… · 4 créditos, saldo depois: 38')
})
