import { type GenerationRequest, options } from 'shared'
import type { Engines } from '../engines/engines.ts'
import type { Gate } from '../entitlements/gate.ts'
import type { Images } from '../images/images.ts'
import type { Member } from '../member.ts'
import type { Offers } from '../payments/offers/offers.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import { ToileError } from '../platform/errors.ts'
import type { Ids } from '../platform/ids.ts'
import type { Pricing } from '../pricing/pricing.ts'
import { requireProject } from '../projects/require-project.ts'
import { companion } from '../wallet/companion.ts'
import type { Wallet } from '../wallet/wallet.ts'
import { keptAsDraft } from './drafts.ts'
import { type Birth, births } from './rows.ts'

export interface RequestDeps {
  db: Db
  clock: Clock
  ids: Ids
  wallet: Wallet
  pricing: Pricing
  gate: Gate
  engines: Engines
  images: Images
  offers: Offers
  /** When a plan brings the account credits next; null where none does. */
  renewal: (accountId: string) => Promise<Date | null>
}

/**
 * Takes a request in: everything that can be refused is refused before a credit is held; then hold, generation and jobs are
 * written in one transaction. Answers the generation's id, the same one for the same intent.
 */
export async function requestGeneration(deps: RequestDeps, member: Member, request: GenerationRequest): Promise<string> {
  const { credits, birth } = await prepare(deps, member, request)
  try {
    const held = await deps.wallet.hold(
      {
        accountId: member.accountId,
        memberId: member.memberId,
        key: `generation:${request.intentId}`,
        holdId: birth.generation.holdId,
        credits,
        projectId: request.projectId,
        purpose: request.operation,
        reference: birth.generation.id,
        priceVersion: birth.generation.priceVersion,
        useReserve: request.useReserve,
        overBudget: request.overBudget,
        payload: meaning(request),
      },
      companion(births, birth),
    )
    return held.reference ?? birth.generation.id
  } catch (error) {
    throw error instanceof ToileError ? await keptAsDraft(deps, member, { request, credits }, error) : error
  }
}

/** A request that was taken in before is not judged again: prices or words may have changed, what was promised has not. */
async function prepare(
  deps: RequestDeps,
  member: Member,
  request: GenerationRequest,
): Promise<{ credits: number; birth: Birth }> {
  const known = await deps.db.write.generation.findFirst({ where: { accountId: member.accountId, intentId: request.intentId } })
  if (known !== null) {
    await deps.db.write.draft.deleteMany({ where: { accountId: member.accountId, intentId: request.intentId } })
    const { engine, creditsEach, understood, ignored } = known
    return {
      credits: creditsEach * known.count,
      birth: newRows(deps, member, request, { engine, creditsEach, understood, ignored }),
    }
  }
  if (request.projectId !== null) await requireProject(deps.db, member.accountId, request.projectId)
  const engine = deps.engines.choose(request)
  const creditsEach = deps.pricing.each({ ...request, engine: engine.name })
  const credits = creditsEach * request.count
  const barred = await deps.gate.refusal(member)
  if (barred !== null) throw await keptAsDraft(deps, member, { request, credits }, barred)
  const source = request.sourceImageId === null ? null : await deps.images.get(member.accountId, request.sourceImageId)
  const { understood, ignored } = engine.understand({ ...request, options: options.parse(request), source })
  if (credits > request.maxCredits) throw new ToileError('PRICE_CHANGED', { credits })
  return {
    credits,
    birth: newRows(deps, member, request, {
      engine: engine.name,
      creditsEach,
      understood: JSON.stringify(understood),
      ignored: JSON.stringify(ignored),
    }),
  }
}

/** What makes two requests the same: consents and the price seen may differ when an intent is sent again. */
function meaning(request: GenerationRequest): string {
  const { priceVersion: _version, maxCredits: _max, useReserve: _reserve, overBudget: _budget, ...asked } = request
  return JSON.stringify(asked)
}

function newRows(
  { ids, clock, pricing }: RequestDeps,
  member: Member,
  request: GenerationRequest,
  decided: Pick<Birth['generation'], 'engine' | 'creditsEach' | 'understood' | 'ignored'>,
): Birth {
  const id = ids.next()
  const createdAt = clock.now()
  const seed = request.seed ?? ids.seed()
  const { projectId, intentId, operation, prompt, sourceImageId, count, size } = request
  const priceVersion = pricing.list().version
  const asked = { projectId, intentId, operation, prompt, sourceImageId, count, size, priceVersion }
  return {
    generation: {
      id,
      accountId: member.accountId,
      memberId: member.memberId,
      holdId: ids.next(),
      ...asked,
      ...decided,
      seed,
      options: JSON.stringify(options.parse(request)),
      createdAt,
    },
    jobs: Array.from({ length: count }, (_, index) => ({
      id: ids.next(),
      generationId: id,
      index,
      seed: (seed + index) % (2 ** 31 - 1),
      state: 'queued',
      createdAt,
    })),
  }
}
