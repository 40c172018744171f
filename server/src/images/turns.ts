import { ToileError } from '../platform/errors.ts'

/** Work that takes long, a few at a time. Accounts take turns, so that whoever asks for much waits for themselves. */
export interface Turns {
  /** Does the work when its turn has come. Throws `BUSY` where too much waits. */
  take<T>(accountId: string, work: () => Promise<T>): Promise<T>
}

interface TurnLimits {
  /** How many are done at a time. */
  atOnce: number
  /** How many may wait, of one account and of all. */
  each: number
  all: number
}

/** When to come back, in ms. */
const retryAfterMs = 5000

export function createTurns({ atOnce, each, all }: TurnLimits): Turns {
  /** Who waits, the account first that was served longest ago. */
  const waiting = new Map<string, (() => void)[]>()
  let free = atOnce
  let total = 0

  const callNext = () => {
    const [next] = waiting
    if (next === undefined || free === 0) return
    const [accountId, queue] = next
    const begin = queue.shift()
    waiting.delete(accountId)
    if (queue.length > 0) waiting.set(accountId, queue)
    total -= 1
    free -= 1
    begin?.()
  }

  const turn = (accountId: string): Promise<void> => {
    const queue = waiting.get(accountId) ?? []
    if (queue.length >= each || total >= all) throw new ToileError('BUSY', { retryAfterMs })
    return new Promise((begin) => {
      waiting.set(accountId, queue)
      queue.push(begin)
      total += 1
      callNext()
    })
  }

  return {
    take: async (accountId, work) => {
      await turn(accountId)
      try {
        return await work()
      } finally {
        free += 1
        callNext()
      }
    },
  }
}
