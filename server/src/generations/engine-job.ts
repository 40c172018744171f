import { operation, options } from 'shared'
import type { Engine, EngineJob, EngineResult } from '../engines/engine.ts'
import type { Images } from '../images/images.ts'
import type { Making } from '../images/recipe.ts'
import type { Leased } from './queue.ts'

/** What the engine is asked for, with the bytes of the source. */
export async function engineJob(images: Images, { job, generation }: Leased): Promise<EngineJob> {
  const source =
    generation.sourceImageId === null
      ? null
      : await images.bytes(await images.source(generation.accountId, generation.sourceImageId))
  const asked = options.parse(JSON.parse(generation.options))
  return {
    operation: operation.parse(generation.operation),
    prompt: generation.prompt,
    source,
    size: generation.size,
    seed: job.seed,
    index: asked.from === undefined ? job.index : asked.from + job.index,
    options: asked,
  }
}

/** What it takes to make the image again. */
export function makingOf(
  { generation }: Leased,
  { name, version, kind }: Engine,
  asked: EngineJob,
  { model }: EngineResult,
): Making {
  const { source: _source, ...parameters } = asked
  return { ...parameters, sourceImageId: generation.sourceImageId, engine: name, version, kind, model }
}
