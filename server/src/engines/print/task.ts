import type { MessagePort } from 'node:worker_threads'
import type { ErrorCode, ErrorDetails } from 'shared'
import type { EngineJob } from '../engine.ts'

/** What travels to a worker thread: the job, and a port that takes its progress. */
export interface PrintTask {
  job: EngineJob
  progress: MessagePort
}

/** What comes back. Errors on purpose travel as values, since a thread's boundary takes the class off an error. */
export type PrintOutcome =
  | { made: true; bytes: Uint8Array; svg?: string }
  | { made: false; code: ErrorCode; details: ErrorDetails }
