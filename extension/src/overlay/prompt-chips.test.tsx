// @vitest-environment happy-dom
import { act, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { alternatives, type Understood } from 'shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { changedPrompt } from './chip-words'
import { PromptChips } from './prompt-chips'

const chip = (kind: Understood['kind'], word: string, start: number): Understood => ({
  kind,
  word,
  start,
  end: start + word.length,
})
const read = [chip('colour', 'coral', 0), chip('colour', 'navy', 10), chip('motif', 'stripes', 15)]
const offered = alternatives.parse({
  colour: [
    { word: 'sage', hex: '#a0b090' },
    { word: 'ochre', hex: '#c09020' },
  ],
})

let prompt = ''
let place: HTMLElement
const closed = vi.fn()
const emptied = vi.fn()

function Words({ locked }: { locked: boolean }) {
  const [text, setText] = useState('coral and navy stripes')
  prompt = text
  return (
    <PromptChips
      prompt={text}
      understood={read}
      alternatives={offered}
      locked={locked}
      onChange={(change) => setText(changedPrompt(text, change))}
      onEmpty={emptied}
    />
  )
}

async function shown(locked = false): Promise<void> {
  place = document.body.appendChild(document.createElement('div'))
  await act(async () => createRoot(place).render(<Words locked={locked} />))
}
const named = (label: string) => place.querySelector<HTMLElement>(`[aria-label="${label}"]`)
const press = (element: Element | null, key: string) =>
  act(async () => element?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))
const click = (element: HTMLElement | null | undefined) => act(async () => element?.click())

beforeEach(() => {
  document.body.replaceChildren()
  vi.stubGlobal('chrome', fakeChrome())
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  closed.mockReset()
  emptied.mockReset()
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && closed(), { once: true })
})

test('each chip says what it is about, and its cross what it takes away', async () => {
  await shown()
  const labels = [...place.querySelectorAll('button')].map((button) => button.getAttribute('aria-label'))
  expect(labels).toEqual([
    'coral, colour: change',
    'Remove coral',
    'navy, colour: change',
    'Remove navy',
    'stripes, motif: change',
    'Remove stripes',
  ])
})

test('a click offers words of the same kind, and one of them takes the chip’s place', async () => {
  await shown()
  await click(named('navy, colour: change'))
  const others = named('Instead of navy')
  expect(others?.textContent).toContain('sage')
  await click([...(others?.querySelectorAll('button') ?? [])][1])
  expect(prompt).toBe('coral and ochre stripes')
  expect(named('Instead of navy')).toBeNull()
})

test('arrows go from chip to chip; Delete takes one away and its neighbour has the focus', async () => {
  await shown()
  named('coral, colour: change')?.focus()
  await press(document.activeElement, 'ArrowRight')
  expect(document.activeElement).toBe(named('navy, colour: change'))
  await press(document.activeElement, 'ArrowLeft')
  await press(document.activeElement, 'Delete')
  expect(prompt).toBe('navy stripes')
  expect(document.activeElement).toBe(named('navy, colour: change'))
})

test('a chip that was changed has the focus at once, before the engine has read the prompt anew', async () => {
  await shown()
  await click(named('navy, colour: change'))
  const ochre = [...(named('Instead of navy')?.querySelectorAll('button') ?? [])][1]
  ochre?.focus()
  await click(ochre)
  expect(document.activeElement).toBe(named('ochre, colour: change'))
  await press(document.activeElement, 'Delete')
  expect(prompt).toBe('coral and stripes')
  expect(document.activeElement).toBe(named('stripes, motif: change'))
})

test('who takes the last chip away is told that there is none to have the focus', async () => {
  await shown()
  for (const word of ['coral', 'navy']) await click(named(`Remove ${word}`))
  expect(emptied).not.toHaveBeenCalled()
  await click(named('Remove stripes'))
  expect(emptied).toHaveBeenCalledOnce()
})

test('Escape closes the other words, not the overlay, and the focus is back on the chip', async () => {
  await shown()
  await click(named('coral, colour: change'))
  const first = named('Instead of coral')?.querySelector('button') ?? null
  first?.focus()
  await press(first, 'Escape')
  expect(named('Instead of coral')).toBeNull()
  expect(closed).not.toHaveBeenCalled()
  expect(document.activeElement).toBe(named('coral, colour: change'))
})

test('while an order is on its way nothing changes', async () => {
  await shown(true)
  await click(named('Remove coral'))
  expect(prompt).toBe('coral and navy stripes')
})
