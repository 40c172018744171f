import type { Generation } from '../../generated/sqlite/client.ts'

/** How many of the last images of a kind are looked at. */
const looked = 15

/** What decides how long an image takes: an upscale to 4096 px is no print of 1024. */
export type Work = Pick<Generation, 'engine' | 'operation' | 'size'>

/** How long the last images of each kind have taken. Only this process knows; it is lost with it, and soon learnt again. */
export interface Pace {
  note(work: Work, ms: number): void
  /** The usual time for one image in ms, or null where none of its kind was made yet. */
  usual(work: Work): number | null
}

export function createPace(): Pace {
  const taken = new Map<string, number[]>()
  const kindOf = ({ engine, operation, size }: Work) => `${engine} ${operation} ${size}`
  return {
    note: (work, ms) => void taken.set(kindOf(work), [...(taken.get(kindOf(work)) ?? []), ms].slice(-looked)),
    usual: (work) => median(taken.get(kindOf(work)) ?? []),
  }
}

/** One image that hung does not make all the others seem slow. */
function median(values: number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null
}
