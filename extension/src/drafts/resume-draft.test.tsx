// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import type { Quote } from 'shared'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleDraft, sampleQuote } from '../../testing/orders'
import { sampleBalance } from '../../testing/wallet'
import { isAffordable, ResumeDraft } from './resume-draft'

const { api } = vi.hoisted(() => ({ api: { quote: vi.fn(), request: vi.fn() } }))
vi.mock('../api', () => ({ api }))
vi.mock('../shop-api', () => ({ shopApi: {} }))
const { openInOverlay } = vi.hoisted(() => ({ openInOverlay: vi.fn() }))
vi.mock('../open-in-overlay', () => ({ openInOverlay }))

const draft = sampleDraft()
const place = document.createElement('div')
const button = (name: RegExp) => [...place.querySelectorAll('button')].find(({ textContent }) => name.test(textContent ?? ''))

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('chrome', fakeChrome())
  place.replaceChildren()
  openInOverlay.mockReset().mockResolvedValue(undefined)
  api.request.mockReset()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function show(quote: Partial<Quote>): Promise<void> {
  api.quote.mockResolvedValue(sampleQuote(quote))
  const root = createRoot(place.appendChild(document.createElement('div')))
  await act(async () => root.render(<ResumeDraft draft={draft} balance={sampleBalance()} onLeave={() => {}} />))
}

test('a click counts once the price above the button could be read, and only one by hand', async () => {
  await show({})
  const resume = () => button(/^Resume draft: generate \d images?$/)
  expect(resume()?.getAttribute('aria-disabled')).toBe('true')
  await act(async () => vi.advanceTimersByTime(1_000))
  expect(resume()?.getAttribute('aria-disabled')).toBeNull()
  await act(async () => resume()?.click())
  expect(api.request).not.toHaveBeenCalled()
})

test('what needs a yes is opened in the overlay, where that is asked for', async () => {
  await show({ refusal: { code: 'RESERVE_REACHED', details: { fromReserve: 3, reserve: 10 } } })
  expect(button(/^Resume draft/)).toBeUndefined()
  await act(async () => button(/^Open the draft$/)?.click())
  expect(openInOverlay).toHaveBeenCalledOnce()
  expect(api.request).not.toHaveBeenCalled()
})

test('a draft is affordable where nothing is owed, with what pay-as-you-go adds', () => {
  const { credits } = draft
  expect(isAffordable(draft, sampleBalance({ credits }))).toBe(true)
  expect(isAffordable(draft, sampleBalance({ credits, debt: 1 }))).toBe(false)
  expect(isAffordable(draft, sampleBalance({ credits: 0 }))).toBe(false)
  const metered = { used: 0, cap: 50, until: '2026-12-01T00:00:00.000Z' }
  expect(isAffordable(draft, sampleBalance({ credits: 0, metered }))).toBe(true)
})
