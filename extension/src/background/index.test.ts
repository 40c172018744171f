import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleBalance } from '../../testing/wallet'
import { local, memory } from '../storage'

const { deeds, session } = vi.hoisted(() => ({
  deeds: {
    paintBadge: vi.fn(async (_standing: unknown) => {}),
    findUnfinished: vi.fn(async () => {}),
    lookForAnswers: vi.fn(),
    follow: vi.fn(),
    resumeFetches: vi.fn(async () => {}),
    forgetServer: vi.fn(async () => {}),
    tellPills: vi.fn(async () => {}),
    tellAlerts: vi.fn(async () => {}),
  },
  session: { known: true },
}))
vi.mock('./answer', () => ({ onMessage: () => false }))
vi.mock('./answers', () => deeds)
vi.mock('./paint-badge', () => deeds)
vi.mock('./fetch-source', () => ({ ...deeds, fetchAlarm: 'fetch-source' }))
vi.mock('./generations', () => ({ ...deeds, resumeAlarm: 'generations' }))
vi.mock('./commands', () => ({ onCommand: async () => {} }))
vi.mock('./menus', () => ({ createMenus: async () => {}, titleMenus: async () => {}, onMenuClick: async () => {} }))
vi.mock('./notify-alerts', () => deeds)
vi.mock('./notification-click', () => ({ onNotificationClick: async () => {} }))
vi.mock('./overlay', () => ({ forgetTab: async () => {} }))
vi.mock('./pill', () => deeds)
vi.mock('./pill-sites', () => ({ registerPill: async () => {} }))
vi.mock('./server', () => deeds)
vi.mock('./session', () => ({ knownSession: async () => (session.known ? { serverUrl: '', token: '' } : null) }))

type Listener = (told?: unknown) => void
let ring: Listener = () => {}
let chromeNow: ReturnType<typeof fakeChrome>
const settled = () => new Promise((resolve) => setTimeout(resolve, 5))

/** A worker as the browser starts it, for whatever event. */
async function start(): Promise<void> {
  vi.resetModules()
  await import('./index')
  await settled()
}

beforeEach(() => {
  for (const deed of Object.values(deeds)) deed.mockReset()
  session.known = true
  chromeNow = fakeChrome({ local: { balance: sampleBalance() } })
  const event = { addListener: () => {} }
  vi.stubGlobal('chrome', {
    ...chromeNow,
    runtime: { ...chromeNow.runtime, onInstalled: event, onStartup: event, onMessage: event },
    contextMenus: { onClicked: event },
    notifications: { onClicked: event },
    tabs: { onRemoved: event },
    permissions: { onAdded: event, onRemoved: event },
    alarms: { ...chromeNow.alarms, onAlarm: { addListener: (listener: Listener) => (ring = listener) } },
  })
})
afterEach(() => vi.unstubAllGlobals())

test('a worker that starts goes on with all that the one before it was at, and shows where things stand', async () => {
  await start()
  for (const deed of [deeds.follow, deeds.lookForAnswers, deeds.resumeFetches, deeds.paintBadge, deeds.tellPills]) {
    expect(deed).toHaveBeenCalledTimes(1)
  }
  ring({ name: 'fetch-source' })
  ring({ name: 'generations' })
  expect([deeds.resumeFetches, deeds.follow].map((deed) => deed.mock.calls.length)).toEqual([2, 2])
})

test('one look at storage that fails does not stop the next ones', async () => {
  const read = vi.spyOn(chromeNow.storage.local, 'get').mockRejectedValue(new Error('no storage now'))
  vi.spyOn(console, 'error').mockImplementation(() => {})
  await start()
  read.mockRestore()
  expect(deeds.paintBadge).not.toHaveBeenCalled()
  await memory.reachable.set(false)
  await settled()
  expect(deeds.paintBadge).toHaveBeenLastCalledWith(expect.objectContaining({ reachable: false }))
})

test("a pill's place that changes is told to every pill", async () => {
  await start()
  await local.pillPlaces.set({ 'a.example': { edge: 'left', along: 0, collapsed: false, hidden: true } })
  await settled()
  expect(deeds.tellPills).toHaveBeenCalledTimes(2)
})

test('after a change of server the old one is forgotten, then the new one is asked, by whoever has been there', async () => {
  await start()
  const order: string[] = []
  deeds.forgetServer.mockImplementation(async () => void order.push('forget'))
  deeds.findUnfinished.mockImplementation(async () => void order.push('ask'))
  await local.settings.set({ serverUrl: 'http://127.0.0.1:9000' })
  await settled()
  expect(order).toEqual(['forget', 'ask'])
  expect(deeds.tellAlerts).toHaveBeenCalledTimes(1)

  session.known = false
  await local.settings.set({ serverUrl: 'http://127.0.0.1:9001' })
  await settled()
  expect(order).toEqual(['forget', 'ask', 'forget'])
})

test('a server that is back is asked what became of everything', async () => {
  await memory.reachable.set(false)
  await start()
  await memory.reachable.set(true)
  await settled()
  expect([deeds.follow, deeds.lookForAnswers].map((deed) => deed.mock.calls.length)).toEqual([2, 2])
})

test('an alarm that the browser lost is set again, one that is set is left alone', async () => {
  await start()
  expect(chromeNow.alarms.set.get('refresh')).toEqual({ periodInMinutes: 5 })
  await chrome.alarms.create('refresh', { periodInMinutes: 0.5 })
  await start()
  expect(chromeNow.alarms.set.get('refresh')).toEqual({ periodInMinutes: 0.5 })
})

test('a balance that cannot be read is asked for anew, by whoever has been at the server', async () => {
  await start()
  expect(deeds.findUnfinished).not.toHaveBeenCalled()
  await chrome.storage.local.set({ balance: { credits: 3 } })
  await start()
  expect(deeds.findUnfinished).toHaveBeenCalledTimes(1)
  session.known = false
  await start()
  expect(deeds.findUnfinished).toHaveBeenCalledTimes(1)
})
