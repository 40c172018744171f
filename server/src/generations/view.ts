import type { Generation as GenerationView } from 'shared'
import { errorCode, jobState, operation, options, understood } from 'shared'
import * as z from 'zod'
import type { Images } from '../images/images.ts'
import type { GenerationWithJobs } from './rows.ts'
import type { Progress } from './run-job.ts'
import { noWait, type Wait } from './waits.ts'

/** Generations as their owner sees them, with signed addresses of their images. */
export async function viewGenerations(
  images: Images,
  { progress, waits }: { progress: Progress; waits: Map<string, Wait> },
  accountId: string,
  rows: GenerationWithJobs[],
): Promise<GenerationView[]> {
  const imageIds = rows.flatMap((row) => [row.sourceImageId ?? [], row.jobs.flatMap((job) => job.imageId ?? [])].flat())
  const views = await images.find(accountId, imageIds)
  return rows.map((row) =>
    view(row, { progress, wait: waits.get(row.id) ?? noWait }, (id) => (id === null ? null : (views.get(id) ?? null))),
  )
}

function view(
  row: GenerationWithJobs,
  { progress, wait }: { progress: Progress; wait: Wait },
  image: (id: string | null) => GenerationView['source'],
): GenerationView {
  const items = [...row.jobs]
    .sort((a, b) => a.index - b.index)
    .map((job) => ({
      index: job.index,
      state: jobState.parse(job.state),
      progress: progress.get(job.id) ?? null,
      charged: job.charged,
      image: image(job.imageId),
      imageId: job.imageId,
      reason: errorCode.nullable().parse(job.reason),
    }))
  const open = items.filter((item) => item.state === 'queued' || item.state === 'running').length
  const charged = items.reduce((sum, item) => sum + item.charged, 0)
  return {
    id: row.id,
    intentId: row.intentId,
    projectId: row.projectId,
    operation: operation.parse(row.operation),
    prompt: row.prompt,
    source: image(row.sourceImageId),
    count: row.count,
    size: row.size,
    engine: row.engine,
    seed: row.seed,
    options: options.parse(JSON.parse(row.options)),
    creditsEach: row.creditsEach,
    priceVersion: row.priceVersion,
    finished: open === 0,
    ...wait,
    items,
    charged,
    held: open * row.creditsEach,
    returned: (row.count - open) * row.creditsEach - charged,
    understood: z.array(understood).parse(JSON.parse(row.understood)),
    ignored: z.array(z.string()).parse(JSON.parse(row.ignored)),
    createdAt: row.createdAt.toISOString(),
  }
}
