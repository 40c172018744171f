import type { ErrorCode } from 'shared'
import type { Generation, GenerationJob } from '../../generated/sqlite/client.ts'
import type { ImageRow } from '../images/images.ts'
import type { Clock } from '../platform/clock.ts'
import { ToileError } from '../platform/errors.ts'
import { companion } from '../wallet/companion.ts'
import type { Wallet } from '../wallet/wallet.ts'
import { endings } from './rows.ts'

/** What became of one job. */
export type Outcome =
  | {
      state: 'delivered'
      image: ImageRow
      /** Why it costs nothing; null where it is charged. */
      reason: ErrorCode | null
      /** Ids of the paid images it was compared with; null where it is compared with none. */
      among: string[] | null
    }
  | { state: 'failed' | 'cancelled'; reason: ErrorCode }

export interface Settled {
  job: GenerationJob
  generation: Generation
  /** The lease the settler holds; null for a job that no worker has. */
  leaseToken: string | null
}

/**
 * Ends a job and its credit together: captured when the image is there, given back when not. One key a job, so that a
 * delivery and a cancellation that race can never both count. False when somebody else has settled it or has its lease, or
 * when a sibling was paid for that the image was not compared with.
 */
export async function settle(
  deps: { wallet: Wallet; clock: Clock },
  { job, generation, leaseToken }: Settled,
  outcome: Outcome,
): Promise<boolean> {
  const delivered = outcome.state === 'delivered'
  const charged = delivered && outcome.reason === null
  const settlement = {
    accountId: generation.accountId,
    key: `settle:${job.id}`,
    holdId: generation.holdId,
    credits: generation.creditsEach,
  }
  const ending = companion(endings, {
    jobId: job.id,
    generationId: generation.id,
    leaseToken,
    state: outcome.state,
    charged: charged ? generation.creditsEach : 0,
    among: charged ? outcome.among : null,
    image: delivered ? outcome.image : null,
    reason: outcome.reason,
    at: deps.clock.now(),
  })
  try {
    if (charged) await deps.wallet.capture(settlement, ending)
    else await deps.wallet.release({ ...settlement, because: outcome.state === 'cancelled' ? 'cancelled' : 'failed' }, ending)
    return true
  } catch (error) {
    if (error instanceof ToileError && (error.code === 'CANCELLED' || error.code === 'IDEMPOTENCY_MISMATCH')) return false
    throw error
  }
}
