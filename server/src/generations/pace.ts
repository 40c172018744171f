/** How many of an engine's last images are looked at. */
const looked = 15

/** How long each engine has taken for its last images. Only this process knows; it is lost with it, and soon learnt again. */
export interface Pace {
  note(engine: string, ms: number): void
  /** The usual time for one image in ms, or null where none was made yet. */
  usual(engine: string): number | null
}

export function createPace(): Pace {
  const taken = new Map<string, number[]>()
  return {
    note: (engine, ms) => void taken.set(engine, [...(taken.get(engine) ?? []), ms].slice(-looked)),
    usual: (engine) => median(taken.get(engine) ?? []),
  }
}

/** One image that hung does not make all the others seem slow. */
function median(values: number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null
}
