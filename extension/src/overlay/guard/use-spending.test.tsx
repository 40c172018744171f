// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../../testing/chrome'
import { sampleOrder, sampleQuote } from '../../../testing/orders'
import type { QuestionAbout } from '../../question'
import { memory } from '../../storage'
import { type Spending, useSpending } from './use-spending'

const { isMeant, ask } = vi.hoisted(() => ({ isMeant: vi.fn(), ask: vi.fn() }))
vi.mock('./own-panel', () => ({ ownPanel: { isMeant } }))
vi.mock('../../messages', () => ({ ask }))

const about: QuestionAbout = { kind: 'images', request: sampleOrder().request, quote: sampleQuote() }
let spending: Spending
let root: Root

function Spender() {
  spending = useSpending('session-1')
  return null
}
const click = (deed: () => void) => act(async () => spending.spend(about, deed))
const sayYes = () => act(async () => memory.questions.set({ 'session-1': { id: 'question-1', about, tabId: 7, yes: true } }))
const dropped = () => ask.mock.calls.filter(([type]) => type === 'ui-bg-question-drop').length

beforeEach(async () => {
  vi.stubGlobal('chrome', fakeChrome())
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  ask.mockReset().mockResolvedValue({ id: 'question-1' })
  root = createRoot(document.createElement('div'))
  await act(async () => root.render(<Spender />))
})
afterEach(() => act(async () => root.unmount()))

test('what was asked for is done once, after the yes', async () => {
  const deed = vi.fn()
  isMeant.mockResolvedValue(false)
  await click(deed)
  expect([deed.mock.calls.length, spending.asked]).toEqual([0, true])
  await sayYes()
  await sayYes()
  expect([deed.mock.calls.length, spending.asked]).toEqual([1, false])
})

test('who clicks again in the panel instead of answering spends once: the question is taken back', async () => {
  const [first, second] = [vi.fn(), vi.fn()]
  isMeant.mockResolvedValueOnce(false).mockResolvedValueOnce(true)
  await click(first)
  await click(second)
  expect([second.mock.calls.length, dropped(), spending.asked]).toEqual([1, 1, false])
  await sayYes()
  expect(first).not.toHaveBeenCalled()
})

test('so it is where the question is only just being opened', async () => {
  const [first, second] = [vi.fn(), vi.fn()]
  const opened = Promise.withResolvers<{ id: string }>()
  ask.mockReturnValueOnce(opened.promise)
  isMeant.mockResolvedValueOnce(false).mockResolvedValueOnce(true)
  await click(first)
  await click(second)
  await act(async () => opened.resolve({ id: 'question-1' }))
  await sayYes()
  expect([first.mock.calls.length, second.mock.calls.length, dropped()]).toEqual([0, 1, 1])
})

test('a no, or a page that goes on, takes a question back that is only just being opened', async () => {
  const deed = vi.fn()
  isMeant.mockResolvedValue(false)
  for (const takeBack of [() => spending.drop(), () => void window.dispatchEvent(new Event('pagehide'))]) {
    const opened = Promise.withResolvers<{ id: string }>()
    ask.mockReset().mockResolvedValue(null).mockReturnValueOnce(opened.promise)
    await click(deed)
    await act(async () => takeBack())
    expect([dropped(), spending.asked]).toEqual([1, false])
    await act(async () => opened.resolve({ id: 'question-1' }))
    await sayYes()
  }
  expect(deed).not.toHaveBeenCalled()
})

test('a page that goes on to another one takes the question along: a yes would be to nobody', async () => {
  const deed = vi.fn()
  isMeant.mockResolvedValue(false)
  const leave = () => act(async () => void window.dispatchEvent(new Event('pagehide')))
  await leave()
  expect(dropped()).toBe(0)
  await click(deed)
  await leave()
  expect([dropped(), spending.asked]).toEqual([1, false])
  await sayYes()
  expect(deed).not.toHaveBeenCalled()
})
