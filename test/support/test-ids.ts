import type { Ids } from 'server/platform/ids'

/** Ids that count, so that a test can be replayed. */
export function countingIds(): Ids {
  let count = 0
  const next = (kind: string) => `${kind}-${String(++count).padStart(8, '0')}`
  return { next: () => next('id'), secret: () => next('secret'), seed: () => ++count }
}
