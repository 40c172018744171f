import * as z from 'zod'
import type { Clock } from './clock.ts'
import type { Db } from './db.ts'

/** How often the database is asked, in ms. What counts meanwhile drifts by a millisecond or so. */
const askEveryMs = 30_000
/** Questions before the clock is used: the first one also waits for a connection. */
const firstQuestions = 3

const answer = z.array(z.object({ now: z.coerce.number() })).length(1)

/** Where a server's time comes from. */
export interface Clocks {
  clock: Clock
  /** What the ledger is stamped by. Null: by the database itself, in each transaction. */
  ledgerClock: Clock | null
}

/** On PostgreSQL time is the database's, which all its servers share: one whose own clock is wrong would take others' jobs away. */
export async function clocksOf(db: Db, own: Clock): Promise<Clocks> {
  if (db.provider === 'sqlite') return { clock: own, ledgerClock: own }
  const { clock, ask } = await countedClock(own, () => askDatabase(db))
  setInterval(ask, askEveryMs).unref()
  return { clock, ledgerClock: null }
}

/**
 * Counts on from what another clock said: asking it each time would cost a round trip. Each answer was given at some time
 * between the question and its arrival. So one that took long says little, and what is counted is put right only as far as an
 * answer contradicts it. While there is no answer, it is counted on further.
 * @param askNow the other clock, ms; asked three times before this answers
 */
export async function countedClock(own: Clock, askNow: () => Promise<number>): Promise<{ clock: Clock; ask(): Promise<void> }> {
  /** The other clock's time at which our counter was zero, ms: the earliest and the latest that it can have been. */
  const look = async () => {
    const asked = own.monotonicMs()
    const now = await askNow()
    return { earliest: now - own.monotonicMs(), latest: now - asked }
  }
  const first = await look()
  let origin = (first.earliest + first.latest) / 2
  const correct = async () => {
    const { earliest, latest } = await look()
    origin = Math.min(Math.max(origin, earliest), latest)
  }
  for (let asked = 1; asked < firstQuestions; asked++) await correct()
  const clock = { now: () => new Date(Math.round(origin + own.monotonicMs())), monotonicMs: () => own.monotonicMs() }
  // Whatever else the server wants of a database that does not answer fails as well, and says so.
  return { clock, ask: () => correct().catch(() => {}) }
}

async function askDatabase(db: Db): Promise<number> {
  const [row] = answer.parse(
    await db.write.$queryRaw`SELECT (extract(epoch FROM clock_timestamp()) * 1000)::double precision AS "now"`,
  )
  return row?.now ?? 0
}
