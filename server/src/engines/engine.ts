import type { Operation, RepeatLayout, Understood } from 'shared'

/** What one image is to be made of. With the engine's version it decides every pixel. */
export interface EngineJob {
  operation: Operation
  prompt: string
  /** The bytes of the source picture, already decoded once and found good. */
  source: Uint8Array | null
  /** Longest edge of the result in px. */
  size: number
  seed: number
  /** Place in its batch, from 0: an engine may spread a batch over styles by it. */
  index: number
  layout: RepeatLayout | null
  /** Colours asked for, as #rrggbb. */
  palette: string[] | null
}

/** What an engine makes of the designer's words. */
export interface Reading {
  understood: Understood[]
  /** Words that it could not use and draws without; the designer is told. */
  ignored: string[]
}

export interface EngineResult {
  /** An encoded picture (PNG, JPEG or WebP). It is decoded again before it counts. */
  bytes: Uint8Array
  seed: number
  engine: string
  model: string
  warnings: string[]
  understood: Understood[]
  svg?: string
}

export interface EngineRun {
  /** Aborted when the designer cancels or the time limit passes. */
  signal: AbortSignal
  /** Takes a share from 0 to 1; an engine that cannot tell never calls it. */
  progress: (share: number) => void
}

/** Something that makes images, one a call. */
export interface Engine {
  readonly name: string
  /** Changes whenever the same recipe would give other pixels. */
  readonly version: string
  can(operation: Operation): boolean
  /** What it reads in the words, at once and before anything is paid. Throws `NOT_UNDERSTOOD`. */
  understand(job: Pick<EngineJob, 'operation' | 'prompt'>): Reading
  /** Makes one image. Throws `NOT_UNDERSTOOD`, `UNSUPPORTED_IMAGE`, `ENGINE_FAILED`, or the signal's reason. */
  run(job: EngineJob, how: EngineRun): Promise<EngineResult>
  close(): Promise<void>
}
