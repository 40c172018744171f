import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleOrder, sampleQuote } from '../../testing/orders'
import type { QuestionAbout } from '../question'
import { memory } from '../storage'
import { askInWindow, dropQuestion, forgetQuestionOf, sayYes } from './questions'

const about: QuestionAbout = { kind: 'images', request: sampleOrder().request, quote: sampleQuote() }
let opened: string[] = []
let removed: number[] = []

beforeEach(() => {
  opened = []
  removed = []
  vi.stubGlobal('chrome', {
    ...fakeChrome(),
    windows: { create: async ({ url }: { url: string }) => ({ tabs: [{ id: 100 + opened.push(url) }] }) },
    tabs: { remove: async (id: number) => void removed.push(id) },
  })
})
afterEach(() => vi.unstubAllGlobals())

const from = (tabId: number, frameId = 0) => ({ tab: { id: tabId } as chrome.tabs.Tab, frameId })
const question = async () => (await memory.questions.get())['session-1']

test('a question opens a window of our own, and only that window can say yes', async () => {
  const { id } = await askInWindow('session-1', about)
  expect(opened).toEqual([chrome.runtime.getURL('tabs/overlay.html?question=session-1')])
  await expect(sayYes('session-1', id, from(7))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(sayYes('session-1', id, from(101, 3))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(sayYes('session-1', 'another', from(101))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(await question()).toMatchObject({ about: { kind: 'images', quote: { credits: 4 } }, yes: false })
  await sayYes('session-1', id, from(101))
  expect(await question()).toMatchObject({ yes: true })
})

test('there is one question at a time: the newer one takes the place of the older', async () => {
  const { id } = await askInWindow('session-1', about)
  await askInWindow('session-1', about)
  expect(removed).toEqual([101])
  await expect(sayYes('session-1', id, from(101))).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('a question that is taken back while its window opens takes that along', async () => {
  const window = Promise.withResolvers<{ tabs: { id: number }[] }>()
  const create = vi.fn(() => window.promise)
  vi.stubGlobal('chrome', { ...chrome, windows: { create } })
  const asking = askInWindow('session-1', about)
  await vi.waitFor(() => expect(create).toHaveBeenCalled())
  await dropQuestion('session-1')
  window.resolve({ tabs: [{ id: 101 }] })
  await asking
  expect([await question(), removed]).toEqual([undefined, [101]])
})

test('a window that is closed is a no, and an answered question goes with its window', async () => {
  await askInWindow('session-1', about)
  await forgetQuestionOf(101)
  expect(await question()).toBeUndefined()

  const { id } = await askInWindow('session-1', about)
  await sayYes('session-1', id, from(102))
  await dropQuestion('session-1')
  expect(await question()).toBeUndefined()
  expect(removed).toEqual([102])
})
