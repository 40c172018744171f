import { expect, test, vi } from 'vitest'
import { TestClock } from '../../../test/support/test-clock.ts'
import { openTestDatabase } from '../../../test/support/test-database.ts'
import { grantCommand } from './commands/grant.ts'
import { createDesk } from './desk.ts'

const dayMs = 86_400_000

test.each([
  ['behind', '2001-01-01T00:00:00Z'],
  ['ahead', '2090-01-01T00:00:00Z'],
])('on PostgreSQL an operator’s machine whose clock is decades %s writes the database’s time', async (_where, start) => {
  const { db, url, close } = await openTestDatabase('postgresql')
  const databaseNow = async () => {
    const [row] = await db.read.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS "now"`
    return row?.now.getTime() ?? 0
  }
  const atDesk = createDesk(() => ({ provider: 'postgresql', url }), new TestClock(start))
  const before = await databaseNow()
  await atDesk(({ wallet }) => wallet.open('account-1'))
  const printed = vi.spyOn(console, 'log').mockImplementation(() => {})
  await grantCommand(atDesk).parseAsync(['account-1', '5', '--days', '30'], { from: 'user' })
  printed.mockRestore()
  const after = await databaseNow()

  const lot = await db.read.lot.findFirstOrThrow()
  const entry = await db.read.entry.findFirstOrThrow()
  const moments = [lot.effectiveAt, lot.createdAt, entry.at].map((at) => at.getTime())
  for (const at of [...moments, lot.expiresAt.getTime() - 30 * dayMs]) {
    expect(at).toBeGreaterThanOrEqual(before)
    // What was asked of the database's clock is rounded, what is read here is cut.
    expect(at).toBeLessThanOrEqual(after + 1)
  }
  await close()
})
