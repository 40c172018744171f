import { Piscina } from 'piscina'
import { ToileError } from '../platform/errors.ts'
import type { Likeness } from './likeness.ts'
import { type FileTask, ownMemory, type PixelAnswer, type PixelTask, type Taken } from './pixel-task.ts'
import type { Making } from './recipe.ts'
import type { SourceFacts } from './result.ts'

/**
 * All that looks at pixels or hashes them, in a thread of its own: 4096² px are 67 MB, and whatever walks through them takes a
 * tenth of a second in which nobody would be served.
 */
export interface PixelWork {
  /** Takes in what somebody uploaded; its memory is given away. Throws as `admit` does. */
  upload(bytes: Uint8Array): Promise<Taken>
  /** Takes in what an engine made. Throws as `takeResult` does. */
  result(bytes: Uint8Array, making: Making, source: SourceFacts | null): Promise<Taken>
  /** Makes a file to print from; the memory of what is stored is given away. Throws as `printFile` does. */
  file(task: FileTask): Promise<Uint8Array>
  /** The memory of the bytes is given away. */
  likeness(bytes: Uint8Array): Promise<Likeness>
  close(): Promise<void>
}

/** Most pictures at a time. Decoders have threads of their own: one thread that waits for them is enough. */
const atOnce = 4

export function createPixelWork(): PixelWork {
  const pool = new Piscina<PixelTask, PixelAnswer>({
    filename: new URL('./pixel-worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    concurrentTasksPerWorker: atOnce,
    idleTimeout: 60_000,
  })
  const run = async <K extends Done['kind']>(
    kind: K,
    task: PixelTask,
    given?: Uint8Array,
  ): Promise<Extract<Done, { kind: K }>> => {
    const answer = await pool.run(task, { transferList: given === undefined ? [] : ownMemory(given) })
    if (answer.kind === 'refused') throw new ToileError(answer.code, answer.details, { cause: answer.cause })
    if (isOf(answer, kind)) return answer
    throw new Error(`The thread answered ${answer.kind} and not ${kind}`)
  }
  return {
    upload: async (bytes) => (await run('taken', { kind: 'upload', bytes }, bytes)).taken,
    result: async (bytes, making, source) => (await run('taken', { kind: 'result', bytes, making, source })).taken,
    file: async (task) => (await run('file', { kind: 'file', ...task }, task.stored.bytes)).bytes,
    likeness: async (bytes) => (await run('likeness', { kind: 'likeness', bytes }, bytes)).likeness,
    close: () => pool.destroy(),
  }
}

type Done = Exclude<PixelAnswer, { kind: 'refused' }>

function isOf<K extends Done['kind']>(answer: Done, kind: K): answer is Extract<Done, { kind: K }> {
  return answer.kind === kind
}
