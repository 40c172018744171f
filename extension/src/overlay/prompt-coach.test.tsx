// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { PromptCoach } from './prompt-coach'

beforeEach(() => {
  vi.stubGlobal('chrome', fakeChrome())
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
})

async function drawn(prompt: string, onAdd = vi.fn()) {
  const place = document.createElement('div')
  const coach = <PromptCoach prompt={prompt} read={null} locked={false} onAdd={onAdd} />
  await act(async () => createRoot(place).render(coach))
  const words = (selector: string) => [...place.querySelectorAll(selector)].map(({ textContent }) => textContent)
  return { place, onAdd, words }
}

test('what is there and what is missing stand in one row, and the first missing thing is explained', async () => {
  const { words } = await drawn('Climbing roses, hand-painted gouache, dusty pink and sage on cream')
  expect(words('li.chip-done')).toEqual(['Subject', 'Style', 'Palette', 'Background'])
  expect(words('button.chip')).toEqual(['Repeat', 'Scale'])
  expect(words('.coach-hint')).toEqual(['Say how it repeats, for example “half-drop”.'])
  expect(words('.caption')[0]).toBe('4 of 6')
})

test('a click on what is missing adds words for it in the language of the prompt', async () => {
  const { place, onAdd } = await drawn('Listras azuis em aquarela.')
  const button = place.querySelector<HTMLElement>('button[aria-label="Repeat: add “meio salto”"]')
  await act(async () => button?.click())
  expect(onAdd).toHaveBeenCalledExactlyOnceWith('Listras azuis em aquarela, meio salto')
})

test('opened, it shows the designer’s own words and the words that it would add', async () => {
  const { place, words } = await drawn('Lemons with leaves, cut-paper look, lemon, leaf green, pale blue, half-drop')
  await act(async () => place.querySelector<HTMLElement>('.coach-title')?.click())
  expect(place.querySelector('.coach-title')?.getAttribute('aria-expanded')).toBe('true')
  expect(words('.coach-list .grow')).toEqual([
    'Subject Lemons with leaves',
    'Style cut-paper look',
    'Palette 3 colours',
    'Background “on cream”',
    'Repeat half-drop',
    'Scale “large scale”',
  ])
})
