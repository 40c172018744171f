import { type QuoteRequest, quoteRequest } from 'shared'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestDatabase, type TestSqlite } from '../../../test/support/test-database.ts'
import { accountId, newHold, type TestWallet, testWallet } from '../../../test/support/test-wallet.ts'
import { createGate } from '../entitlements/gate.ts'
import { defaultPrices } from './price-list.ts'
import { createPricing } from './pricing.ts'

let database: TestSqlite
let on: TestWallet
const member = { accountId, memberId: 'member-1', guest: true, email: null }

beforeEach(async () => {
  database = await openTestDatabase()
  on = testWallet(database)
  await on.wallet.open(accountId)
})
afterEach(async () => {
  await on.verify()
  await database.close()
})

async function quote(count: number, more: Partial<QuoteRequest> = {}) {
  const pricing = createPricing({
    prices: defaultPrices,
    engines: () => [],
    wallet: on.wallet,
    gate: createGate({ db: database.db, clock: on.clock, rules: { required: null, domains: [] }, plansBringing: () => [] }),
    engineFor: () => 'print',
    requireProject: async () => {},
    withWaysOn: async (_, { error }) => error,
  })
  return pricing.quote(member, quoteRequest.parse({ operation: 'generate', count, size: 1024, ...more }))
}

/** Pay-as-you-go of a cycle that runs for 30 days. */
async function cap(credits: number) {
  const effectiveAt = on.clock.now().getTime()
  const cycle = { cycle: 'cycle-1', label: null, effectiveAt, expiresAt: effectiveAt + 30 * 86_400_000 }
  await on.wallet.setCap({ accountId, key: `cap-${credits}`, lotId: `metered-${credits}`, cap: credits, ...cycle })
}

const reserve = (credits: number) => on.wallet.configure({ accountId, key: `reserve-${credits}`, settings: { reserve: credits } })

/** Has what was quoted held, and tells what is left then. */
async function leftAfter(credits: number, useReserve = false) {
  await on.wallet.hold(newHold('quoted', credits, { useReserve }))
  return (await on.wallet.balance(accountId)).credits
}

test('the balance after is what the price leaves', async () => {
  await on.grant('trial', 10)
  expect(await quote(4)).toMatchObject({ credits: 4, balanceAfter: 6, shortfall: 0, refusal: null })
  expect(await leftAfter(4)).toBe(6)
})

test('what pay-as-you-go pays does not come off the balance', async () => {
  await on.grant('trial', 3)
  await cap(10)
  const told = await quote(8)
  expect(told).toMatchObject({ credits: 8, balanceAfter: 0, from: [{ credits: 3 }, { kind: 'metered', credits: 5 }] })
  expect(await leftAfter(8)).toBe(0)
  expect(await quote(2)).toMatchObject({ balanceAfter: 0, from: [{ kind: 'metered', credits: 2 }] })
})

test('the reserve stays in the balance as long as pay-as-you-go pays, and a yes takes what is missing', async () => {
  await on.grant('trial', 5)
  await reserve(4)
  await cap(5)
  expect(await quote(6)).toMatchObject({ balanceAfter: 4, refusal: null })
  const beyond = { credits: 8, balanceAfter: 2, shortfall: 0 }
  expect(await quote(8)).toMatchObject({ ...beyond, from: [], refusal: { code: 'RESERVE_REACHED', details: { fromReserve: 2 } } })
  expect(await quote(8, { useReserve: true })).toMatchObject({ ...beyond, refusal: null })
  expect(await leftAfter(8, true)).toBe(2)
})

test('with too few credits the shortfall is told, and the balance after is below zero by it', async () => {
  await on.grant('trial', 2)
  await cap(3)
  const refusal = { code: 'INSUFFICIENT_CREDITS', details: { shortfall: 3 } }
  expect(await quote(8)).toMatchObject({ credits: 8, shortfall: 3, balanceAfter: -3, refusal, from: [] })
})

test('what is free leaves the balance as it is', async () => {
  await on.grant('trial', 2)
  expect(await quote(8, { operation: 'recolour' })).toMatchObject({ credits: 0, balanceAfter: 2, refusal: null, from: [] })
})
