import { dirname } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import { runCli } from '../../../../test/support/cli.ts'
import { openTestDatabase, type TestSqlite } from '../../../../test/support/test-database.ts'
import { createTestCheckout } from '../../payments/providers/test-checkout/test-checkout.ts'
import { systemClock } from '../../platform/clock.ts'
import { randomIds } from '../../platform/ids.ts'
import { createLog } from '../../platform/log.ts'

let database: TestSqlite
beforeEach(async () => {
  database = await openTestDatabase()
})
afterEach(() => database.close())

const toile = (...args: string[]) => runCli({ TOILE_DATA: dirname(database.file) }, 'payments', ...args)
const listed = z.object({ events: z.array(z.object({ id: z.string(), state: z.string(), lastError: z.string().nullable() })) })

async function event(
  eventId: string,
  what: { outcome?: string; nextTryAt?: Date | null; lastError?: string } = {},
): Promise<void> {
  const came = {
    provider: 'stripe',
    eventId,
    type: 'invoice.paid',
    subject: 'in_1',
    receivedAt: new Date(),
    nextTryAt: new Date(),
  }
  await database.db.write.inboxEvent.create({ data: { ...came, ...what } })
}

test('the inbox shows what waits, why, and what is stuck; a stuck one exits 1', async () => {
  expect(await toile('inbox')).toMatchObject({ code: 0, out: 'Every event that came was applied.\n' })
  await event('evt_done', { outcome: 'applied', nextTryAt: null })
  await event('evt_waits', { lastError: 'ProviderError: nobody answers' })
  const waits = await toile('inbox')
  expect(waits).toMatchObject({ code: 0, out: expect.stringContaining('evt_waits · invoice.paid of in_1 (stripe)') })
  expect(waits.out).toContain('    ProviderError: nobody answers')
  expect(waits.out).not.toContain('evt_done')

  await event('evt_stuck', { nextTryAt: null })
  const stuck = await toile('inbox', '--all', '--json')
  expect(stuck.code).toBe(1)
  const states = listed.parse(JSON.parse(stuck.out)).events.map(({ id, state }) => `${id} ${state}`)
  expect(states.sort()).toEqual(['evt_done applied', 'evt_stuck stuck', 'evt_waits waiting'])
})

test('the inbox shows changes of plans that the payment service refused for good, and why', async () => {
  const now = new Date()
  const said = { kind: 'plan', provider: 'stripe', state: 'active', planId: 'month-120', offersVersion: 1, anchor: now }
  const refused = { refusedPlanId: 'month-30', refusedOffersVersion: 1, refusedAt: now, refusedBecause: 'Stripe: archived' }
  const span = { periodStart: now, periodEnd: now, createdAt: now }
  const row = { accountId: 'account-1', ...said, ...span }
  await database.db.write.subscription.create({ data: { ...row, id: 's-1', reference: 'sub_1', ...refused } })
  await database.db.write.subscription.create({ data: { ...row, id: 's-2', reference: 'sub_2' } })
  const { code, out } = await toile('inbox')
  expect(code).toBe(0)
  expect(out).toContain('Account account-1 · sub_1 (stripe) does not become month-30')
  expect(out).toContain('    Stripe: archived')
  expect(out).not.toContain('sub_2')
})

test('a customer that a payment service could not be asked to forget is shown with the inbox', async () => {
  const at = new Date('2026-11-22T09:00:00Z')
  const row = { provider: 'stripe', accountId: 'account-1', reference: 'cus_1', erasedAt: at, forgetAt: at }
  await database.db.write.customer.create({ data: { ...row, attempts: 2, lastError: 'Stripe: away' } })
  await database.db.write.customer.create({ data: { ...row, accountId: 'account-2', reference: 'cus_2', forgetAt: new Date() } })
  await database.db.write.customer.create({
    data: { ...row, accountId: 'account-3', reference: 'cus_3', forgetAt: new Date(Date.now() - 2 * 86_400_000) },
  })
  const { out } = await toile('inbox')
  expect(out).toContain('cus_1 of a deleted account is to be forgotten (stripe) · tried 2 times, next 2026-11-22 09:00 UTC')
  expect(out).toContain('    Stripe: away')
  expect(out).not.toContain('cus_2')
  expect(out).toContain('cus_3 of a deleted account is to be forgotten (stripe) · nobody has asked since')
})

