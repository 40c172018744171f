// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleOrder, sampleQuote } from '../../testing/orders'
import { sampleBalance, samplePrintEngine } from '../../testing/wallet'
import type { Flow } from './flow'
import type { QuoteState } from './offer'
import { fitting, unagreed } from './refusal'
import { type Consent, useConsent } from './use-consent'
import { useQuote } from './use-quote'

const server = vi.hoisted(() => ({ quote: vi.fn() }))
vi.mock('../api', () => ({ api: server }))

const composing: Flow = { at: 'composing', problem: null, before: null }
const running: Flow = { at: 'running', batch: [], retried: [], from: [], found: false, problem: null, stopping: false }
const reserve = { code: 'RESERVE_REACHED', details: { fromReserve: 3, reserve: 10 } } as const
const pack = { kind: 'pack', label: '100', credits: 4, expiresAt: '2027-11-20T10:00:00.000Z' } as const
let quote: QuoteState = { at: 'asking', last: null }
let consent: Consent | null = null

function Priced({ count, credits, flow }: { count: number; credits: number; flow: Flow }) {
  const balance = sampleBalance({ credits, reserve: 10 })
  quote = useQuote({ operation: 'generate', size: 1024, count }, balance).quote
  consent = useConsent(quote, flow)
  return null
}

async function drawn() {
  const root = createRoot(document.createElement('div'))
  const draw = (count: number, credits: number, flow: Flow = composing) =>
    act(async () => root.render(<Priced count={count} credits={credits} flow={flow} />))
  await draw(4, 11)
  return draw
}
const tick = () => act(async () => consent?.give({ useReserve: true }))

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('chrome', fakeChrome())
  server.quote.mockImplementation(async ({ useReserve = false }) =>
    useReserve ? sampleQuote({ from: [pack] }) : sampleQuote({ refusal: reserve }),
  )
})
afterEach(() => vi.clearAllMocks())

test('where the reserve stands against a price, it is shown with the lots that would pay, and is refused still', async () => {
  await drawn()
  expect(quote).toMatchObject({ at: 'known', quote: { refusal: reserve, from: [pack], credits: 4 } })
})

test('a price that nothing stood against can be acted on while a wallet that changed is asked again', async () => {
  server.quote.mockResolvedValue(sampleQuote({ credits: 4 }))
  const draw = await drawn()
  server.quote.mockReturnValue(new Promise(() => {}))
  await draw(4, 30)
  expect(quote).toMatchObject({ at: 'known', quote: { credits: 4 } })
  await draw(5, 30)
  expect(quote.at).toBe('asking')
})

test('what the list and the balance tell is shown while the server is asked, and cannot be acted on', async () => {
  const prices = { version: 1, prices: [{ credits: 1 }], engines: [samplePrintEngine] }
  vi.stubGlobal('chrome', fakeChrome({ local: { prices } }))
  server.quote.mockReturnValue(new Promise(() => {}))
  const draw = await drawn()
  expect(quote).toMatchObject({ at: 'asking', last: { credits: 4, balanceAfter: 7, from: [] } })
  await draw(6, 11)
  expect(quote).toMatchObject({ at: 'asking', last: { credits: 6, balanceAfter: 5 } })
})

test('more than there is, the list alone does not price', async () => {
  const prices = { version: 1, prices: [{ credits: 2 }], engines: [samplePrintEngine] }
  vi.stubGlobal('chrome', fakeChrome({ local: { prices } }))
  server.quote.mockReturnValue(new Promise(() => {}))
  const draw = await drawn()
  await draw(6, 11)
  expect(quote).toEqual({ at: 'asking', last: null })
})

test('a refused price cannot be acted on while it is asked again', async () => {
  const draw = await drawn()
  server.quote.mockReturnValue(new Promise(() => {}))
  await draw(4, 30)
  expect(quote.at).toBe('asking')
})

test('what cannot be paid with the reserve either is refused for that', async () => {
  const budget = { code: 'BUDGET_REACHED', details: { budgetLeft: 0 } } as const
  server.quote.mockImplementation(async ({ useReserve = false }) => sampleQuote({ refusal: useReserve ? budget : reserve }))
  await drawn()
  expect(quote).toMatchObject({ quote: { refusal: budget, passes: [] } })
})

test('a price that passes budget and reserve needs a yes to each', async () => {
  const budget = { code: 'BUDGET_REACHED', details: { budget: 40, budgetLeft: 2 } } as const
  server.quote.mockImplementation(async ({ useReserve = false, overBudget = false }) =>
    sampleQuote({ refusal: overBudget ? (useReserve ? null : reserve) : budget }),
  )
  await drawn()
  expect(quote).toMatchObject({ quote: { refusal: budget, passes: [budget, reserve] } })
  const offer = quote.at === 'known' ? quote.quote : sampleQuote()
  expect(unagreed(offer, { useReserve: false, overBudget: false })).toEqual(budget)
  expect(unagreed(offer, { useReserve: false, overBudget: true })).toEqual(reserve)
  expect(unagreed(offer, { useReserve: true, overBudget: true })).toBeNull()
  expect(fitting(offer)).toBe(1)
})

test('no yes is given in advance, and a yes is dropped with the price it was given for', async () => {
  const draw = await drawn()
  expect(consent?.given.useReserve).toBe(false)
  await tick()
  expect(consent?.given.useReserve).toBe(true)
  await draw(5, 11)
  expect(consent?.given.useReserve).toBe(false)
  await draw(4, 11)
  expect(consent?.given.useReserve).toBe(false)
})

test('a wallet that changed in any way drops the yes: it was given to other figures', async () => {
  const draw = await drawn()
  await tick()
  await draw(4, 10)
  expect(consent?.given.useReserve).toBe(false)
})

test('a yes lasts while its order is on its way, and is used up when that is taken in', async () => {
  const draw = await drawn()
  await tick()
  await draw(4, 11, { at: 'sending', back: composing, order: sampleOrder() })
  expect(consent).toMatchObject({ given: { useReserve: true }, canGive: false })
  await draw(4, 11, running)
  expect(consent?.given.useReserve).toBe(false)
})
