import assert from 'node:assert/strict'
import { setImmediate as turn } from 'node:timers/promises'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import { ToileError } from '../platform/errors.ts'
import type { Log } from '../platform/log.ts'
import type { Command, CommandResult } from './commands.ts'
import type { Companion } from './companion.ts'
import { payloadHash } from './payload-hash.ts'
import { type Answer, type Ordered, recordBatch } from './records/record-batch.ts'
import { RecordedElsewhere } from './records/save.ts'
import type { Witness } from './witness.ts'

/** Most commands in one transaction. */
const maxBatch = 256
/** Beyond so many waiting commands new holds are told to come back later; settling always gets in. */
const maxWaiting = 4096

interface Waiting extends Ordered {
  resolve: (result: CommandResult) => void
  reject: (error: unknown) => void
}

/** The one writer of the wallet's tables. */
export interface Journal {
  /**
   * Records a command and answers what it did. A repeated key gets its first answer. Throws `ToileError` where the
   * command is refused: then nothing was written, not even its key.
   */
  submit(command: Command, companion?: Companion): Promise<CommandResult>
  /** Waits until everything submitted so far is recorded. */
  drained(): Promise<void>
}

export interface JournalDeps {
  db: Db
  /** Null: the database's own clock, which all replicas share. PostgreSQL only. */
  clock: Clock | null
  log: Log
  witness?: Witness
  /** Told the accounts of every batch that was written. */
  onCommitted: (accountIds: string[]) => void
}

/**
 * A group-commit writer: it takes every waiting command, decides one after another in memory and writes the batch in ONE
 * transaction. A batch that fails is replayed command by command; after an uncertain COMMIT the keys tell what happened.
 */
export function createJournal(deps: JournalDeps): Journal {
  const { db, clock, log, onCommitted } = deps
  assert(clock !== null || db.provider === 'postgresql', 'SQLite has no clock of its own')
  const waiting: Waiting[] = []
  let draining: Promise<void> = Promise.resolve()
  let busy = false

  const drain = async () => {
    try {
      while (waiting.length > 0) {
        // Whoever was just answered may ask again: a turn of the event loop lets them into this batch.
        await turn()
        await commit(waiting.splice(0, maxBatch))
      }
    } finally {
      busy = false
    }
  }

  const commit = async (batch: Waiting[]) => {
    const answers = await record(batch).catch((error: unknown) => {
      log.warn({ err: error, commands: batch.length }, 'a batch failed and is replayed one by one')
    })
    if (answers === undefined) await replay(batch)
    else answer(batch, answers)
  }

  /** One bad command (or a COMMIT that may have succeeded after all) spoils nobody else's. */
  const replay = async (batch: Waiting[]) => {
    const locked = new Map<string, unknown>()
    let away: unknown
    for (const one of batch) {
      const { accountId } = one.command
      // Where it is known to be in vain nobody waits for one more time-out.
      const inVain = away ?? locked.get(accountId)
      if (inVain !== undefined) {
        one.reject(inVain)
        continue
      }
      try {
        answer([one], await recordOnce(one))
      } catch (error) {
        one.reject(error)
        if (isLockTimeout(error)) locked.set(accountId, error)
        else if (!(await canWrite())) away = error
      }
    }
  }

  /** What another replica recorded meanwhile is found the second time. */
  const recordOnce = (one: Waiting) =>
    record([one]).catch((error: unknown) => {
      if (error instanceof RecordedElsewhere) return record([one])
      throw error
    })

  const canWrite = () =>
    db.write
      .$transaction((tx) => tx.$queryRaw`SELECT 1`)
      .then(
        () => true,
        () => false,
      )

  const record = (batch: Waiting[]) =>
    db.write.$transaction((tx) => {
      // Only in here has the wait for the gate ended: a lot may have ended meanwhile.
      const clockNow = clock?.now().getTime() ?? null
      return recordBatch(tx, batch, { provider: db.provider, clockNow, witness: deps.witness ?? null })
    })

  const answer = (batch: Waiting[], answers: Answer[]) => {
    batch.forEach((one, i) => {
      const result = answers[i]
      assert(result !== undefined)
      if (result instanceof ToileError) one.reject(result)
      else one.resolve(result)
    })
    const accepted = batch.filter((_, i) => !(answers[i] instanceof ToileError))
    try {
      onCommitted([...new Set(accepted.map((one) => one.command.accountId))])
    } catch (error) {
      log.error({ err: error }, 'what was committed could not be told')
    }
  }

  return {
    submit: (command, companion) => {
      if (command.type === 'hold' && waiting.length >= maxWaiting)
        return Promise.reject(new ToileError('BUSY', { retryAfterMs: 1000 }))
      return new Promise((resolve, reject) => {
        waiting.push({ command, companion: companion ?? null, hash: payloadHash(command), resolve, reject })
        if (busy) return
        busy = true
        draining = drain()
      })
    },
    drained: () => draining,
  }
}

/** PostgreSQL gave up waiting for a wallet's row that somebody holds. */
function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && /55P03|lock timeout/.test(error.message)
}
