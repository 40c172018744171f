import type { Clock } from 'server/platform/clock'

/** A clock that stands until it is told to move. */
export class TestClock implements Clock {
  private ms: number

  constructor(start = '2026-11-22T09:00:00.000Z') {
    this.ms = Date.parse(start)
  }

  now(): Date {
    return new Date(this.ms)
  }

  advance(by: { days?: number; ms?: number }): void {
    this.ms += (by.days ?? 0) * 86_400_000 + (by.ms ?? 0)
  }
}
