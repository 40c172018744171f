import { ToileError } from '../../platform/errors.ts'
import type { EngineJob } from '../engine.ts'
import { encodePng } from './encode.ts'
import { drawPrint, type Print } from './motifs/print.ts'
import { recolouredPicture } from './picture/recoloured-picture.ts'
import { repeated } from './picture/repeat.ts'
import { sourceOf } from './picture/source.ts'
import { varied } from './picture/vary.ts'
import { briefOf, type Wanted, wantedBy } from './wishes.ts'

interface Drawn {
  bytes: Uint8Array
  svg?: string
  warnings: string[]
}

/** Does a job: words or picture in, an encoded picture out. `progress` takes shares from 0 to 1. */
export async function draw(job: EngineJob, progress: (share: number) => void): Promise<Drawn> {
  const wanted = wantedBy(job)
  const { raster, svg } = await printOf(job, wanted)
  progress(0.8)
  const bytes = await encodePng(raster)
  return { bytes, warnings: wanted.warnings, ...(svg === undefined ? {} : { svg }) }
}

async function printOf(job: EngineJob, wanted: Wanted): Promise<Print> {
  if (job.operation === 'generate') return drawPrint(briefOf(wanted), job.seed, job.size)
  const source = job.source
  if (!source) throw new ToileError('UNSUPPORTED_IMAGE')
  const { reading } = wanted
  const layout = job.layout ?? (reading.layout === 'toss' ? null : reading.layout)
  switch (job.operation) {
    case 'vary': {
      const colours = job.palette ?? reading.colours
      return { raster: await varied(source, job.size, job.index, job.seed, { ...reading, colours, layout }) }
    }
    case 'repeat':
      return { raster: await repeated(await sourceOf(source), job.size, layout ?? 'block', 2) }
    case 'recolour':
      return { raster: await recolouredPicture(source, job.size, job.seed, job.palette ?? reading.colours) }
    default:
      throw new ToileError('ENGINE_FAILED')
  }
}
