import { randomUUID } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import { openPostgres } from 'server/platform/db'
import { verifyLedger } from 'server/wallet/verify'
import { afterAll, expect, test } from 'vitest'
import { type Caller, callerWith, signIn } from '../support/caller.ts'
import { startFakeStripe } from '../support/fake-stripe/fake-stripe.ts'
import { createDatabase } from '../support/postgres.ts'
import { postgresForTests } from '../support/postgres-on-demand.ts'
import { randomNumbers } from '../support/random.ts'
import { removeFolder, startServer, temporaryFolder } from '../support/server.ts'
import { Stack } from '../support/stack.ts'
import { until } from '../support/until.ts'

/** KILLS asks for more, KILL_SEED for the moments of a run that failed. */
const kills = Number(process.env.KILLS ?? 1)
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000)

/** What somebody buys, whether the money went back at once, and what they must have in the end. */
const purchases = [
  { thing: 'pack', refunded: false, credits: 100 },
  { thing: 'plan', refunded: false, credits: 120 },
  { thing: 'pack', refunded: true, credits: 0 },
  { thing: 'plan', refunded: true, credits: 0 },
] as const
type Purchase = (typeof purchases)[number]
const each = 2

const stack = new Stack()
afterAll(() => stack.close())

test('two servers hear every event at the same time, and one is killed: each payment brings its credits once', async () => {
  const now = () => new Date()
  const stripe = stack.add(await startFakeStripe({ at: now(), signedAt: now }), (fake) => fake.close())
  const database = stack.add(await createDatabase(await postgresForTests()), ({ drop }) => drop())
  const db = stack.add(openPostgres(database.url), (open) => open.close())
  const { secretKey, webhookSecrets, url } = stripe.settings
  const env = {
    ...{ TOILE_STRIPE_SECRET_KEY: secretKey, TOILE_STRIPE_WEBHOOK_SECRET: webhookSecrets[0], TOILE_STRIPE_URL: url },
    // What a session is signed with is the same on all servers.
    ...{ TOILE_SECRET: 'Hn4qV0zTc8mXe2RjW6yLb9Kd5FsGp1uAo3iY7tBvMQ', TOILE_DATABASE_URL: database.url },
    ...{ TOILE_TRIAL_CREDITS: '0', TOILE_PRINT_THREADS: '1' },
  }
  const start = async (name: string) => {
    const dataFolder = stack.add(await temporaryFolder(name), removeFolder)
    return startServer({ dataFolder, env })
  }
  let [dying, other] = await Promise.all([start('inbox-a'), start('inbox-b')])
  stack.add('the servers that run last', () => Promise.all([dying.stop(), other.stop()]))
  const random = randomNumbers(seed)
  const buyers: (Purchase & { client: Caller; accountId: string })[] = []

  const buy = async (purchase: Purchase) => {
    const client = callerWith(other.url, await signIn(other.url))
    const intentId = randomUUID()
    const place =
      purchase.thing === 'pack'
        ? await client.packs.checkout.mutate({ intentId, packId: 'pack-100' })
        : await client.plans.subscribe.mutate({ intentId, planId: 'month-120' })
    const { accountId } = await client.account.me.query()
    await stripe.hand.pay(place.url)
    const customer = [...stripe.books.customers.values()].find(({ metadata }) => Object.values(metadata).includes(accountId))
    const charge = [...stripe.books.charges.values()].find((one) => one.customer === customer?.id)
    if (charge === undefined) throw new Error('Nothing was paid')
    if (purchase.refunded) await stripe.hand.refund(charge.payment_intent)
    buyers.push({ ...purchase, client, accountId })
  }
  const unsettled = () => db.read.inboxEvent.count({ where: { outcome: null } })
  let [told, cutShort] = [0, 0]

  for (let kill = 0; kill < kills; kill++) {
    await Promise.all(Array.from({ length: each }, () => purchases.map(buy)).flat())
    const events = stripe.events.slice(told)
    told = stripe.events.length
    const enough = stripe.asked.length + 1 + Math.floor(random() * 4 * purchases.length * each)
    const killed = (async () => {
      while (stripe.asked.length < enough) await turn()
      await dying.kill()
    })()
    const both = [dying, other]
    const hear = events.flatMap((event) => both.map(({ url: server }) => stripe.send(event, `${server}/webhooks/stripe`)))
    await Promise.all([...hear, killed])
    cutShort += await db.read.inboxEvent.count({ where: { outcome: null, leaseToken: { not: null } } })
    // Two minutes later, what the dead one had taken is free. It comes back, and looks at once at what it left; so does the other.
    await db.write.inboxEvent.updateMany({ where: { outcome: null }, data: { leaseUntil: new Date(0) } })
    dying = await dying.restart()
    await until('the inbox to be empty', unsettled, (left) => left === 0)
    ;[dying, other] = [other, dying]
  }

  for (const { client, accountId, credits, thing, refunded } of buyers) {
    const which = `${thing}${refunded ? ', refunded' : ''} (KILL_SEED=${seed})`
    expect(await client.wallet.balance.query(), which).toMatchObject({ credits, debt: 0 })
    expect(await db.read.lot.count({ where: { accountId } }), which).toBe(1)
    expect(await db.read.payment.count({ where: { accountId } }), which).toBe(1)
  }
  expect(await verifyLedger(db)).toEqual([])
  console.log(`${kills} kills (KILL_SEED=${seed}) of ${buyers.length} payments' events, ${cutShort} of them taken when it died`)
})
