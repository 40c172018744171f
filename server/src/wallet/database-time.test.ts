import { expect, test } from 'vitest'
import * as z from 'zod'
import { TestClock } from '../../../test/support/test-clock.ts'
import { openTestDatabase } from '../../../test/support/test-database.ts'
import { createLog } from '../platform/log.ts'
import { createJournal } from './journal.ts'
import { verifyLedger } from './verify.ts'
import { createWallet } from './wallet.ts'

const accountId = 'account-1'
const dayMs = 86_400_000
const answer = z.array(z.object({ now: z.date() })).length(1)

test.each([
  ['behind', '2001-01-01T00:00:00Z'],
  ['ahead', '2090-01-01T00:00:00Z'],
])("a server whose clock is decades %s writes its database's time, and credits are usable at once", async (_where, start) => {
  const { db, close } = await openTestDatabase('postgresql')
  const databaseNow = async () => answer.parse(await db.read.$queryRaw`SELECT clock_timestamp() AS "now"`)[0]?.now.getTime() ?? 0
  const journal = createJournal({ db, clock: null, log: createLog('silent'), onCommitted: () => {} })
  const wallet = createWallet({ db, clock: new TestClock(start), journal })
  const before = await databaseNow()
  await wallet.open(accountId)
  const terms = { kind: 'pack', label: null, credits: 10, expiresAt: before + 300 * dayMs, reference: null } as const
  await wallet.grant({ accountId, key: 'pack', lotId: 'lot-1', ...terms })
  const asked = { memberId: 'member-1', purpose: 'vary', reference: 'generation-1', payload: '' }
  await wallet.hold({ accountId, key: 'hold', holdId: 'hold-1', credits: 4, ...asked })
  const after = await databaseNow()

  const lot = await db.read.lot.findUniqueOrThrow({ where: { id: 'lot-1' } })
  const entries = await db.read.entry.findMany({ where: { accountId } })
  expect(entries).toHaveLength(2)
  for (const at of [lot.effectiveAt, lot.createdAt, ...entries.map((entry) => entry.at)]) {
    expect(at.getTime()).toBeGreaterThanOrEqual(before)
    expect(at.getTime()).toBeLessThanOrEqual(after)
  }
  expect(await verifyLedger(db)).toEqual([])
  await close()
})
