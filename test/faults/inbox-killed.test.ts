import { randomUUID } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import * as z from 'zod'
import { type Caller, callerWith, signIn } from '../support/caller.ts'
import type { StripeEvent } from '../support/fake-stripe/events.ts'
import { startFakeStripe } from '../support/fake-stripe/fake-stripe.ts'
import { databaseFile, ledgerFaults, readLedger } from '../support/ledger.ts'
import { randomNumbers } from '../support/random.ts'
import { type RunningServer, removeFolder, startServer, temporaryFolder } from '../support/server.ts'
import { Stack } from '../support/stack.ts'
import { until } from '../support/until.ts'

/** KILLS asks for more, KILL_SEED for the moments of a run that failed. */
const kills = Number(process.env.KILLS ?? 3)
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000)
const buyersEach = 6

const stack = new Stack()
afterAll(() => stack.close())

interface Buyer {
  accountId: string
  client: Caller
  /** Their money went back at once. */
  refunded: boolean
}

test('a server killed while its inbox works keeps every payment that it was told of, and none twice', async () => {
  const now = () => new Date()
  const stripe = stack.add(await startFakeStripe({ at: now(), signedAt: now }), (fake) => fake.close())
  const { secretKey, webhookSecrets, url } = stripe.settings
  const dataFolder = stack.add(await temporaryFolder('inbox-killed'), removeFolder)
  const env = {
    ...{ TOILE_STRIPE_SECRET_KEY: secretKey, TOILE_STRIPE_WEBHOOK_SECRET: webhookSecrets[0], TOILE_STRIPE_URL: url },
    ...{ TOILE_TRIAL_CREDITS: '0', TOILE_PRINT_THREADS: '1' },
  }
  let server = await startServer({ dataFolder, env })
  stack.add('the server that runs last', () => server.stop())
  const random = randomNumbers(seed)
  const buyers: Buyer[] = []

  /** Somebody buys a pack and pays; every other one gets the money back. */
  const buy = async (refunded: boolean) => {
    const client = callerWith(server.url, await signIn(server.url))
    const place = await client.packs.checkout.mutate({ intentId: randomUUID(), packId: 'pack-100' })
    await stripe.hand.pay(place.url)
    const session = stripe.books.sessions.get(place.url.split('/').at(-1) ?? '')
    if (refunded) await stripe.hand.refund(session?.payment_intent ?? '')
    buyers.push({ accountId: (await client.account.me.query()).accountId, client, refunded })
  }
  let told = 0
  const taken = new Set<string>()
  const send = async (events: StripeEvent[]) => {
    const sent = events.map(async (event) => {
      if ((await stripe.send(event, `${server.url}/webhooks/stripe`)) === 200) taken.add(event.id)
    })
    await Promise.all(sent)
  }
  let cutShort = 0

  for (let kill = 0; kill < kills; kill++) {
    await Promise.all(Array.from({ length: buyersEach }, (_, i) => buy(i % 2 === 1)))
    const events = stripe.events.slice(told)
    told = stripe.events.length
    const dying = killAfter(server, stripe.asked, 1 + Math.floor(random() * 4 * buyersEach))
    await Promise.all([send(events), dying])
    cutShort += unsettled(dataFolder)
    server = await server.restart()
    await until(
      'the inbox to be empty',
      () => unsettled(dataFolder),
      (left) => left === 0,
    )
    const known = new Set(readLedger(dataFolder).lots.map(({ accountId }) => accountId))
    for (const event of events.filter(({ id, type }) => type === 'checkout.session.completed' && taken.has(id))) {
      expect(known, `${event.id} was taken, and forgotten (KILL_SEED=${seed})`).toContain(buyerOf(event))
    }
    // Stripe sends again what was not taken, and some that was.
    await send(events.filter(({ id }) => !taken.has(id) || random() < 0.5))
  }

  await until(
    'the inbox to be empty',
    () => unsettled(dataFolder),
    (left) => left === 0,
  )
  const { lots } = readLedger(dataFolder)
  expect(lots.map(({ accountId }) => accountId).sort()).toEqual(buyers.map(({ accountId }) => accountId).sort())
  for (const { client, refunded } of buyers) {
    expect(await client.wallet.balance.query()).toMatchObject({ credits: refunded ? 0 : 100, debt: 0 })
  }
  console.log(
    `${kills} kills (KILL_SEED=${seed}) of ${buyers.length} payments' events, ${cutShort} of them in the inbox when it died`,
  )
  await server.stop()
  expect(await ledgerFaults(dataFolder)).toEqual([])
})

/** Ends the server once it has asked Stripe so many more things: in the middle of what it learns from the answers. */
async function killAfter(server: RunningServer, asked: string[], questions: number): Promise<void> {
  const enough = asked.length + questions
  while (asked.length < enough) await turn()
  await server.kill()
}

const count = z.object({ count: z.int() })

function unsettled(dataFolder: string): number {
  const db = new Database(databaseFile(dataFolder), { readonly: true })
  try {
    return count.parse(db.prepare('SELECT count(*) AS "count" FROM "InboxEvent" WHERE "outcome" IS NULL').get()).count
  } finally {
    db.close()
  }
}

function buyerOf({ data: { object } }: StripeEvent): string | undefined {
  return 'metadata' in object ? object.metadata.toile_account : undefined
}
