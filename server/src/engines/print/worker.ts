import { move, transferableSymbol, valueSymbol } from 'piscina'
import sharp from 'sharp'
import { ToileError } from '../../platform/errors.ts'
import { draw } from './draw.ts'
import type { PrintOutcome, PrintTask } from './task.ts'

// A worker is one core's: what libvips does for it must not take the others' cores, nor depend on how many there are.
sharp.concurrency(1)
// Pictures are read once: what libvips would keep of them only fills memory.
sharp.cache(false)

/**
 * The worker thread's one function: draws a job. Its picture is moved out of the thread, not copied, since the copying would
 * fall to the server's own thread.
 */
export default async function work({ job, progress }: PrintTask): Promise<PrintOutcome | ReturnType<typeof move>> {
  try {
    const drawn = await draw(job, (share) => progress.postMessage(share))
    // What libvips wrote lies in memory that cannot change hands.
    const bytes = new Uint8Array(drawn.bytes)
    const outcome: PrintOutcome = { made: true, ...drawn, bytes }
    return move({ [valueSymbol]: outcome, [transferableSymbol]: [bytes.buffer] })
  } catch (error) {
    if (error instanceof ToileError) return { made: false, code: error.code, details: error.details }
    throw error
  } finally {
    progress.close()
  }
}
