import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { callerWith } from '../../../../../test/support/caller.ts'
import { type FakeStripe, startFakeStripe } from '../../../../../test/support/fake-stripe/fake-stripe.ts'
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.ts'
import { createClient } from './client.ts'
import { createStripe } from './stripe.ts'

const secrets = ['whsec_of_the_tests', 'whsec_of_the_next_year']

let stripe: FakeStripe
let app: TestApp
let lines: string[]
let webhook: string

beforeEach(async () => {
  stripe = await startFakeStripe()
  lines = []
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) })
  app = await startTestApp({ log, payments: createStripe({ ...stripe.settings, webhookSecrets: secrets }) })
  webhook = `${app.url}/webhooks/stripe`
})
afterEach(async () => {
  await app.close()
  await stripe.close()
})

const { webhooks } = createClient({ secretKey: 'sk_test_signing', webhookSecrets: [], url: 'http://127.0.0.1:9' })
const nowSeconds = () => Math.floor(app.clock.now().getTime() / 1000)
const paid = { id: 'evt_1', type: 'checkout.session.completed', livemode: false, data: { object: { id: 'cs_test_private' } } }

interface Letter {
  payload?: string
  secret?: string
  timestamp?: number
  signature?: string | null
  body?: string
}

/** Sends a letter that is right but for what the test says. */
async function post({ payload = JSON.stringify(paid), secret = secrets[0] ?? '', ...letter }: Letter): Promise<number> {
  const timestamp = letter.timestamp ?? nowSeconds()
  const signature =
    letter.signature === undefined ? webhooks.generateTestHeaderString({ payload, secret, timestamp }) : letter.signature
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8' })
  if (signature !== null) headers.set('stripe-signature', signature)
  return (await fetch(webhook, { method: 'POST', headers, body: letter.body ?? payload })).status
}

const stored = () => app.database.db.write.inboxEvent.findMany()

test('what Stripe signed is stored, and answered 200; sent again, it is stored once', async () => {
  expect(await post({})).toBe(200)
  expect(await post({ timestamp: nowSeconds() - 299 })).toBe(200)
  expect(await stored()).toMatchObject([
    { provider: 'stripe', eventId: 'evt_1', type: 'checkout.session.completed', subject: 'cs_test_private' },
  ])
})

test.each<[string, Letter | (() => Letter)]>([
  ['tampered with', { body: JSON.stringify(paid).replace('cs_test_private', 'cs_test_another') }],
  ['unsigned', { signature: null }],
  ['signed with nothing', { signature: '' }],
  ['signed by a secret that is empty', { secret: '' }],
  ['signed by somebody else', { secret: 'whsec_of_somebody_else' }],
  ['signed nonsensically', { signature: 't=now,v1=yes' }],
  ['signed more than five minutes ago', () => ({ timestamp: nowSeconds() - 301 })],
  ['of real money, while the key is a test key', { payload: JSON.stringify({ ...paid, livemode: true }) }],
  ['signed, and no event', { payload: '{"hello":"cs_test_private"}' }],
  ['signed, and no JSON', { payload: 'cs_test_private' }],
  ['empty', { payload: '' }],
])('what is %s is refused, kept nowhere, and logged without what it said', async (_how, letter) => {
  expect(await post(typeof letter === 'function' ? letter() : letter)).toBe(400)
  expect(await stored()).toEqual([])
  const told = lines.join('')
  expect(told).toContain('a webhook was refused')
  expect(told).not.toMatch(/cs_test_private|cs_test_another|whsec_|v1=/)
})

test('while a secret is being replaced, both count', async () => {
  expect(await post({ secret: secrets[1] ?? '' })).toBe(200)
})

test('what nobody here has to know is thanked for, and not kept', async () => {
  const events = ['customer.created', 'charge.succeeded', 'payout.paid', 'something.new'].map((type) => ({ ...paid, type }))
  for (const event of events) expect(await post({ payload: JSON.stringify(event) })).toBe(200)
  const preview = { ...paid, type: 'invoice.upcoming', data: { object: {} } }
  expect(await post({ payload: JSON.stringify(preview) })).toBe(200)
  expect(await stored()).toEqual([])
})

test('an event about other software’s things at the same account is kept as ignored', async () => {
  expect(await post({})).toBe(200)
  await app.app.inbox.runDue()
  expect(await stored()).toMatchObject([{ outcome: 'ignored' }])
})

test('another Toile at the same account at Stripe is nobody’s business here', async () => {
  const other = await startTestApp({ payments: createStripe({ ...stripe.settings, webhookSecrets: secrets }) })
  const { token } = await other.guest()
  const client = callerWith(other.url, token)
  const plan = await client.plans.subscribe.mutate({ planId: 'month-30', intentId: 'intent-1' })
  const pack = await client.packs.checkout.mutate({ packId: 'pack-100', intentId: 'intent-2' })
  for (const { url } of [plan, pack]) await stripe.hand.pay(url)
  for (const event of stripe.events) expect(await stripe.send(event, webhook)).toBe(200)
  await app.app.inbox.runDue()
  const kept = await stored()
  expect(kept.map(({ outcome }) => outcome)).toEqual(kept.map(() => 'ignored'))
  expect(await app.database.db.write.subscription.count()).toBe(0)
  await other.close()
})

test('what can’t be stored is answered so that Stripe sends it again', async () => {
  await app.database.db.write.$executeRawUnsafe('ALTER TABLE "InboxEvent" RENAME TO "InboxGone"')
  expect(await post({})).toBe(500)
  await app.database.db.write.$executeRawUnsafe('ALTER TABLE "InboxGone" RENAME TO "InboxEvent"')
  expect(await post({})).toBe(200)
  expect(await stored()).toHaveLength(1)
})

test('who floods the webhook does not fill the log', async () => {
  for (let count = 0; count < 25; count += 1) expect(await post({ signature: null })).toBe(400)
  const refusals = () => lines.filter((line) => line.includes('refused')).length
  expect(refusals()).toBe(10)
  app.clock.advance({ ms: 60_000 })
  await post({ signature: null })
  expect(lines.join('')).toContain('"more":15')
  expect(refusals()).toBe(12)
})

test('a pack that is paid at Stripe is usable, and taken back as its money is', async () => {
  stripe.sendTo(webhook)
  const { token } = await app.guest()
  const client = callerWith(app.url, token)
  const { url } = await client.packs.checkout.mutate({ packId: 'pack-100', intentId: 'intent-1' })
  await stripe.hand.pay(url)
  await app.app.inbox.runDue()
  expect(await client.wallet.balance.query()).toMatchObject({ credits: 125 })
  const [payment] = stripe.books.intents.keys()
  await stripe.hand.refund(payment ?? '', 450)
  await app.app.inbox.runDue()
  expect(await client.wallet.balance.query()).toMatchObject({ credits: 75 })
  await stripe.hand.dispute(payment ?? '')
  await app.app.inbox.runDue()
  expect(await client.wallet.balance.query()).toMatchObject({ credits: 25 })
  await stripe.hand.settleDispute(payment ?? '', 'won')
  await app.app.inbox.runDue()
  expect(await client.wallet.balance.query()).toMatchObject({ credits: 75 })
  expect(await stored()).not.toContainEqual(expect.objectContaining({ outcome: null }))
})
