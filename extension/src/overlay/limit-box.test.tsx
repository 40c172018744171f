// @vitest-environment happy-dom
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleQuote } from '../../testing/orders'
import { sampleOverlay } from '../../testing/overlays'
import { ComposeFooter } from './compose-footer'
import { RefusalNote } from './refusal-note'

function drawn(fromReserve: number): HTMLElement {
  const refused = { code: 'RESERVE_REACHED', details: { fromReserve, reserve: 10 } } as const
  const overlay = sampleOverlay({ quote: { at: 'known', quote: sampleQuote({ refusal: refused }) }, refused })
  const page = document.createElement('div')
  page.innerHTML = renderToStaticMarkup(
    <>
      <RefusalNote overlay={overlay} />
      <ComposeFooter overlay={overlay} onMissing={() => {}} />
    </>,
  )
  return page
}

beforeEach(() => vi.stubGlobal('chrome', fakeChrome()))

test('the reserve is asked for with a box that is not ticked, and as many images as fit are the way out', () => {
  const page = drawn(3)
  expect(page.querySelector('input[type=checkbox]')?.hasAttribute('checked')).toBe(false)
  expect(page.querySelector('label')?.textContent).toBe('Use 3 reserved credits, this time only')
  expect([...page.querySelectorAll('button')].map((button) => button.textContent)).toEqual([
    'Make 1 image instead',
    'Generate 4 images',
  ])
  expect(drawn(4).querySelectorAll('button')).toHaveLength(1)
})

test('the blocked button keeps the focus and points to its reason', () => {
  const page = drawn(3)
  const generate = [...page.querySelectorAll('button')].at(-1)
  expect(generate?.getAttribute('aria-disabled')).toBe('true')
  expect(generate?.hasAttribute('disabled')).toBe(false)
  const reasons = generate?.getAttribute('aria-describedby')?.split(' ') ?? []
  expect(reasons.map((id) => page.querySelector(`#${id}`)?.textContent)).toEqual([
    'This would use 3 credits from your reserve of 10.Toile never does this alone.',
    'Tick the box above, or make fewer images.',
  ])
})
