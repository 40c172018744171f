import { type Draft, type GenerationRequest, generationRequest } from 'shared'
import type { Draft as DraftRow } from '../../generated/sqlite/client.ts'
import type { Images } from '../images/images.ts'
import type { Member } from '../member.ts'
import type { Offers } from '../payments/offers/offers.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import { ToileError } from '../platform/errors.ts'

interface DraftDeps {
  db: Db
  clock: Clock
  offers: Offers
  /** When a plan brings the account credits next; null where none does. */
  renewal: (accountId: string) => Promise<Date | null>
}

interface Refused {
  request: GenerationRequest
  credits: number
}

/**
 * Keeps the work of a request that buying credits, or getting access, would let through: one click resumes it then.
 * @returns the error to answer with: which packs would cover it, when a plan brings more, and that the draft is kept; others as they are
 */
export async function keptAsDraft(
  { db, clock, offers, renewal }: DraftDeps,
  { accountId }: Member,
  { request, credits }: Refused,
  error: ToileError,
): Promise<ToileError> {
  const missing = missingCredits(error, credits)
  if (missing === null && error.code !== 'NOT_ENTITLED') return error
  const key = { accountId, intentId: request.intentId }
  // A yes counts for the time it was given.
  const asked: GenerationRequest = { ...request, useReserve: false, overBudget: false }
  const kept = { request: JSON.stringify(asked), credits, createdAt: clock.now() }
  await db.write.draft.upsert({ where: { accountId_intentId: key }, create: { ...key, ...kept }, update: kept })
  const covering = missing === null ? {} : { offers: offers.covering(missing) }
  const comes = error.code === 'INSUFFICIENT_CREDITS' ? await renewal(accountId) : null
  const coming = comes === null ? {} : { renewal: comes.toISOString() }
  return new ToileError(error.code, { ...error.details, ...covering, ...coming, draft: true })
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

/** Most drafts that are told. */
const listed = 20

/** An account's drafts, newest first, with the pictures they are about. */
export async function listDrafts({ db, images }: { db: Db; images: Images }, accountId: string): Promise<Draft[]> {
  const rows = await db.read.draft.findMany({ where: { accountId }, orderBy: { createdAt: 'desc' }, take: listed })
  const read = rows.flatMap((row) => {
    const request = requestOf(row)
    return request === null ? [] : [{ row, request }]
  })
  const sources = await images.find(
    accountId,
    read.flatMap(({ request }) => request.sourceImageId ?? []),
  )
  return read.map(({ row, request }) => ({
    intentId: row.intentId,
    request,
    source: request.sourceImageId === null ? null : (sources.get(request.sourceImageId) ?? null),
    credits: row.credits,
    createdAt: row.createdAt.toISOString(),
  }))
}

/** The request that a draft keeps; `NOT_FOUND` where there is none. */
export async function draftedRequest(db: Db, accountId: string, intentId: string): Promise<GenerationRequest> {
  const row = await db.read.draft.findUnique({ where: { accountId_intentId: { accountId, intentId } } })
  const request = row === null ? null : requestOf(row)
  if (request === null) throw new ToileError('NOT_FOUND')
  return request
}

/** One that an older version kept and this one cannot read is as if it were not there. */
function requestOf(row: DraftRow): GenerationRequest | null {
  return generationRequest.safeParse(JSON.parse(row.request)).data ?? null
}
