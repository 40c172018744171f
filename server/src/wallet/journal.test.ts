import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databases, openTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import { accountId, codeOf, newHold, type TestWallet, testWallet } from '../../../test/support/test-wallet.ts'
import { type CompanionWriter, companion } from './companion.ts'
import type { Wallet } from './wallet.ts'

describe.each(databases)('on %s', (provider) => {
  let database: TestDatabase
  let opened: TestWallet
  let wallet: Wallet

  beforeEach(async () => {
    database = await openTestDatabase(provider)
    opened = testWallet(database)
    wallet = opened.wallet
    await wallet.open(accountId)
    await opened.grant('trial', 10)
  })
  afterEach(async () => {
    await opened.verify()
    await database.close()
  })

  describe('a key', () => {
    test('is answered the same later, too, after the wallet has changed', async () => {
      const first = await wallet.hold(newHold('key-1', 4))
      await wallet.hold(newHold('key-2', 6))
      expect(await wallet.hold(newHold('key-1', 4, { holdId: 'another' }))).toEqual(first)
    })

    test('with another payload is IDEMPOTENCY_MISMATCH, even within one batch', async () => {
      const results = await Promise.allSettled([
        wallet.hold(newHold('key-1', 4)),
        wallet.hold(newHold('key-1', 4, { payload: 'other' })),
        wallet.hold(newHold('key-1', 5)),
      ])
      expect(results.map(codeOf)).toEqual(['ok', 'IDEMPOTENCY_MISMATCH', 'IDEMPOTENCY_MISMATCH'])
      await expect(wallet.hold(newHold('key-1', 5))).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' })
    })

    test('that was refused is not kept: after buying, the same intent goes through', async () => {
      const shortfall = { code: 'INSUFFICIENT_CREDITS', details: { shortfall: 2 } }
      await expect(wallet.hold(newHold('key-1', 12))).rejects.toMatchObject(shortfall)
      await opened.grant('pack', 100)
      await expect(wallet.hold(newHold('key-1', 12))).resolves.toMatchObject({ holdId: 'hold-key-1' })
    })

    test('that was refused for the reserve goes through with a yes, and answers the same without it ever after', async () => {
      await wallet.configure({ accountId, key: 'settings', settings: { reserve: 8 } })
      await expect(wallet.hold(newHold('key-1', 4))).rejects.toMatchObject({ code: 'RESERVE_REACHED' })
      const answer = await wallet.hold(newHold('key-1', 4, { useReserve: true }))
      expect(await wallet.hold(newHold('key-1', 4))).toEqual(answer)
    })

    test('is one account’s: another may use the same', async () => {
      await wallet.open('account-2')
      await opened.grant('other', 10, { accountId: 'account-2' })
      await wallet.hold(newHold('key-1', 4))
      await wallet.hold(newHold('key-1', 7, { accountId: 'account-2', holdId: 'hold-of-2' }))
      expect([await wallet.balance(accountId), await wallet.balance('account-2')]).toMatchObject([{ held: 4 }, { held: 7 }])
    })

    test('of one job’s capture and release is the same: whichever comes first wins, and a credit moves once', async () => {
      await wallet.hold(newHold('a', 3))
      const settlement = { accountId, key: 'settle:job-1', holdId: 'hold-a', credits: 1 }
      const results = await Promise.allSettled([
        wallet.capture(settlement),
        wallet.release({ ...settlement, because: 'failed' }),
        wallet.capture(settlement),
      ])
      expect(results.map(codeOf)).toEqual(['ok', 'IDEMPOTENCY_MISMATCH', 'ok'])
      expect(await wallet.balance(accountId)).toMatchObject({ credits: 7, held: 2 })
    })
  })

  describe('a batch', () => {
    test('is not spoiled by a command that is refused', async () => {
      const results = await Promise.allSettled([
        wallet.hold(newHold('a', 6)),
        wallet.hold(newHold('b', 6)),
        wallet.hold(newHold('c', 4)),
      ])
      expect(results.map(codeOf)).toEqual(['ok', 'INSUFFICIENT_CREDITS', 'ok'])
    })

    test('is decided in the order in which it was asked for, each on what the one before left', async () => {
      const settlement = { accountId, holdId: 'hold-a', credits: 2 }
      const results = await Promise.allSettled([
        wallet.hold(newHold('a', 10)),
        wallet.hold(newHold('too early', 2)),
        wallet.release({ ...settlement, key: 'settle-1', because: 'cancelled' }),
        wallet.hold(newHold('in time', 2)),
        wallet.capture({ ...settlement, key: 'settle-2', credits: 8 }),
        wallet.capture({ ...settlement, key: 'settle-3', credits: 1 }),
      ])
      expect(results.map(codeOf)).toEqual(['ok', 'INSUFFICIENT_CREDITS', 'ok', 'ok', 'ok', 'HOLD_FINISHED'])
      const { entries } = await wallet.history(accountId, { limit: 10 })
      expect(entries.map((entry) => [entry.to, entry.credits])).toEqual([
        ['spent', 8],
        ['held', 2],
        ['available', 2],
        ['held', 10],
        ['available', 10],
      ])
    })

    test('may be of many accounts: each has its own order and its own end', async () => {
      const accounts = Array.from({ length: 20 }, (_, i) => `crowd-${i}`)
      await Promise.all(accounts.map((account) => wallet.open(account)))
      await Promise.all(accounts.map((account, i) => opened.grant(account, i + 1, { accountId: account })))
      const holds = accounts.flatMap((account) =>
        Array.from({ length: 20 }, (_, i) => newHold(`${account}-${i}`, 1, { accountId: account })),
      )
      const results = await Promise.allSettled(holds.map((hold) => wallet.hold(hold)))
      const held = accounts.map(
        (account) => results.filter((r, i) => holds[i]?.accountId === account && codeOf(r) === 'ok').length,
      )
      expect(held).toEqual(accounts.map((_, i) => i + 1))
    })

    test('that changes one account tells of it once, and a refusal is no news', async () => {
      opened.committed.length = 0
      await Promise.allSettled([wallet.hold(newHold('a', 100)), wallet.hold(newHold('b', 1)), wallet.hold(newHold('c', 1))])
      await Promise.allSettled([wallet.hold(newHold('d', 100))])
      expect(opened.committed).toEqual([accountId])
    })
  })

  test('what was answered is there for whoever reads next', async () => {
    for (let i = 0; i < 5; i++) {
      await wallet.hold(newHold(`key-${i}`, 1))
      expect(await wallet.balance(accountId)).toMatchObject({ credits: 9 - i, held: i + 1 })
      expect((await wallet.history(accountId, { limit: 1 })).entries).toMatchObject([{ sequence: i + 2, to: 'held' }])
      expect(await wallet.lots(accountId)).toMatchObject([{ id: 'lot-trial', available: 9 - i, held: i + 1 }])
    }
  })

  test('when too much waits, new holds are BUSY with a time to come back, and settling still gets in', async () => {
    await wallet.hold(newHold('first', 1))
    const holds = Array.from({ length: 4096 + 10 }, (_, i) => wallet.hold(newHold(`key-${i}`, 0)))
    const settling = wallet.capture({ accountId, key: 'settle:first', holdId: 'hold-first', credits: 1 })
    const results = await Promise.allSettled(holds)
    const busy = results.filter((result) => codeOf(result) === 'BUSY')
    expect(busy.length).toBeGreaterThan(0)
    expect(busy.length).toBeLessThanOrEqual(10)
    expect(busy[0]).toMatchObject({ reason: { details: { retryAfterMs: 1000 } } })
    await settling
    await expect(wallet.hold(newHold('later', 1))).resolves.toBeDefined()
  })

  describe('a companion', () => {
    test('is written with its command, and not at all where the command is refused', async () => {
      const writer = draftWriter()
      await wallet.hold(newHold('a', 6), companion(writer, 'intent-a'))
      await expect(wallet.hold(newHold('b', 6), companion(writer, 'intent-b'))).rejects.toThrow()
      await wallet.hold(newHold('a', 6), companion(writer, 'intent-again'))
      expect((await database.db.write.draft.findMany()).map((row) => row.intentId)).toEqual(['intent-a'])
    })

    test('that cannot be written takes its command back, and only its own', async () => {
      const broken: CompanionWriter<string> = { write: () => Promise.reject(new Error('disk on fire')) }
      const results = await Promise.allSettled([
        wallet.hold(newHold('a', 2)),
        wallet.hold(newHold('b', 2), companion(broken, '')),
        wallet.hold(newHold('c', 2)),
      ])
      expect(results.map(codeOf)).toEqual(['ok', 'other', 'ok'])
      expect(await wallet.balance(accountId)).toMatchObject({ credits: 6, held: 4 })
    })

    test('whose condition no longer holds refuses its command', async () => {
      const lost: CompanionWriter<string> = { check: async (_tx, rows) => rows.map(() => false), write: async () => {} }
      await expect(wallet.hold(newHold('a', 2), companion(lost, ''))).rejects.toMatchObject({ code: 'CANCELLED' })
      expect(await wallet.balance(accountId)).toMatchObject({ credits: 10, held: 0 })
    })
  })

  test('a witness sees every accepted step once, in order, and its rows stay only where the steps do', async () => {
    const seen: number[] = []
    const watched = testWallet(database, {
      clock: opened.clock,
      witness: { see: async (_tx, steps) => void seen.push(...steps.map((step) => step.after.lots[0]?.available ?? -1)) },
    })
    await Promise.allSettled([3, 9, 2].map((credits, i) => watched.wallet.hold(newHold(`key-${i}`, credits))))
    await watched.wallet.hold(newHold('key-0', 3))
    expect(seen).toEqual([7, 5])
  })

  test('time does not go back within an account, even when the clock does', async () => {
    opened.clock.advance({ days: 2 })
    await wallet.hold(newHold('a', 1))
    opened.clock.advance({ days: -1 })
    await wallet.hold(newHold('b', 1))
    const times = (await database.db.write.entry.findMany({ orderBy: { sequence: 'asc' } })).map((entry) => entry.at.getTime())
    expect(times).toEqual([...times].sort((x, y) => x - y))
  })

  test('credits stop being spendable the moment their lot ends, with no sweep', async () => {
    opened.clock.advance({ days: 14, ms: -1 })
    expect(await wallet.balance(accountId)).toMatchObject({ credits: 10 })
    opened.clock.advance({ ms: 1 })
    expect(await wallet.balance(accountId)).toMatchObject({ credits: 0, next: null })
    await expect(wallet.hold(newHold('a', 1))).rejects.toMatchObject({ code: 'INSUFFICIENT_CREDITS' })
  })

  test('history tells every movement, newest first, page by page', async () => {
    await wallet.hold(newHold('a', 2))
    await wallet.capture({ accountId, key: 'settle:1', holdId: 'hold-a', credits: 1 })
    await wallet.release({ accountId, key: 'settle:2', holdId: 'hold-a', credits: 1, because: 'failed' })
    const first = await wallet.history(accountId, { limit: 3 })
    expect(first.entries.map((entry) => [entry.from, entry.to, entry.credits])).toEqual([
      ['held', 'available', 1],
      ['held', 'spent', 1],
      ['available', 'held', 2],
    ])
    const second = await wallet.history(accountId, { limit: 3, cursor: first.nextCursor ?? 0 })
    expect(second).toMatchObject({ entries: [{ from: 'issued', to: 'available', credits: 10 }], nextCursor: null })
  })
})

function draftWriter(): CompanionWriter<string> {
  return {
    write: async (tx, rows) => {
      await tx.draft.createMany({
        data: rows.map((intentId) => ({ accountId, intentId, request: '{}', credits: 0, createdAt: new Date(0) })),
      })
    },
  }
}
