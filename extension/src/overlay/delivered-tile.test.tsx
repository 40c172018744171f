// @vitest-environment happy-dom
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleImage } from '../../testing/generations'
import { type Delivered, DeliveredTile } from './delivered-tile'

beforeEach(() => vi.stubGlobal('chrome', fakeChrome()))

function drawn(change: Partial<Delivered>, showCharge = false): HTMLElement {
  const delivered: Delivered = {
    key: 'generation-1:0',
    generationId: 'generation-1',
    image: sampleImage(),
    charged: 1,
    reason: null,
    operation: 'generate',
    name: 'toile.png',
    place: 2,
    ...change,
  }
  const page = document.createElement('div')
  const act = { chosen: false, picked: null, showCharge, onChoose: () => {}, onKeyDown: () => {} }
  page.innerHTML = renderToStaticMarkup(<DeliveredTile delivered={delivered} {...act} />)
  return page
}

test('an image nearly the same as another says that it is kept and was not charged, also when all is done', () => {
  const page = drawn({ reason: 'NEAR_DUPLICATE', charged: 0 })
  expect(page.textContent).toBe('Kept, not charged')
  expect(page.querySelector('button')?.getAttribute('aria-label')).toContain('kept, not charged')
  expect(drawn({}).textContent).toBe('')
  expect(drawn({}, true).textContent).toBe('1 credit')
})

test('what is see-through stands whole on chequers; a print fills its tile', () => {
  expect(drawn({ operation: 'cutout' }).querySelector('img.chequers')).not.toBeNull()
  expect(drawn({}).querySelector('img.chequers')).toBeNull()
})
