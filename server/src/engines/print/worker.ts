import { ToileError } from '../../platform/errors.ts'
import { draw } from './draw.ts'
import type { PrintOutcome, PrintTask } from './task.ts'

/** The worker thread's one function: draws a job. */
export default async function work({ job, progress }: PrintTask): Promise<PrintOutcome> {
  try {
    return { made: true, ...(await draw(job, (share) => progress.postMessage(share))) }
  } catch (error) {
    if (error instanceof ToileError) return { made: false, code: error.code, details: error.details }
    throw error
  } finally {
    progress.close()
  }
}
