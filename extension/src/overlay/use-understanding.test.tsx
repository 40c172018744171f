// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { understanding } from 'shared'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import type { Wished } from '../overlay-session'
import { type Read, useUnderstanding } from './use-understanding'

const server = vi.hoisted(() => ({ understand: vi.fn() }))
vi.mock('../api', () => ({ api: server }))

const answer = understanding.parse({ refusal: null, understood: [], ignored: [], suggestions: [], alternatives: {} })
let read: Read | null = null

function Reader({ operation, prompt }: { operation: Wished; prompt: string }) {
  read = useUnderstanding({ operation, prompt, engine: 'auto' })
  return null
}

async function reader() {
  const root = createRoot(document.createElement('div'))
  return (prompt: string, operation: Wished = 'generate') =>
    act(async () => root.render(<Reader operation={operation} prompt={prompt} />))
}
const later = () => act(async () => vi.advanceTimersByTimeAsync(1_000))

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('chrome', fakeChrome({}, 'pt_BR'))
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  server.understand.mockResolvedValue(answer)
})
afterEach(() => {
  vi.useRealTimers()
  vi.clearAllMocks()
})

test('who types is asked about once, when they pause, in the screen’s own language', async () => {
  const type = await reader()
  for (const prompt of ['n', 'na', 'nav', ' navy ']) await type(prompt)
  expect(server.understand).not.toHaveBeenCalled()
  await later()
  expect(server.understand).toHaveBeenCalledExactlyOnceWith({
    operation: 'generate',
    prompt: 'navy',
    engine: 'auto',
    language: 'pt',
  })
  expect(read?.prompt).toBe('navy')
})

test('no words, or a tab without words, are not asked about', async () => {
  const type = await reader()
  await type('  ')
  await type('navy', 'upscale')
  await later()
  expect(server.understand).not.toHaveBeenCalled()
})

test('an answer that comes late for words that have changed is not taken for theirs', async () => {
  const type = await reader()
  let answerLate: (late: typeof answer) => void = () => {}
  server.understand.mockReturnValueOnce(new Promise((resolve) => (answerLate = resolve)))
  await type('navy')
  await later()
  await type('coral')
  await later()
  await act(async () => answerLate(answer))
  expect(read?.prompt).toBe('coral')
})

test('without an answer there are no chips, and nothing else is the matter', async () => {
  server.understand.mockRejectedValue(new Error('away'))
  const type = await reader()
  await type('navy')
  await later()
  expect(read).toBeNull()
})
