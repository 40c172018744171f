// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { t } from '../ui/i18n'
import { leaveWord, WhileInstalled } from './while-installed'

let page: HTMLElement
let again: () => void = () => {}
let fault: Error | null = null

function Panel() {
  if (fault) throw fault
  return <p>{t('badge_zero')}</p>
}

beforeEach(async () => {
  vi.useFakeTimers()
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('chrome', fakeChrome())
  vi.spyOn(console, 'error').mockImplementation(() => {})
  fault = null
  page = document.createElement('div')
  const root = createRoot(page)
  again = () =>
    root.render(
      <WhileInstalled>
        <Panel />
      </WhileInstalled>,
    )
  await act(async () => again())
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** As an update leaves it: every call throws. */
function update() {
  const gone = () => {
    throw new Error('Extension context invalidated.')
  }
  vi.stubGlobal('chrome', { runtime: { getURL: gone }, i18n: { getMessage: gone, getUILanguage: gone } })
}

test('an overlay whose extension was updated says so, and closes by its button', async () => {
  expect(page.textContent).toContain('no credits left')
  update()
  await act(async () => vi.advanceTimersByTimeAsync(1_000))
  expect(page.textContent).toContain('Toile was updated.')
  const post = vi.spyOn(window.parent, 'postMessage').mockImplementation(() => {})
  page.querySelector('button')?.click()
  expect(post).toHaveBeenCalledWith(leaveWord, '*')
})

test('it says so as well where a click comes before the look', async () => {
  update()
  await act(async () => again())
  expect(page.textContent).toContain('Toile was updated.')
})

test('a fault of our own is no update', async () => {
  fault = new Error('a fault')
  await expect(act(async () => again())).rejects.toThrow('a fault')
  expect(page.textContent).not.toContain('updated')
})
