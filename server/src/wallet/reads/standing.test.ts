import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databases, openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.ts'
import { accountId, newHold, type TestWallet, testWallet } from '../../../../test/support/test-wallet.ts'

const day = 86_400_000

describe.each(databases)('a debt that a later lot pays, on %s', (provider) => {
  let database: TestDatabase
  let on: TestWallet

  /** 10 of a pack are spent and owed; a plan's 15 begin tomorrow. */
  beforeEach(async () => {
    database = await openTestDatabase(provider)
    on = testWallet(database)
    await on.wallet.open(accountId)
    await on.grant('pack', 10, { kind: 'pack' })
    await on.wallet.hold(newHold('spent', 10))
    await on.wallet.capture({ accountId, key: 'capture', holdId: 'hold-spent', credits: 10 })
    await on.wallet.clawBack({ accountId, key: 'undone', lotId: 'lot-pack', undone: 1, paid: 1 })
    await on.grant('plan', 15, { kind: 'plan', effectiveAt: on.clock.now().getTime() + day })
  })
  afterEach(async () => {
    await on.verify()
    await database.close()
  })

  const preview = (credits: number) =>
    on.wallet.preview(accountId, { credits, projectId: null, useReserve: false, overBudget: false })

  test('stands in the way until that lot begins', async () => {
    on.clock.advance({ ms: day - 1 })
    expect(await on.wallet.balance(accountId)).toMatchObject({ credits: 0, debt: 10 })
    expect((await preview(5)).refusal).toMatchObject({ code: 'IN_DEBT', details: { debt: 10 } })
    await expect(on.wallet.hold(newHold('early', 5))).rejects.toMatchObject({ code: 'IN_DEBT' })
  })

  test('is paid in what balance, lots, forecast and quote tell from then on, as a hold would find it', async () => {
    on.clock.advance({ days: 1 })
    expect(await on.wallet.balance(accountId)).toMatchObject({ credits: 5, debt: 0, next: { kind: 'plan', credits: 5 } })
    expect(await on.wallet.lots(accountId)).toMatchObject([{ id: 'lot-plan', granted: 15, available: 5 }])
    expect(await on.wallet.forecast(accountId, { creditsEach: 1 })).toMatchObject({ credits: 5, images: 5 })
    const balance = { credits: 5, debt: 0 }
    expect(await preview(5)).toMatchObject({ refusal: null, from: [{ kind: 'plan', credits: 5 }], balance })
    expect((await preview(6)).refusal).toMatchObject({ code: 'INSUFFICIENT_CREDITS', details: { shortfall: 1 } })

    await on.wallet.hold(newHold('now', 5))
    expect(await on.wallet.balance(accountId)).toMatchObject({ credits: 0, held: 5, debt: 0 })
  })

  test('is told as paid without anything being written', async () => {
    on.clock.advance({ days: 1 })
    const { entryCount } = await database.db.read.wallet.findUniqueOrThrow({ where: { accountId } })
    await on.wallet.balance(accountId)
    await preview(5)
    expect(await database.db.read.wallet.findUniqueOrThrow({ where: { accountId } })).toMatchObject({ debt: 10, entryCount })
  })
})
