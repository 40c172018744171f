// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import type { Wish } from '../overlay-session'
import { OperationTabs } from './operation-tabs'

const engine = { name: 'print', kind: 'drawn', operations: ['generate', 'recolour', 'repeat'] }

beforeEach(() => {
  vi.stubGlobal('chrome', fakeChrome())
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
})

async function shown(chosen: Wish['operation'], onChoose: (operation: Wish['operation']) => void): Promise<HTMLButtonElement[]> {
  const place = document.body.appendChild(document.createElement('div'))
  await act(async () => createRoot(place).render(<OperationTabs chosen={chosen} onChoose={onChoose} />))
  return [...place.querySelectorAll('button')]
}

const press = (tab: HTMLButtonElement | undefined, key: string) =>
  act(async () => tab?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))

test('only the chosen tab is in the tab order, and what is free says so', async () => {
  const tabs = await shown('generate', () => undefined)
  expect(tabs.map((tab) => [tab.textContent, tab.getAttribute('aria-selected'), tab.tabIndex])).toEqual([
    ['Variations', 'false', -1],
    ['From text', 'true', 0],
    ['Recolourfree', 'false', -1],
    ['Repeatfree', 'false', -1],
    ['Upscale', 'false', -1],
    ['Cut out', 'false', -1],
    ['Effects', 'false', -1],
  ])
})

test('what whoever runs the server has put a price on is not called free', async () => {
  const prices = { version: 2, prices: [{ operation: 'repeat', credits: 1 }, { credits: 0 }], engines: [engine] }
  vi.stubGlobal('chrome', fakeChrome({ local: { prices } }))
  const tabs = await shown('generate', () => undefined)
  expect(tabs.filter((tab) => tab.querySelector('small') !== null).map(({ id }) => id)).toEqual(['tab-generate', 'tab-recolour'])
})

test('arrow keys go from tab to tab, round the end, and take the focus along', async () => {
  const chosen: string[] = []
  const tabs = await shown('vary', (operation) => chosen.push(operation))
  const [first] = tabs
  await press(first, 'ArrowRight')
  await press(first, 'ArrowLeft')
  expect(chosen).toEqual(['generate', 'effect'])
  expect(document.activeElement).toBe(tabs.at(-1))
})
