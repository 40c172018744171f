import { errorCode, jobState, operation, type Receipt } from 'shared'
import type { GenerationJob } from '../../generated/sqlite/client.ts'
import type { Db } from '../platform/db.ts'
import { ToileError } from '../platform/errors.ts'
import { readProjectNames } from '../projects/project-names.ts'
import type { Wallet } from '../wallet/wallet.ts'

/** What a generation cost, image by image, and what paid for it. `NOT_FOUND` unless it is the account's own. */
export async function readReceipt({ db, wallet }: { db: Db; wallet: Wallet }, accountId: string, id: string): Promise<Receipt> {
  const row = await db.write.generation.findFirst({
    where: { id, accountId },
    include: { jobs: { orderBy: { index: 'asc' } } },
  })
  if (row === null) throw new ToileError('NOT_FOUND')
  const { projectId, ...payment } = await wallet.payment(accountId, row.holdId)
  const names = await readProjectNames(db, accountId, projectId === null ? [] : [projectId])
  const items = row.jobs.map((job) => itemOf(job, row.creditsEach))
  const charged = items.reduce((sum, item) => sum + item.charged, 0)
  const returned = items.reduce((sum, item) => sum + item.returned, 0)
  return {
    generationId: row.id,
    operation: operation.parse(row.operation),
    prompt: row.prompt,
    engine: row.engine,
    size: row.size,
    count: row.count,
    creditsEach: row.creditsEach,
    priceVersion: row.priceVersion,
    project: projectId === null ? null : { id: projectId, name: names.get(projectId) ?? null },
    charged,
    returned,
    held: row.count * row.creditsEach - charged - returned,
    ...payment,
    items,
    askedAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }
}

function itemOf(job: GenerationJob, creditsEach: number): Receipt['items'][number] {
  return {
    index: job.index,
    imageId: job.imageId,
    state: jobState.parse(job.state),
    charged: job.charged,
    returned: job.finishedAt === null ? 0 : creditsEach - job.charged,
    reason: errorCode.nullable().parse(job.reason),
    settledAt: job.finishedAt?.toISOString() ?? null,
  }
}
