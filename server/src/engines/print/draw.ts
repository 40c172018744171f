import { acrossFor, type RepeatLayout, usualAcross } from 'shared'
import { ToileError } from '../../platform/errors.ts'
import type { EngineJob } from '../engine.ts'
import { encodePng } from './encode.ts'
import { drawPrint, type Print } from './motifs/print.ts'
import { cutOut } from './picture/cutout/cutout.ts'
import { effected, isInked } from './picture/effects/effect.ts'
import { recolouredPicture } from './picture/recoloured-picture.ts'
import { repeated } from './picture/repeat.ts'
import { sourceOf } from './picture/source.ts'
import { tossed } from './picture/toss/toss.ts'
import { upscaled } from './picture/upscale/upscale.ts'
import { varied } from './picture/vary.ts'
import { briefOf, type Wanted, wantedBy } from './wishes.ts'

interface Drawn {
  bytes: Uint8Array
  svg?: string
}

/** Does a job: words or picture in, an encoded picture out. `progress` takes shares from 0 to 1. */
export async function draw(job: EngineJob, progress: (share: number) => void): Promise<Drawn> {
  const wanted = wantedBy(job)
  const { raster, svg } = await printOf(job, wanted)
  progress(0.8)
  const bytes = await encodePng(raster, isDrawn(job) ? 'drawn' : 'photographic')
  return { bytes, ...(svg === undefined ? {} : { svg }) }
}

const isDrawn = ({ operation, options }: EngineJob) =>
  operation === 'generate' || (operation === 'effect' && isInked(options.effect))

async function printOf(job: EngineJob, wanted: Wanted): Promise<Print> {
  const { size, seed, options } = job
  const reading = { ...wanted.reading, scale: options.scale ?? wanted.reading.scale }
  if (job.operation === 'generate') {
    const brief = briefOf({ ...wanted, reading })
    return drawPrint({ ...brief, colours: options.palette ?? brief.colours, layout: options.layout ?? brief.layout }, seed, size)
  }
  const source = job.source
  if (!source) throw new ToileError('UNSUPPORTED_IMAGE')
  const layout = options.layout ?? reading.layout
  const colours = options.palette ?? reading.colours
  switch (job.operation) {
    case 'vary':
      return { raster: await varied(source, size, job.index, seed, { ...reading, colours, layout }) }
    case 'repeat':
      return { raster: await repeatOf(source, job, layout ?? 'block', reading.scale) }
    case 'recolour':
      return { raster: await recolouredPicture(source, size, seed, { ...reading, colours }) }
    case 'effect':
      return { raster: await effected(source, size, seed, options) }
    case 'upscale':
      return { raster: await upscaled(source, options) }
    case 'cutout':
      return { raster: await cutOut(source, size, options) }
    default:
      throw new ToileError('ENGINE_FAILED')
  }
}

async function repeatOf(source: Uint8Array, { size, seed, options }: EngineJob, layout: RepeatLayout, scale: number | null) {
  if (layout === 'toss') return tossed(source, size, seed, options.box ?? null, scale)
  return repeated(await sourceOf(source, size), size, layout, acrossFor(layout, usualAcross, scale))
}
