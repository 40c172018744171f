import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import type { Engine, EngineJob } from 'server/engines/engine'
import { photograph, pngOf } from 'server/engines/print/picture/made-pictures'
import { createPrintEngine } from 'server/engines/print/print-engine'
import { pictureSpecimens, printSpecimens } from 'server/operator/contact-sheet/specimens'
import sharp from 'sharp'
import { finished, request } from '../support/requests.ts'
import { startTestApp } from '../support/test-app.ts'

const runs = Number(process.env.BENCH_RUNS ?? 5)
const side = 1024
/** What has longer than 300 ms: what is slow by its nature. */
const slow = /quilting|tie.dye|shibori|halftone|4×/
const batch = 8

interface Row {
  op: string
  /** Median of all runs, with encoding, as the engine answers it. */
  ms: number
  /** sharp's own PNG encoding of the same picture, in the same run. */
  encodeMs: number
  ratio: number
  within: boolean
}

/**
 * Every print and operation at 1024² on one worker, beside sharp's PNG encoding of the same picture; a batch of eight
 * variations on one worker and on two; memory at its peak; and how late the server's event loop is while it makes and
 * delivers such a batch.
 */
export async function benchEngine(): Promise<object> {
  const peak = watchMemory()
  const source = await pngOf(photograph(1200, 900))
  const rows = await benchOperations(source)
  console.table(rows)
  const one = await batchMs(source, 1)
  const two = await batchMs(source, 2)
  const loopDelayP99Ms = await loopDelay(source)
  const told = { batch: { one, two, faster: Number((one / two).toFixed(2)) }, peakMb: peak(), loopDelayP99Ms }
  console.table({ ...told.batch, peakMb: told.peakMb, loopDelayP99Ms })
  return { rows, ...told }
}

async function benchOperations(source: Uint8Array): Promise<Row[]> {
  const engine = createPrintEngine({ threads: 1 })
  const prints = printSpecimens(1, side).map(({ name, job }) => ({ op: name, job: { ...job, source: null } }))
  const pictures = pictureSpecimens('photograph', side).map(({ name, row, job }) => ({
    op: `${row} ${name}`,
    job: { ...job, source },
  }))
  const rows: Row[] = []
  for (const { op, job } of [...prints, ...pictures]) rows.push(await benchOne(engine, op, job))
  await engine.close()
  return rows
}

async function benchOne(engine: Engine, op: string, job: EngineJob): Promise<Row> {
  // What is upscaled comes out at 1024 px.
  const fit =
    job.options.factor === undefined || job.source === null ? job.source : await shrunk(job.source, side / job.options.factor)
  const { bytes } = await engine.run({ ...job, source: fit }, quietly())
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  const [took, encoding]: [number[], number[]] = [[], []]
  for (let run = 0; run < runs; run++) {
    took.push(await timed(() => engine.run({ ...job, source: fit }, quietly())))
    encoding.push(await timed(() => sharp(data, { raw: info }).png().toBuffer()))
  }
  const [ms, encodeMs] = [median(took), median(encoding)]
  return { op, ms, encodeMs, ratio: Number((ms / encodeMs).toFixed(2)), within: ms <= (slow.test(op) ? 700 : 300) }
}

const shrunk = (picture: Uint8Array, longest: number) => sharp(picture).resize(longest, longest, { fit: 'fill' }).png().toBuffer()

const quietly = () => ({
  signal: AbortSignal.timeout(600_000),
  progress: () => {},
  ticket: { kept: null, keep: async () => {} },
})

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

function median(values: number[]): number {
  return Math.round(values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN)
}

/** Median time of a batch of variations, its workers warm, in ms. */
async function batchMs(source: Uint8Array, threads: number): Promise<number> {
  const engine = createPrintEngine({ threads })
  const job = { operation: 'vary' as const, prompt: '', source, size: side, options: {} }
  const all = () =>
    Promise.all(Array.from({ length: batch }, (_, index) => engine.run({ ...job, seed: 40 + index, index }, quietly())))
  await all()
  const took: number[] = []
  for (let run = 0; run < runs; run++) took.push(await timed(all))
  await engine.close()
  return median(took)
}

/** The 99th percentile of the event loop's delay, in ms, while a whole server makes, stores and charges a batch. */
async function loopDelay(source: Uint8Array): Promise<number> {
  const app = await startTestApp()
  const { client } = await app.guest()
  const form = new FormData()
  form.set('file', new Blob([Buffer.from(source)]), 'photograph.png')
  const { id: sourceImageId } = await client.images.upload.mutate(form)
  const make = async () => {
    const asked = request(batch, { operation: 'vary', prompt: '', sourceImageId })
    return finished(client, (await client.generations.request.mutate(asked)).id)
  }
  await make()
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  await make()
  delay.disable()
  await app.close()
  // What is measured counts the timer's own resolution.
  return Number((delay.percentile(99) / 1e6 - 5).toFixed(1))
}

/** Looks at the process's memory until it is asked for the most there was, in MB. */
function watchMemory(): () => number {
  let most = 0
  let over = false
  const look = async () => {
    while (!over) {
      most = Math.max(most, process.memoryUsage.rss())
      await pause(20, undefined, { ref: false })
    }
  }
  look()
  return () => {
    over = true
    return Math.round(most / 1e6)
  }
}
