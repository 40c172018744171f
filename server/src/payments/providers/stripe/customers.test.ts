import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Caller } from '../../../../../test/support/caller.ts'
import { type FakeStripe, startFakeStripe } from '../../../../../test/support/fake-stripe/fake-stripe.ts'
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.ts'
import { createStripe } from './stripe.ts'

let stripe: FakeStripe
let app: TestApp
let client: Caller

beforeEach(async () => {
  stripe = await startFakeStripe()
  app = await startTestApp({ payments: createStripe(stripe.settings) })
  stripe.sendTo(`${app.url}/webhooks/stripe`)
  client = (await app.guest()).client
})
afterEach(async () => {
  await app.close()
  await stripe.close()
})

const buy = async () => {
  const { url } = await client.packs.checkout.mutate({ packId: 'pack-100', intentId: randomUUID() })
  await stripe.hand.pay(url)
  await app.app.inbox.runDue()
}
const credits = async () => (await client.wallet.balance.query()).credits

test('an account whose customer was deleted at Stripe buys as another one, and what it paid before is still read', async () => {
  const { url } = await client.plans.subscribe.mutate({ planId: 'month-30', intentId: randomUUID() })
  await stripe.hand.pay(url)
  await buy()
  expect(await credits()).toBe(25 + 30 + 100)
  const [first = ''] = stripe.books.customers.keys()
  await stripe.hand.deleteCustomer(first)
  await app.app.inbox.runDue()
  expect((await client.plans.list.query()).current).toBeNull()

  const intentId = randomUUID()
  const pack = { packId: 'pack-300', intentId }
  const [checkout, same] = await Promise.all([client.packs.checkout.mutate(pack), client.packs.checkout.mutate(pack)])
  expect(same).toEqual(checkout)
  await stripe.hand.pay(checkout.url)
  await app.app.inbox.runDue()
  expect(await credits()).toBe(25 + 30 + 100 + 300)
  expect([...stripe.books.customers.keys()]).toHaveLength(1)

  const period = [...stripe.books.invoices.keys()].at(0) ?? ''
  await stripe.hand.refund(period)
  await app.app.inbox.runDue()
  expect(await credits()).toBe(25 + 100 + 300)
})

test('a card that is changed at the portal is the one that a plan is paid by; one chosen for something else is left alone', async () => {
  const { url } = await client.plans.subscribe.mutate({ planId: 'month-30', intentId: randomUUID() })
  await stripe.hand.pay(url)
  await app.app.inbox.runDue()
  const [customer] = stripe.books.customers.values()
  const [plan] = stripe.books.subscriptions.values()
  const pinned = plan?.default_payment_method
  expect(pinned).toMatch(/^pm_/)
  await client.payments.portal.mutate()
  // What is pinned to it would go before what is chosen there.
  expect(plan?.default_payment_method).toBeNull()
  expect(customer?.invoice_settings.default_payment_method).toBe(pinned)

  const use = await client.metered.enable.mutate({ cap: 50, intentId: randomUUID() })
  await stripe.hand.pay(use.url ?? '')
  await client.payments.portal.mutate()
  expect([...stripe.books.subscriptions.values()].at(-1)?.default_payment_method).toMatch(/^pm_/)
  expect(customer?.invoice_settings.default_payment_method).toBe(pinned)
})

test('a deleted account is forgotten at Stripe; its payment can still be given back', async () => {
  const { accountId } = await client.account.me.query()
  const { url } = await client.packs.checkout.mutate({ packId: 'pack-100', intentId: randomUUID() })
  await stripe.hand.pay(url)
  await app.app.inbox.runDue()
  const [payment] = await app.database.db.write.payment.findMany()
  stripe.trouble('DELETE /v1/customers', 'unheard', 'unheard', 'unheard')
  await client.account.delete.mutate({ accountId })
  await app.app.sweeper.runDue()
  expect(stripe.books.customers.size).toBe(1)
  app.clock.advance({ ms: 600_000 })
  await stripe.hand.advance(600_000)
  await app.app.sweeper.runDue()
  expect(stripe.books.customers.size).toBe(0)
  await stripe.hand.refund(payment?.reference ?? '')
  await app.app.inbox.runDue()
  expect(await app.database.db.write.payment.findMany()).toMatchObject([{ refunded: 900 }])
})

test('the portal opens for an account whose customer was deleted at Stripe', async () => {
  await client.payments.portal.mutate()
  const [first = ''] = stripe.books.customers.keys()
  await stripe.hand.deleteCustomer(first)
  expect((await client.payments.portal.mutate()).url).toContain('https://')
})
