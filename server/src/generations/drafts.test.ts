import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Caller, refusalOf } from '../../../test/support/caller.ts'
import { request } from '../../../test/support/requests.ts'
import { startTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { databases, type TestDatabase } from '../../../test/support/test-database.ts'
import { createLog } from '../platform/log.ts'
import { createJournal } from '../wallet/journal.ts'
import { createWallet } from '../wallet/wallet.ts'

let app: TestApp<TestDatabase>

const everyPack = ['pack-100', 'pack-300', 'pack-600']
const resumption = (intentId: string, more: Record<string, unknown> = {}) => ({
  intentId,
  priceVersion: 1,
  maxCredits: 4,
  ...more,
})
const drafts = (client: Caller) => client.generations.drafts.query()

async function buy(client: Caller, packId = 'pack-100') {
  const checkout = await client.packs.checkout.mutate({ intentId: randomUUID(), packId })
  await fetch(checkout.url, { method: 'POST', body: new URLSearchParams({ outcome: 'succeed' }) })
}

describe.each(databases)('on %s', (database) => {
  beforeEach(async () => {
    app = await startTestApp({ database, trialCredits: 10 })
  })
  afterEach(() => app.close())

  describe('a reserve of eight', () => {
    let client: Caller
    beforeEach(async () => {
      client = (await app.guest()).client
      await client.wallet.updateSettings.mutate({ intentId: randomUUID(), reserve: 8 })
    })

    test('is not crossed without a yes: what it would take and what would cover it are told, and the draft is kept', async () => {
      const asked = request(4)
      expect(await refusalOf(client.generations.request.mutate(asked))).toEqual({
        code: 'RESERVE_REACHED',
        details: { fromReserve: 2, reserve: 8, offers: everyPack, draft: true },
      })
      expect(await drafts(client)).toMatchObject([{ intentId: asked.intentId, credits: 4 }])
      expect(await client.wallet.balance.query()).toMatchObject({ credits: 10, held: 0 })
    })

    test('is crossed with a yes to the same intent, and the draft is gone', async () => {
      const asked = request(4)
      await refusalOf(client.generations.request.mutate(asked))
      expect(await client.generations.request.mutate({ ...asked, useReserve: true })).toMatchObject({ held: 4 })
      expect(await drafts(client)).toEqual([])
    })

    test('lets a draft be resumed with a yes, and after buying without one', async () => {
      const [first, second] = [request(4), request(4)]
      await refusalOf(client.generations.request.mutate(first))
      await refusalOf(client.generations.request.mutate(second))
      const refused = await refusalOf(client.generations.resumeDraft.mutate(resumption(first.intentId)))
      expect(refused.code).toBe('RESERVE_REACHED')
      await client.generations.resumeDraft.mutate(resumption(first.intentId, { useReserve: true }))
      await buy(client)
      await client.generations.resumeDraft.mutate(resumption(second.intentId))
      expect(await drafts(client)).toEqual([])
    })

    test('a yes counts for the time it was given, and not when the draft is resumed', async () => {
      const asked = request(8, { size: 2048, maxCredits: 16, useReserve: true })
      const { intentId } = asked
      await refusalOf(client.generations.request.mutate(asked))
      expect(await drafts(client)).toMatchObject([{ intentId, credits: 16, request: { useReserve: false } }])
      await buy(client)
      await client.wallet.updateSettings.mutate({ intentId: randomUUID(), reserve: 100 })
      const refused = await refusalOf(client.generations.resumeDraft.mutate(resumption(intentId, { maxCredits: 16 })))
      expect(refused).toMatchObject({ code: 'RESERVE_REACHED', details: { fromReserve: 6 } })
    })
  })

  test('a draft that this version cannot read is neither listed nor resumed, and does not keep the others', async () => {
    const { client } = await app.guest()
    const { accountId } = await client.account.me.query()
    const asked = request(8, { size: 2048, maxCredits: 16 })
    await refusalOf(client.generations.request.mutate(asked))
    const newer = { accountId, intentId: 'of-a-newer-version', credits: 1, createdAt: app.clock.now() }
    await app.database.db.write.draft.create({ data: { ...newer, request: '{"operation":"weave"}' } })
    expect(await drafts(client)).toMatchObject([{ intentId: asked.intentId }])
    expect((await refusalOf(client.generations.resumeDraft.mutate(resumption(newer.intentId)))).code).toBe('NOT_FOUND')
  })

  test('who owes credits is told how many and which packs pay them; the draft resumes once they are paid', async () => {
    const { client } = await app.guest()
    const { accountId } = await client.account.me.query()
    const { db } = app.database
    const journal = createJournal({ db, clock: app.clock, log: createLog('silent'), onCommitted: () => {} })
    const wallet = createWallet({ db, clock: app.clock, journal })
    await buy(client)
    const about = { memberId: 'member-1', purpose: 'vary', reference: 'elsewhere', payload: 'same' }
    await wallet.hold({ accountId, key: 'hold-1', holdId: 'hold-elsewhere', credits: 110, ...about })
    await wallet.capture({ accountId, key: 'capture-1', holdId: 'hold-elsewhere', credits: 110 })
    const pack = await db.read.lot.findFirstOrThrow({ where: { kind: 'pack' } })
    await wallet.clawBack({ accountId, key: 'claw-back-1', lotId: pack.id, undone: 1, paid: 1 })

    const asked = request(4)
    expect(await refusalOf(client.generations.request.mutate({ ...asked, useReserve: true, overBudget: true }))).toEqual({
      code: 'IN_DEBT',
      details: { debt: 100, offers: ['pack-300', 'pack-600'], draft: true },
    })
    await buy(client, 'pack-300')
    await client.generations.resumeDraft.mutate(resumption(asked.intentId))
    expect(await client.wallet.balance.query()).toMatchObject({ debt: 0 })
    expect(await drafts(client)).toEqual([])
  })
})
