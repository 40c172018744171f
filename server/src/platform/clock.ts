import { uptime } from 'node:os'

/** Where time comes from, so that tests can set it. */
export interface Clock {
  now(): Date
  /** ms since some moment of its own. It goes on while the wall clock is set, and while the machine sleeps. */
  monotonicMs(): number
}

export const systemClock: Clock = {
  now: () => new Date(),
  // `performance.now()` stands still while a Linux machine sleeps: a laptop that was opened again would seem to have had its clock set.
  monotonicMs: () => uptime() * 1000,
}
