import { expect, test, vi } from 'vitest'
import { ask, messages } from './messages'

test('a message that carries more or less than its schema is refused', () => {
  const { carries } = messages['ui-bg-generation-started']()
  expect(carries.safeParse({ id: 'generation-1', count: 4 }).success).toBe(true)
  expect(carries.safeParse({}).success).toBe(false)
  expect(carries.safeParse({ id: 'generation-1', count: 4, credits: 100 }).success).toBe(false)
})

/** A worker that the browser ends over the first message. */
function dyingOnce() {
  const sendMessage = vi
    .fn()
    .mockRejectedValueOnce(new Error('The message port closed before a response was received.'))
    .mockResolvedValue({ ok: true, answer: null })
  vi.stubGlobal('chrome', { runtime: { sendMessage } })
  return sendMessage
}

test('what a worker died over is said once more to the next one', async () => {
  const sendMessage = dyingOnce()
  await ask('ui-bg-generation-started', { id: 'generation-1', count: 4 })
  expect(sendMessage.mock.calls).toEqual(Array(2).fill([{ type: 'ui-bg-generation-started', id: 'generation-1', count: 4 }]))
})

test('what must not be done twice is not said twice', async () => {
  const sendMessage = dyingOnce()
  await expect(ask('ui-bg-open-overlay', { operation: 'generate' })).rejects.toThrow('message port closed')
  expect(sendMessage).toHaveBeenCalledTimes(1)
})

test('an extension that is gone is asked no more than twice', async () => {
  const sendMessage = vi.fn().mockRejectedValue(new Error('Could not establish connection.'))
  vi.stubGlobal('chrome', { runtime: { sendMessage } })
  await expect(ask('ui-bg-session', {})).rejects.toThrow('Could not establish')
  expect(sendMessage).toHaveBeenCalledTimes(2)
})
