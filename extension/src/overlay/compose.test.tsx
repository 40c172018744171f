// @vitest-environment happy-dom
import { createRef } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { EngineOffer } from 'shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleOrder } from '../../testing/orders'
import { sampleOverlay } from '../../testing/overlays'
import { Compose } from './compose'

function drawn(at: 'composing' | 'sending', engines: EngineOffer[] = []): HTMLElement {
  const overlay = sampleOverlay({ engines })
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

test('an engine can be chosen where several can do it, and what is chosen by itself is named', () => {
  const studio: EngineOffer = { name: 'studio', kind: 'trained', operations: ['generate'] }
  const print: EngineOffer = { name: 'print', kind: 'drawn', operations: ['generate', 'recolour'] }
  const offered = (engines: EngineOffer[]) =>
    [...drawn('composing', engines).querySelectorAll('option')].map(({ textContent }) => textContent)
  expect(offered([studio, print]).slice(-3)).toEqual(['Auto · studio', 'studio', 'Toile’s own'])
  expect(offered([print])).toEqual(offered([]))
})
