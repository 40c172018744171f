import { expect, test } from 'vitest'
import { sampleDraft } from '../../testing/orders'
import { sampleOverlay } from '../../testing/overlays'
import type { OverlaySession } from '../overlay-session'
import { lastLeft } from './left-open'

const hour = 60 * 60 * 1000
const now = 10 * hour
const { session } = sampleOverlay()
const left = (id: string, leftAt: number, change: Partial<OverlaySession> = {}) => ({
  [id]: { ...session, id, prompt: 'stripes', leftAt, ...change },
})
const standing = (sessionId: string, minimised: boolean) => [{ sessionId, tabId: 7, framed: true, hello: true, minimised }]

test('of the overlays left within the hour the last one is offered', () => {
  const sessions = { ...left('session-a', now - 2000), ...left('session-b', now - 1000), ...left('session-c', now - hour - 1) }
  expect(lastLeft(sessions, [], [], now)?.session.id).toBe('session-b')
  expect(lastLeft(left('session-c', now - hour - 1), [], [], now)).toBe(null)
})

test('one that stands open is not, one out of sight always is', () => {
  const old = left('session-a', now - 3 * hour)
  expect(lastLeft(left('session-a', now - 1000), standing('session-a', false), [], now)).toBe(null)
  expect(lastLeft(old, standing('session-a', true), [], now)).toMatchObject({ minimised: true, leftAt: now - 3 * hour })
})

test('one with nothing in it, never left, or offered as a draft is none to come back to', () => {
  const offered = (change: Partial<OverlaySession>) => lastLeft(left('session-a', now, change), [], [sampleDraft()], now)
  expect(offered({})).not.toBe(null)
  expect(offered({ leftAt: null })).toBe(null)
  expect(offered({ prompt: '' })).toBe(null)
  expect(offered({ prompt: '', shown: { generationIds: ['generation-1'], retried: [] } })).not.toBe(null)
  expect(offered({ intentId: sampleDraft().intentId })).toBe(null)
})
