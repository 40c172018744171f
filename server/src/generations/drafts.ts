import { type Draft, type GenerationRequest, generationRequest } from 'shared'
import type { Draft as DraftRow } from '../../generated/sqlite/client.ts'
import type { Images } from '../images/images.ts'
import type { Member } from '../member.ts'
import { missingCredits, type WaysOnDeps, withWaysOn } from '../payments/offers/ways-on.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import { ToileError } from '../platform/errors.ts'

interface DraftDeps extends WaysOnDeps {
  db: Db
  clock: Clock
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
  deps: DraftDeps,
  { accountId }: Member,
  { request, credits }: Refused,
  error: ToileError,
): Promise<ToileError> {
  const { db, clock } = deps
  if (missingCredits(error, credits) === null && error.code !== 'NOT_ENTITLED') return error
  const key = { accountId, intentId: request.intentId }
  // A yes counts for the time it was given.
  const asked: GenerationRequest = { ...request, useReserve: false, overBudget: false }
  const kept = { request: JSON.stringify(asked), credits, createdAt: clock.now() }
  await db.write.draft.upsert({ where: { accountId_intentId: key }, create: { ...key, ...kept }, update: kept })
  const told = await withWaysOn(deps, accountId, { error, credits })
  return new ToileError(told.code, { ...told.details, draft: true })
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
