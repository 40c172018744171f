import type { Clock } from 'server/platform/clock'

/** A clock that stands until it is told to move. */
export class TestClock implements Clock {
  private ms: number
  private monotonic = 0

  constructor(start = '2026-11-22T09:00:00.000Z') {
    this.ms = Date.parse(start)
  }

  now(): Date {
    return new Date(this.ms)
  }

  monotonicMs(): number {
    return this.monotonic
  }

  /** Time passes. */
  advance(by: { days?: number; ms?: number }): void {
    const ms = (by.days ?? 0) * 86_400_000 + (by.ms ?? 0)
    this.ms += ms
    this.monotonic += ms
  }

  /** Somebody sets the clock: no time passes. */
  jump(ms: number): void {
    this.ms += ms
  }
}
