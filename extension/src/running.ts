import type { Generation } from 'shared'
import type { Running } from './storage'

/** How far a generation is, as much as badge and pill need. */
export type Progress = Omit<Running, 'here'>

export function progressOf({ id, count, items }: Generation): Progress {
  return { id, count, delivered: items.filter((item) => item.state === 'delivered').length }
}
