import type { PromoCode } from '../../generated/sqlite/client.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import { normalCode } from './code.ts'

/** What an operator says of a code; times are moments. */
export type PromoTerms = Pick<PromoCode, 'label' | 'credits' | 'days' | 'startsAt' | 'endsAt' | 'perAccount' | 'limit'>

/** Makes a code; one that is there stays as it is. Answers the code as it is now, and whether it is new. */
export async function createCode(
  { db, clock }: { db: Db; clock: Clock },
  code: string,
  terms: PromoTerms,
): Promise<{ made: boolean; code: PromoCode }> {
  return db.write.$transaction(async (tx) => {
    const there = await tx.promoCode.findUnique({ where: { code } })
    if (there !== null) return { made: false, code: there }
    return { made: true, code: await tx.promoCode.create({ data: { code, ...terms, createdAt: clock.now() } }) }
  })
}

/** Whether a code was made on exactly these terms. */
export function isOnTerms(code: PromoCode, terms: PromoTerms): boolean {
  const of = ({ label, credits, days, startsAt, endsAt, perAccount, limit }: PromoTerms) =>
    JSON.stringify([label, credits, days, startsAt, endsAt, perAccount, limit])
  return of(code) === of(terms)
}

/** Newest first. */
export async function listCodes(db: Db): Promise<PromoCode[]> {
  return db.read.promoCode.findMany({ orderBy: [{ createdAt: 'desc' }, { code: 'asc' }] })
}

/** Ends a code now; credits that it brought stay. Null where there is no such code; `ended` is false where it had ended before. */
export async function endCode(
  { db, clock }: { db: Db; clock: Clock },
  typed: string,
): Promise<{ ended: boolean; code: PromoCode } | null> {
  const code = normalCode(typed)
  const now = clock.now()
  const running = { code, OR: [{ endsAt: null }, { endsAt: { gt: now } }] }
  const { count } = await db.write.promoCode.updateMany({ where: running, data: { endsAt: now } })
  const row = await db.write.promoCode.findUnique({ where: { code } })
  return row === null ? null : { ended: count === 1, code: row }
}

/** What a code is good for now. */
export function stateOf({ startsAt, endsAt, limit, used }: PromoCode, now: Date): 'to begin' | 'running' | 'used up' | 'ended' {
  if (endsAt !== null && now >= endsAt) return 'ended'
  if (limit !== null && used >= limit) return 'used up'
  return startsAt !== null && now < startsAt ? 'to begin' : 'running'
}
