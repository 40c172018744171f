import * as z from 'zod'
import type { Clock } from './clock.ts'
import type { Db } from './db.ts'

/** How often the database is asked, in ms. What counts meanwhile drifts by less than a millisecond. */
const askEveryMs = 30_000

const answer = z.array(z.object({ now: z.coerce.number() })).length(1)

/**
 * PostgreSQL's clock, which all its servers share: one whose own clock is wrong would take others' jobs away or end credits early.
 * Asking each time would cost a round trip, so what the database said last is counted on, by a counter that nobody can set. While
 * the database does not answer, it is counted on further.
 */
export async function databaseClock(db: Db, own: Clock): Promise<Clock> {
  let origin = await countingSince(db)
  const ask = async () => {
    try {
      origin = await countingSince(db)
    } catch {
      // Whatever else the server wants of the database fails as well, and says so.
    }
  }
  setInterval(ask, askEveryMs).unref()
  return {
    now: () => new Date(Math.round(origin + performance.now())),
    monotonicMs: () => own.monotonicMs(),
  }
}

/** The database's time at which our counter was zero, ms. Its answer is taken to be from the middle of our wait. */
async function countingSince(db: Db): Promise<number> {
  const asked = performance.now()
  const [row] = answer.parse(
    await db.write.$queryRaw`SELECT (extract(epoch FROM clock_timestamp()) * 1000)::double precision AS "now"`,
  )
  return (row?.now ?? 0) - (asked + performance.now()) / 2
}
