import { setTimeout as pause } from 'node:timers/promises'

const betweenMs = 100

/** Reads again and again until `accept` says yes; throws with the last value when the patience ends. For what no event tells. */
export async function until<T>(what: string, read: () => Promise<T> | T, accept: (value: T) => boolean, patienceMs = 60_000) {
  const end = Date.now() + patienceMs
  for (;;) {
    const value = await read()
    if (accept(value)) return value
    if (Date.now() > end) throw new Error(`Waited ${patienceMs / 1000} s in vain for ${what}; last: ${JSON.stringify(value)}`)
    await pause(betweenMs)
  }
}
