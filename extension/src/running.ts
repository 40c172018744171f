import type { Generation } from 'shared'
import type * as z from 'zod'
import type { progress } from './storage'

export type Progress = z.infer<typeof progress>

export function progressOf({ id, count, items }: Generation): Progress {
  return { id, count, delivered: items.filter((item) => item.state === 'delivered').length }
}
