import { births } from 'server/generations/rows'
import type { Clock } from 'server/platform/clock'
import { companion } from 'server/wallet/companion'
import type { Wallet } from 'server/wallet/wallet'
import { accountId } from './test-wallet.ts'

/** A generation of n jobs with its hold, as a request makes it: `generation-1` of `job-0`, `job-1`, … at one credit each. */
export async function queueJobs(deps: { wallet: Wallet; clock: Clock }, count: number, engine = 'print'): Promise<void> {
  const createdAt = deps.clock.now()
  const asked = { intentId: 'intent-1', operation: 'generate', prompt: 'tartan', count, size: 1024, engine, seed: 1 }
  const decided = { creditsEach: 1, priceVersion: 1, understood: '[]', ignored: '[]', createdAt }
  const generation = { id: 'generation-1', accountId, memberId: 'member-1', holdId: 'hold-1', ...asked, ...decided }
  const job = (index: number) => ({
    id: `job-${index}`,
    generationId: 'generation-1',
    index,
    seed: index,
    state: 'queued',
    createdAt,
  })
  const birth = { generation, jobs: Array.from({ length: count }, (_, index) => job(index)) }
  const hold = { accountId, memberId: 'member-1', key: 'intent-1', holdId: 'hold-1', credits: count, purpose: 'generate' }
  await deps.wallet.hold({ ...hold, reference: 'generation-1', payload: '' }, companion(births, birth))
}