test('one event or all that wait are tried again; which, has to be said', async () => {
  await event('evt_1', { nextTryAt: null })
  await event('evt_2', { outcome: 'ignored', nextTryAt: null })
  expect(await toile('retry')).toMatchObject({ code: 1, err: 'Say which event, or --all.\n' })
  expect(await toile('retry', 'evt_3')).toMatchObject({ code: 1, err: 'No event evt_3 has come.\n' })
  expect((await toile('retry', '--all')).out).toContain('1 event is tried again')
  expect((await toile('retry', 'evt_2')).out).toContain('1 event is tried again')
  expect(await database.db.write.inboxEvent.count({ where: { outcome: null, nextTryAt: { not: null } } })).toBe(2)
})

test('a payment goes back in part and then whole, once by a key, and never more than is left', async () => {
  const { db } = database
  const accountId = 'account-1'
  const wiring = { db, clock: systemClock, ids: randomIds, log: createLog('silent'), baseUrl: () => 'http://127.0.0.1' }
  const provider = createTestCheckout({ anywhere: false })({ ...wiring, deliver: async () => {} })
  const customer = await provider.customer({ accountId, email: null })
  const price = { amount: 900, currency: 'EUR' }
  const thing = { kind: 'pack' as const, id: 'pack-100', version: 1, credits: 100, price }
  const { reference } = await provider.openCheckout({
    key: 'checkout-1',
    accountId,
    customer,
    thing,
    returnUrl: 'http://127.0.0.1',
  })
  await provider.hand.decide(reference, 'succeed')
  const { payment } = await provider.readCheckout(reference)
  const terms = {
    accountId,
    kind: 'pack',
    provider: provider.name,
    offerId: 'pack-100',
    offersVersion: 1,
    credits: 100,
    ...price,
  }
  const row = { ...terms, id: 'payment-1', reference: payment ?? '', state: 'paid', createdAt: new Date() }
  await db.write.payment.create({ data: row })

  expect(await toile('refund', 'payment-2')).toMatchObject({ code: 1, err: 'There is no payment payment-2.\n' })
  expect((await toile('refund', 'payment-1', '--amount', '4,50')).err).toContain('Write it like 4.50')
  expect((await toile('refund', 'payment-1', '--amount', '9.01')).err).toContain('less is left')
  for (let again = 0; again < 2; again++) {
    const part = await toile('refund', 'payment-1', '--amount', '4.50', '--key', 'sorry')
    expect(part.out).toContain('€4.50 goes back to account account-1.')
  }
  expect(await provider.readPayment(payment ?? '')).toMatchObject({ refunded: 450 })
  expect((await toile('refund', 'payment-1')).out).toContain('€4.50 goes back to account account-1. Nothing is left of it.')
  expect((await toile('refund', 'payment-1')).err).toContain('less is left')
  expect(await provider.readPayment(payment ?? '')).toMatchObject({ refunded: 900 })
  expect(await db.write.inboxEvent.count({ where: { outcome: null } })).toBeGreaterThan(0)
})

test('what an account paid is listed, a lost dispute as such; nobody else’s', async () => {
  const { write } = database.db
  const at = new Date('2026-11-22T09:00:00Z')
  await write.wallet.create({ data: { accountId: 'account-1', createdAt: at, lastCommandAt: at } })
  expect((await toile('list', 'account-1')).out).toBe('Account account-1 paid nothing yet.\n')
  const terms = { kind: 'pack', provider: 'stripe', offerId: 'pack-100', offersVersion: 1, credits: 100, currency: 'EUR' }
  const paid = { ...terms, accountId: 'account-1', amount: 900, state: 'paid', createdAt: at }
  await write.payment.createMany({
    data: [
      { ...paid, id: 'payment-1', reference: 'pi_1', disputed: 900 },
      { ...paid, id: 'payment-2', reference: 'pi_2', disputed: 900, lost: 900 },
      { ...paid, id: 'payment-3', reference: 'pi_3', accountId: 'account-2' },
    ],
  })
  const { out } = await toile('list', 'account-1')
  expect(out).toContain(
    '2026-11-22 09:00 UTC · pack pack-100, 100 credits · €9.00 · dispute lost (€9.00 back) · payment-2 (stripe)',
  )
  expect(out).toContain('disputed (€9.00 back) · payment-1')
  expect(out).not.toContain('payment-3')
})
