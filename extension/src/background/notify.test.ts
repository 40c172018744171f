import type { Alert } from 'shared'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleBalance, sampleLot } from '../../testing/wallet'
import { local } from '../storage'
import { tellAlerts } from './notify-alerts'
import { finishedWords, tellFinished } from './notify-finished'

const { api } = vi.hoisted(() => ({ api: { alerts: vi.fn(), balance: vi.fn(), lots: vi.fn() } }))
vi.mock('./server', () => ({ api }))

let shown: [string, { title: string; message: string }][] = []
/** What a page answers that listens; null where none does. */
let page: (() => Promise<unknown>) | null = null
const now = new Date('2026-11-22T12:00:00Z')

beforeEach(() => {
  shown = []
  page = null
  const chrome = fakeChrome({ local: { balance: sampleBalance({ credits: 21 }) } })
  vi.stubGlobal('chrome', {
    ...chrome,
    runtime: {
      ...chrome.runtime,
      getManifest: () => ({ icons: { '16': 'icon16.png', '128': 'icon128.png' } }),
      sendMessage: () => page?.() ?? Promise.reject(new Error('Receiving end does not exist')),
    },
    notifications: { create: async (id: string, what: { title: string; message: string }) => void shown.push([id, what]) },
  })
})
afterEach(() => vi.unstubAllGlobals())

const titles = () => shown.map(([, { title }]) => title)
const ended = { id: 'generation-1', count: 4, delivered: 3 }

test('images that are ready are told in words, with what is left', async () => {
  await tellFinished(ended)
  expect(shown).toMatchObject([
    ['generation:generation-1', { title: '3 of 4 images are ready', message: 'The others cost nothing. 21 credits left.' }],
  ])
  expect(finishedWords({ delivered: 4, count: 4 }, 1)).toEqual({ title: '4 images are ready', message: '1 credit left.' })
  expect(finishedWords({ delivered: 0, count: 1 }, 21)).toEqual({
    title: 'The image could not be made',
    message: 'Nothing was charged. 21 credits left.',
  })
})

test('where a page of Toile shows it nothing is told, and nothing where the designer wants none', async () => {
  page = async () => true
  await tellFinished(ended)
  expect(shown).toEqual([])
  page = async () => undefined
  await tellFinished(ended)
  expect(shown).toHaveLength(1)
  await local.notify.set({ finished: false, low: true, expiring: true, renewal: true })
  await tellFinished(ended)
  expect(shown).toHaveLength(1)
})

test('a system that shows no notifications keeps no generation under way', async () => {
  vi.stubGlobal('chrome', { ...chrome, notifications: { create: () => Promise.reject(new Error('Not shown')) } })
  await expect(tellFinished(ended)).resolves.toBeUndefined()
})

test('a page that is frozen keeps nothing from being told', async () => {
  page = () => new Promise(() => {})
  await tellFinished(ended)
  expect(shown).toHaveLength(1)
})

const raised = { projectName: null, raisedAt: '2026-11-22T10:00:00.000Z', resolvedAt: null, acknowledgedAt: null }
const low = (id: string, of: 'percent' | 'credits'): Alert => ({
  id,
  details: { kind: 'low', of, credits: 4, threshold: 5, reserve: 0 },
  ...raised,
})
const expiring = (id: string, lotId: string, expiresAt: string): Alert => ({
  id,
  details: { kind: 'expiring', lotId, lotKind: 'trial', label: null, credits: 3, expiresAt, days: 7 },
  ...raised,
})

test('a low balance is told once, however often it is asked and for however many reasons', async () => {
  api.balance.mockResolvedValue(sampleBalance({ credits: 4 }))
  api.alerts.mockResolvedValue({ alerts: [low('alert-0001', 'percent'), low('alert-0002', 'credits')] })
  await tellAlerts(now)
  await tellAlerts(now)
  expect(shown).toMatchObject([
    [
      'alert:low',
      { title: '4 credits left.', message: 'New images wait once these are used up. Recolour, repeat and scale are still free.' },
    ],
  ])
  api.alerts.mockResolvedValue({ alerts: [low('alert-0003', 'credits'), low('alert-0002', 'credits')] })
  await tellAlerts(now)
  expect(shown).toHaveLength(2)
})

test('credits that end are told with their lot and date, those that end first before all', async () => {
  const trial = sampleLot({ id: 'lot-trial', kind: 'trial', label: null, available: 3, expiresAt: '2026-11-23T12:00:00.000Z' })
  const pack = sampleLot({ id: 'lot-pack', available: 42, expiresAt: '2026-11-29T12:00:00.000Z' })
  api.lots.mockResolvedValue([trial, pack])
  api.balance.mockResolvedValue(sampleBalance({ credits: 45 }))
  api.alerts.mockResolvedValue({
    alerts: [expiring('alert-0001', 'lot-pack', pack.expiresAt), expiring('alert-0002', 'lot-trial', trial.expiresAt)],
  })
  await tellAlerts(now)
  await tellAlerts(now)
  expect(shown).toMatchObject([
    ['alert:expiring', { title: '3 credits from Trial expire tomorrow.', message: 'They are used first.' }],
  ])
})

test("a plan's next payment is told with its amount, unless that is not wanted", async () => {
  const details = {
    kind: 'renewal',
    planId: 'month-120',
    credits: 120,
    price: { amount: 960, currency: 'EUR' },
    interval: 'month',
  } as const
  const renewal = (id: string): Alert => ({ id, details: { ...details, at: '2026-12-08T12:00:00.000Z' }, ...raised })
  api.balance.mockResolvedValue(sampleBalance({ credits: 45 }))
  api.lots.mockResolvedValue([])
  api.alerts.mockResolvedValue({ alerts: [renewal('alert-0001')] })
  await tellAlerts(now)
  await tellAlerts(now)
  expect(titles()).toEqual(['Your monthly plan renews on December 8 for €9.60.'])
  await local.notify.set({ finished: true, low: true, expiring: true, renewal: false })
  api.alerts.mockResolvedValue({ alerts: [renewal('alert-0002')] })
  await tellAlerts(now)
  expect(titles()).toHaveLength(1)
})

test('what was seen, has passed, or is not wanted is never told, not even when it is wanted later', async () => {
  api.balance.mockResolvedValue(sampleBalance({ credits: 4 }))
  const seen = { ...low('alert-0001', 'credits'), acknowledgedAt: '2026-11-22T11:00:00.000Z' }
  const passed = { ...low('alert-0002', 'percent'), resolvedAt: '2026-11-22T11:00:00.000Z' }
  api.alerts.mockResolvedValue({ alerts: [seen, passed] })
  await tellAlerts(now)
  await local.notify.set({ finished: true, low: false, expiring: true, renewal: true })
  api.alerts.mockResolvedValue({ alerts: [seen, passed, low('alert-0003', 'credits')] })
  await tellAlerts(now)
  await local.notify.set({ finished: true, low: true, expiring: true, renewal: true })
  await tellAlerts(now)
  expect(titles()).toEqual([])
})
