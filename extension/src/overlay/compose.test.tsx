// @vitest-environment happy-dom
import { createRef } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleOrder } from '../../testing/orders'
import { Compose } from './compose'
import type { State } from './flow'
import type { Overlay } from './use-overlay'

const composing = { at: 'composing', problem: null, before: null } as const
const flows: Record<'composing' | 'sending', State['flow']> = {
  composing,
  sending: { at: 'sending', back: composing, order: sampleOrder() },
}

function drawn(at: keyof typeof flows): HTMLElement {
  const overlay: Overlay = {
    session: {
      id: 'session-1',
      operation: 'generate',
      prompt: '',
      source: null,
      fetching: null,
      intentId: null,
      generationId: null,
      sentAt: null,
      createdAt: 0,
    },
    state: {
      wish: { operation: 'generate', prompt: 'stripes', count: 4, size: 1024, layout: 'block' },
      flow: flows[at],
      unanswered: [],
    },
    dispatch: () => {},
    balance: null,
    quote: { at: 'asking', last: null },
    askPriceAgain: () => {},
    missing: null,
    canGenerate: false,
    sending: at === 'sending',
    generate: () => {},
    tryAgain: () => {},
    stop: () => {},
    resume: () => {},
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
  expect(locked.querySelectorAll('[role=tab][aria-disabled=true]')).toHaveLength(3)
})
