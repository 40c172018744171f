import type { GenerationRequest } from 'shared'
import type { Member } from '../member.ts'
import type { Offers } from '../payments/packs.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import { ToileError } from '../platform/errors.ts'

interface Refused {
  request: GenerationRequest
  credits: number
}

/**
 * Keeps the work of a request that buying credits would let through: one click resumes it then.
 * @returns the error to answer with: which packs would cover it, and that the draft is kept; others as they are
 */
export async function keptAsDraft(
  { db, clock, offers }: { db: Db; clock: Clock; offers: Offers },
  { accountId }: Member,
  { request, credits }: Refused,
  error: ToileError,
): Promise<ToileError> {
  const missing = missingCredits(error, credits)
  if (missing === null) return error
  const key = { accountId, intentId: request.intentId }
  // A yes counts for the time it was given.
  const asked: GenerationRequest = { ...request, useReserve: false, overBudget: false }
  const kept = { request: JSON.stringify(asked), credits, createdAt: clock.now() }
  await db.write.draft.upsert({ where: { accountId_intentId: key }, create: { ...key, ...kept }, update: kept })
  return new ToileError(error.code, { ...error.details, offers: offers.covering(missing), draft: true })
}

/**
 * How many more credits would let a request pass without a yes, or null where buying does not help: a project's budget is
 * the designer's own limit, raised or passed where they stand.
 */
function missingCredits({ code, details }: ToileError, credits: number): number | null {
  if (code === 'INSUFFICIENT_CREDITS') return details.shortfall ?? credits
  if (code === 'RESERVE_REACHED') return details.fromReserve ?? credits
  if (code === 'IN_DEBT') return (details.debt ?? 0) + credits
  return null
}
