import { setTimeout as pause } from 'node:timers/promises'
import { ToileError } from '../platform/errors.ts'
import type { Log } from '../platform/log.ts'

const mostTries = 5
/** Wait between two tries, in ms. */
const betweenMs = 1000

/**
 * Settles a job, again and again where the database is away for a moment: an image that a service was paid for must not be made
 * again for that. One key a job makes it safe. What the wallet refuses is final.
 */
export async function settledAtLast(settle: () => Promise<boolean>, log: Log): Promise<boolean> {
  for (let tried = 1; ; tried++) {
    try {
      return await settle()
    } catch (error) {
      if (error instanceof ToileError || tried === mostTries) throw error
      log.warn({ err: error, tried }, 'a job could not be settled; it is tried again')
      await pause(betweenMs)
    }
  }
}
