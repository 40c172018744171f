import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Caller, refusalOf } from '../../../test/support/caller.ts'
import { startTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { databases, type TestDatabase } from '../../../test/support/test-database.ts'
import type { DbProvider } from '../platform/db.ts'

const dayMs = 86_400_000
let app: TestApp<TestDatabase>

interface Terms {
  credits?: number
  perAccount?: number
  limit?: number
  startsAt?: Date
  endsAt?: Date
}

async function promo(code: string, terms: Terms = {}): Promise<void> {
  const usual = { code, label: code, credits: 20, days: 30, createdAt: app.clock.now() }
  await app.database.db.write.promoCode.create({ data: { ...usual, ...terms } })
}

const redeem = (client: Caller, code: string, intentId: string = randomUUID()) => client.promos.redeem.mutate({ intentId, code })
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'redeemed',
    async () => (await refusalOf(call)).code,
  )
const used = async (code: string) => (await app.database.db.read.promoCode.findUniqueOrThrow({ where: { code } })).used
const guests = (count: number) => Promise.all(Array.from({ length: count }, () => app.guest()))
const dayFromNow = (days: number) => new Date(app.clock.now().getTime() + days * dayMs)

function startBeforeEach(database: DbProvider): void {
  beforeEach(async () => {
    app = await startTestApp({ database })
  })
  afterEach(() => app.close())
}

