import { expect, test } from 'vitest'
import { type MessageType, messages } from '../messages'
import { maySend, openEnvelope } from './envelope'

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
