import type { Balance, Generation } from 'shared'
import type * as z from 'zod'
import type { progress } from './kept'

export type Progress = z.infer<typeof progress>

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