describe.each(databases)('on %s', (database) => {
  startBeforeEach(database)

  test('a code brings a promo lot that is named by it and good for its days, however it is typed', async () => {
    const { client } = await app.guest()
    await promo('SPRING26')
    const expiresAt = dayFromNow(30).toISOString()
    expect(await redeem(client, ' spring–26 ')).toEqual({ code: 'SPRING26', credits: 20, expiresAt })
    const lots = await client.wallet.lots.query()
    expect(lots).toContainEqual(expect.objectContaining({ kind: 'promo', label: 'SPRING26', available: 20, expiresAt }))
    expect(await used('SPRING26')).toBe(1)
  })

  test('64 accounts at once for the last 10 uses: 10 have it, 54 are told that it is over', async () => {
    const all = await guests(64)
    await Promise.all(all.map(({ client }) => client.account.me.query()))
    await promo('LAST', { limit: 10 })
    const answers = await Promise.all(all.map(({ client }) => codeOf(redeem(client, 'last'))))
    expect(answers.filter((answer) => answer === 'redeemed')).toHaveLength(10)
    expect(answers.filter((answer) => answer === 'PROMO_ENDED')).toHaveLength(54)
    expect(await used('LAST')).toBe(10)
    expect(await app.database.db.read.lot.count({ where: { kind: 'promo' } })).toBe(10)
  })

  test('one account that tries 8 times at once has it once, of two uses a person twice', async () => {
    const { client } = await app.guest()
    await client.account.me.query()
    await promo('ONCE')
    await promo('TWICE', { perAccount: 2 })
    const tries = (code: string) => Promise.all(Array.from({ length: 8 }, () => codeOf(redeem(client, code))))
    expect((await tries('ONCE')).sort()).toEqual([...Array(7).fill('PROMO_USED'), 'redeemed'])
    expect((await tries('TWICE')).sort()).toEqual([...Array(6).fill('PROMO_USED'), 'redeemed', 'redeemed'])
    expect([await used('ONCE'), await used('TWICE')]).toEqual([1, 2])
    expect(await client.wallet.balance.query()).toMatchObject({ credits: 25 + 20 + 2 * 20 })
  })

  test('one intent sent many times at once gets one answer, and counts once', async () => {
    const { client } = await app.guest()
    await client.account.me.query()
    await promo('AGAIN', { limit: 1 })
    const intentId = randomUUID()
    const answers = await Promise.all(Array.from({ length: 8 }, () => redeem(client, 'AGAIN', intentId)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await used('AGAIN')).toBe(1)
  })

  test('two codes of many accounts at once wait for each other in no circle', async () => {
    const all = await guests(8)
    await promo('FIRST', { limit: 4 })
    await promo('SECOND', { limit: 4 })
    const answers = await Promise.all(
      all.map(({ client }, i) =>
        Promise.all((i % 2 === 0 ? ['FIRST', 'SECOND'] : ['SECOND', 'FIRST']).map((code) => codeOf(redeem(client, code)))),
      ),
    )
    expect(answers.flat().filter((answer) => answer === 'redeemed')).toHaveLength(8)
    expect([await used('FIRST'), await used('SECOND')]).toEqual([4, 4])
  })
})

describe('on any database', () => {
  startBeforeEach('sqlite')

  test('the same intent gets its answer also when the code is over; for another code it is a mismatch', async () => {
    const { client } = await app.guest()
    await promo('SPRING')
    await promo('SUMMER')
    const intentId = randomUUID()
    const answer = await redeem(client, 'SPRING', intentId)
    await app.database.db.write.promoCode.update({ where: { code: 'SPRING' }, data: { endsAt: app.clock.now() } })
    app.clock.advance({ days: 1 })
    expect(await redeem(client, 'spring', intentId)).toEqual(answer)
    expect((await refusalOf(redeem(client, 'SUMMER', intentId))).code).toBe('IDEMPOTENCY_MISMATCH')
    expect(await used('SUMMER')).toBe(0)
  })

  test('before its first day and after its last a code is refused, with the day on which it begins', async () => {
    const { client } = await app.guest()
    await promo('SOON', { startsAt: dayFromNow(1), endsAt: dayFromNow(2) })
    const startsAt = dayFromNow(1).toISOString()
    expect(await refusalOf(redeem(client, 'SOON'))).toEqual({ code: 'PROMO_ENDED', details: { startsAt } })
    app.clock.advance({ days: 1 })
    const late = await app.guest()
    await redeem(client, 'SOON')
    app.clock.advance({ days: 1 })
    expect(await refusalOf(redeem(late.client, 'SOON'))).toEqual({ code: 'PROMO_ENDED', details: {} })
    // Who had it is told so, not that it is over.
    expect((await refusalOf(redeem(client, 'SOON'))).code).toBe('PROMO_USED')
  })

  test('ten codes that nobody made, and an account waits an hour: not even a good one is looked up', async () => {
    const { client } = await app.guest()
    await promo('GOOD')
    for (let i = 0; i < 10; i++) expect((await refusalOf(redeem(client, `GUESS${i}`))).code).toBe('PROMO_UNKNOWN')
    app.clock.advance({ ms: 60_000 })
    expect(await refusalOf(redeem(client, 'GOOD'))).toEqual({ code: 'BUSY', details: { retryAfterMs: 59 * 60_000 } })
    const other = await app.guest()
    await redeem(other.client, 'GOOD')
    app.clock.advance({ ms: 59 * 60_000 })
    await redeem(client, 'GOOD')
  })

  test('guesses sent all at once are no more than guesses one by one', async () => {
    const { client } = await app.guest()
    await client.account.me.query()
    const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => codeOf(redeem(client, `GUESS${i}`))))
    expect(answers.filter((answer) => answer === 'PROMO_UNKNOWN').length).toBeLessThanOrEqual(10)
    expect(answers.filter((answer) => answer === 'BUSY').length).toBeGreaterThanOrEqual(30)
  })

  test('codes that are over or used cost no try: only those that nobody made do', async () => {
    const { client } = await app.guest()
    await promo('ONCE')
    await redeem(client, 'ONCE')
    for (let i = 0; i < 12; i++) expect((await refusalOf(redeem(client, 'ONCE'))).code).toBe('PROMO_USED')
  })
})

test('where access is needed first, a code stays good until there is some', async () => {
  app = await startTestApp({ access: { required: 'creative', domains: [] } })
  const { client } = await app.guest()
  await promo('WELCOME')
  expect((await refusalOf(redeem(client, 'WELCOME'))).code).toBe('NOT_ENTITLED')
  expect(await used('WELCOME')).toBe(0)
  const { accountId } = await client.account.me.query()
  const entitlement = { accountId, name: 'creative', source: 'operator', since: app.clock.now() }
  await app.database.db.write.entitlement.create({ data: entitlement })
  expect(await redeem(client, 'WELCOME')).toMatchObject({ credits: 20 })
  await app.close()
})
