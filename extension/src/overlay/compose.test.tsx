// @vitest-environment happy-dom
import { createRef } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleOrder } from '../../testing/orders'
import { sampleOverlay } from '../../testing/overlays'
import { Compose } from './compose'

function drawn(at: 'composing' | 'sending'): HTMLElement {
  const overlay = sampleOverlay()
  const composing = { at: 'composing', problem: null, before: null } as const
  if (at === 'sending') {
    overlay.state.flow = { at, back: composing, order: sampleOrder() }
    overlay.sending = true
  }
  const page = document.createElement('div')
  page.innerHTML = renderToStaticMarkup(
    <Compose overlay={overlay} promptField={createRef()} onFile={() => {}}>
      {null}
    </Compose>,
  )
  return page
}

beforeEach(() => vi.stubGlobal('chrome', fakeChrome()))

test('while an order is on its way its fields can be read, not changed: nothing that is typed gets lost', () => {
  const open = drawn('composing')
  expect(open.querySelector('textarea')?.readOnly).toBe(false)
  expect(open.querySelectorAll('[aria-disabled]')).toHaveLength(0)
  const locked = drawn('sending')
  expect(locked.querySelector('textarea')?.readOnly).toBe(true)
  expect(locked.querySelector('[role=spinbutton]')?.getAttribute('aria-readonly')).toBe('true')
  expect(locked.querySelector('select')?.getAttribute('aria-disabled')).toBe('true')
  expect(locked.querySelectorAll('[role=tab][aria-disabled=true]')).toHaveLength(7)
})
