import type { Alternatives, Operation, Options, PromptLanguage, Understood } from 'shared'

/** What is asked for, the same for every image of a generation. */
interface Asked {
  operation: Operation
  prompt: string
  /** Longest edge of the result in px. */
  size: number
  options: Options
}

/** What an engine is asked before anything is paid. */
export interface Enquiry extends Asked {
  /** The source picture's size in px, or null where there is none. */
  source: { width: number; height: number } | null
}

/** What one image is to be made of. With the engine's version it decides every pixel. */
export interface EngineJob extends Asked {
  /** The bytes of the source picture, already decoded once and found good. */
  source: Uint8Array | null
  seed: number
  /** Place in its batch, from 0: an engine may spread a batch over styles by it. */
  index: number
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
  /** The same print as shapes, where it was drawn of shapes. */
  svg?: string
}

/** What an AI service gave for an image that it is making, kept so that a crash does not make it be bought again. */
export interface Ticket {
  /** What an earlier try kept; null at the first. */
  kept: string | null
  /** Resolves when the ticket would survive a crash. Only then may the engine wait for the image. */
  keep(ticket: string): Promise<void>
}

export interface EngineRun {
  /** Aborted when the designer cancels, the time limit passes, or somebody else goes on (`isStillWanted`). */
  signal: AbortSignal
  /** Takes a share from 0 to 1; an engine that cannot tell never calls it. */
  progress: (share: number) => void
  ticket: Ticket
}

/** What an engine bears. */
export interface EngineLimits {
  /** Images it makes at the same time, for this server. */
  concurrency: number
  /** Longest time for one image, in ms. */
  timeoutMs: number
}

/** Why a run is aborted where nobody failed and nobody stopped it: this server ends, and the next start asks again. */
export class Draining extends Error {}

/** Why a run is aborted where another server has the job: its lease ran out here. That one asks for the image now. */
export class LeaseLost extends Error {}

/** True where somebody else goes on with the image. An engine that has a ticket leaves the service at work then. */
export function isStillWanted(reason: unknown): boolean {
  return reason instanceof Draining || reason instanceof LeaseLost
}

/** Something that makes images, one a call. */
export interface Engine {
  readonly name: string
  /** Changes whenever the same recipe would give other pixels. */
  readonly version: string
  /** `drawn`: by an algorithm; `trained`: by a trained model. It is written into its pictures. */
  readonly kind: 'drawn' | 'trained'
  readonly limits: EngineLimits
  can(operation: Operation): boolean
  /**
   * What it reads in the words, at once and before anything is paid. Throws where it would not make it: `NOT_UNDERSTOOD`,
   * `MODERATED`, `IMAGE_TOO_LARGE`, `BAD_REQUEST`.
   */
  understand(enquiry: Enquiry): Reading
  /**
   * Words to put in a chip's place, in the prompt's language. An engine that shows no chips has none.
   * @param otherwise the language of a prompt that could be several
   */
  alternatives?(enquiry: Enquiry, otherwise: PromptLanguage): Alternatives
  /** Makes one image. Throws `NOT_UNDERSTOOD`, `UNSUPPORTED_IMAGE`, `NO_SUBJECT`, `IMAGE_TOO_LARGE`, `ENGINE_FAILED`, or the signal's reason. */
  run(job: EngineJob, how: EngineRun): Promise<EngineResult>
  close(): Promise<void>
}
