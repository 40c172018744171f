import type { Clock } from './clock.ts'
import type { Log } from './log.ts'

/** Regular work that nobody asks for: booking what time alone has changed. Doing it twice, or on two replicas, does no harm. */
export interface Sweep {
  name: string
  /** How often it is due, in ms, to the nearest look. */
  everyMs: number
  /** Works in bounded batches; answers how many things it changed. */
  run(): Promise<number>
}

export interface Sweeper {
  /** Looks every minute for sweeps that are due. Does not keep the process alive. */
  start(): void
  /** Runs the sweeps that are due, one after another. Called while it runs, it answers when that run has ended. */
  runDue(): Promise<void>
  /** Ends the timer and waits for a run that is under way. */
  stop(): Promise<void>
}

const lookEveryMs = 60_000
/** A clock that is off by more than this would end credits too early: better none end until somebody has looked. */
const maxJumpMs = 3_600_000

const advice = 'set the clock right, then restart the server; credits stay spendable up to their end all the same'

/**
 * Runs sweeps while the clock can be trusted. When it jumped by more than an hour since the last look, or is more than an hour
 * behind what the database has seen, the sweeps stop and say so, until the server is restarted.
 * @param clock the one that the swept things go by: the database's own where replicas share it
 * @param newestKnown the latest moment that the database has seen; asked once
 */
export function createSweeper(deps: {
  clock: Clock
  newestKnown: () => Promise<Date | null>
  log: Log
  sweeps: Sweep[]
}): Sweeper {
  const { clock, log, sweeps } = deps
  const ranAt = new Map<Sweep, number>()
  let timer: NodeJS.Timeout | null = null
  let running: Promise<void> | null = null
  let trusted = true
  let last: { wall: number; monotonic: number } | null = null

  const checkClock = async (): Promise<void> => {
    const wall = clock.now().getTime()
    const monotonic = clock.monotonicMs()
    const jumpedMs = last === null ? 0 : wall - last.wall - (monotonic - last.monotonic)
    const behindMs = last === null ? ((await deps.newestKnown())?.getTime() ?? wall) - wall : 0
    last = { wall, monotonic }
    if (Math.abs(jumpedMs) > maxJumpMs) {
      trusted = false
      log.error({ jumpedMs, advice }, 'the clock jumped by more than an hour: sweeps have stopped')
    } else if (behindMs > maxJumpMs) {
      trusted = false
      log.error({ behindMs, advice }, 'the clock is more than an hour behind the last command in the wallet: sweeps have stopped')
    }
  }

  const run = async (sweep: Sweep): Promise<void> => {
    try {
      const changed = await sweep.run()
      if (changed > 0) log.info({ sweep: sweep.name, changed }, 'swept')
    } catch (error) {
      log.error({ err: error, sweep: sweep.name }, 'a sweep failed; it is tried again')
    }
  }

  const lookOnce = async (): Promise<void> => {
    if (trusted) await checkClock()
    if (!trusted) return
    for (const sweep of sweeps) {
      const now = clock.monotonicMs()
      const before = ranAt.get(sweep)
      // A look comes a little early or late: what is due nearer to this one than to the next is due now.
      if (before !== undefined && now - before < sweep.everyMs - lookEveryMs / 2) continue
      ranAt.set(sweep, now)
      await run(sweep)
    }
  }

  const runDue = (): Promise<void> => {
    running ??= lookOnce()
      .catch((error: unknown) => log.error({ err: error }, 'the sweeps could not look at the clock; they look again'))
      .finally(() => {
        running = null
      })
    return running
  }

  return {
    runDue,
    start: () => {
      timer ??= setInterval(runDue, lookEveryMs).unref()
      void runDue()
    },
    stop: async () => {
      if (timer !== null) clearInterval(timer)
      timer = null
      await running
    },
  }
}
