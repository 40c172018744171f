// @vitest-environment happy-dom
import { renderToStaticMarkup } from 'react-dom/server'
import type { Generation, GenerationItem } from 'shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleGeneration } from '../../testing/generations'
import { sampleQuote } from '../../testing/orders'
import { sampleOverlay } from '../../testing/overlays'
import { Announcer } from '../ui/announce'
import { shown as shownBy } from './made'
import { Results } from './results'
import type { Overlay } from './use-overlay'

beforeEach(() => vi.stubGlobal('chrome', fakeChrome()))

function view(generation: Generation, change: Partial<Overlay> = {}): HTMLElement {
  const shown = shownBy({ batch: [generation], retried: [], from: [], found: false, problem: null })
  const page = document.createElement('div')
  page.innerHTML = renderToStaticMarkup(
    <Announcer>
      <Results overlay={sampleOverlay(change)} shown={shown} onGoOn={() => {}} />
    </Announcer>,
  )
  return page
}

const words = (generation: Generation, change: Partial<Overlay> = {}): string => view(generation, change).textContent ?? ''

test('of images nearly the same as others it says how many there are, and that they cost nothing', () => {
  const generation = sampleGeneration(['delivered', 'delivered', 'delivered'])
  const same = (most: number): Generation => ({
    ...generation,
    items: generation.items.map((item) => (item.index < most ? { ...item, reason: 'NEAR_DUPLICATE', charged: 0 } : item)),
  })
  expect(words(same(2))).toContain('2 images came out nearly the same as others. You keep them and they cost nothing.')
  expect(words(same(1))).toContain('1 image came out nearly the same as another one. You keep it and it cost nothing.')
  expect(words(generation)).not.toContain('nearly the same')
})

test('who came to make one image again finds it chosen, with its way to it unfolded; who comes back finds what was left', () => {
  const generation = sampleGeneration(['delivered', 'delivered', 'delivered'])
  const again = generation.items[1]?.image?.id ?? null
  const { session } = sampleOverlay()
  const pressed = (change: Partial<Overlay['session']>) => {
    const page = view(generation, { session: { ...session, again, ...change } })
    const tiles = [...page.querySelectorAll('[data-tile]')].map((tile) => tile.getAttribute('aria-pressed'))
    return [tiles.indexOf('true'), page.textContent?.includes('Make this image again')]
  }
  expect(pressed({})).toEqual([1, true])
  expect(pressed({ again: null })).toEqual([0, false])
  expect(pressed({ again: 'deleted-since' })).toEqual([0, false])
  expect(pressed({ shown: { generationIds: [generation.id], retried: [] } })).toEqual([0, false])
})

test('while images are on their way none is made again: its card waits until then', () => {
  const { session } = sampleOverlay()
  const again = (states: GenerationItem['state'][]) =>
    words(sampleGeneration(states), { session: { ...session, again: 'image-0000' } }).includes('Make this image again')
  expect([again(['delivered', 'running']), again(['delivered', 'delivered'])]).toEqual([false, true])
})

test('more by an engine that costs nothing is free, not for 0 credits', () => {
  const generation = sampleGeneration(['delivered'])
  const priced = (credits: number) => words(generation, { quote: { at: 'known', quote: sampleQuote({ credits }) } })
  expect(priced(0)).toContain('4 more · Free')
  expect(priced(4)).toContain('4 more · 4 credits')
})
