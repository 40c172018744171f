import { expect, test, vi } from 'vitest'
import { ask, type MessageType, maySend, messages, openEnvelope } from './messages'

const id = 'jnblbghlihnigpeneedjndeibmbnhdio'
const origin = `chrome-extension://${id}`
const tab = { id: 3 } as chrome.tabs.Tab
const types = Object.keys(messages) as MessageType[]

const senders: Record<string, chrome.runtime.MessageSender> = {
  popup: { id, url: `${origin}/popup.html` },
  overlayInPage: { id, url: `${origin}/tabs/overlay.html?session=1`, tab, frameId: 5 },
  contentScript: { id, url: 'http://127.0.0.1:8787/try', tab, frameId: 0 },
  scriptInFrame: { id, url: 'http://127.0.0.1:8787/ad', tab, frameId: 2 },
  otherExtension: { id: 'p'.repeat(32), url: `chrome-extension://${'p'.repeat(32)}/popup.html` },
  lookalike: { id, url: `${origin}.example/popup.html` },
  nameless: { id },
}
const allowed = (name: string) => types.filter((type) => maySend(type, senders[name] ?? {}, id, origin))

test('own pages, the overlay in a foreign page included, may send what pages send, and nothing of content scripts', () => {
  for (const page of ['popup', 'overlayInPage']) {
    expect(allowed(page)).toEqual(types.filter((type) => type.startsWith('ui-bg-')))
  }
})

test('content scripts may ask for the pill and open the overlay only: no session, no balance, no generation', () => {
  const pill: MessageType[] = ['page-bg-pill-state', 'page-bg-pill-open', 'page-bg-pill-place', 'page-bg-image-button']
  const opening: MessageType[] = [
    'page-bg-pick',
    'page-bg-region',
    'page-bg-start-tool',
    'page-bg-overlay-again',
    'page-bg-open-panel',
  ]
  expect(allowed('contentScript').sort()).toEqual([...pill, ...opening].sort())
})

test('those in a frame may open it for a picture of that frame', () => {
  expect(allowed('scriptInFrame')).toEqual(['page-bg-pick'])
})

test.each(['otherExtension', 'lookalike', 'nameless'])('a sender that is %s may send nothing', (name) => {
  expect(allowed(name)).toEqual([])
})

test('only known names are messages', () => {
  expect(openEnvelope({ type: 'ui-bg-session-refused', token: 'x' })).toEqual({
    type: 'ui-bg-session-refused',
    carried: { token: 'x' },
  })
  for (const raw of [null, 'ui-bg-session', {}, { type: 7 }, { type: 'toString' }, { type: '__proto__' }]) {
    expect(openEnvelope(raw)).toBeNull()
  }
})

test('a message that carries more or less than its schema is refused', () => {
  const { carries } = messages['ui-bg-generation-started']
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
