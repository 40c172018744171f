import { type Balance, type Generation, id, imageCount } from 'shared'
import * as z from 'zod'

/** How far a generation is, as much as the badge and the pill need. */
export const progress = z.strictObject({ id, count: imageCount, delivered: z.int().nonnegative() })
export type Progress = z.infer<typeof progress>

export const running = progress.extend({
  /** It was asked for in this browser. */
  here: z.boolean(),
  /** Since when the server answers of it, and nobody here understands what; null where that is not so. */
  unreadSince: z.int().nullable().default(null),
  /** It has ended, which is still to be told. */
  ended: z.boolean().default(false),
})
/** A generation under way. */
export type Running = z.infer<typeof running>

export function progressOf({ id, count, items }: Generation): Progress {
  return { id, count, delivered: items.filter((item) => item.state === 'delivered').length }
}

/** What the live stream told of a generation, as much as the worker needs. */
export interface Heard {
  serverUrl: string
  progress: Progress
  finished: boolean
  /** What the generation leaves; null where the server does not tell. */
  balance: Balance | null
}

export function heardOf(told: { serverUrl: string; generation: Generation; leaves: Balance | null }): Heard {
  const { serverUrl, generation, leaves } = told
  return { serverUrl, progress: progressOf(generation), finished: generation.finished, balance: leaves }
}
