import assert from 'node:assert/strict'
import * as z from 'zod'
import type { Clock } from '../platform/clock.ts'
import type { Db, Tx } from '../platform/db.ts'
import { ToileError } from '../platform/errors.ts'
import { type Command, type CommandResult, payloadHash } from './commands.ts'
import type { Companion } from './companion.ts'
import { decide } from './decide.ts'
import { loadWallets } from './load.ts'
import { type Change, saveChanges } from './save.ts'
import type { WalletState } from './state.ts'

/** Most commands in one transaction. */
const maxBatch = 256
/** Beyond so many waiting commands new holds are told to come back later; settling always gets in. */
const maxWaiting = 4096

interface Waiting {
  command: Command
  companion: Companion | null
  hash: string
  resolve: (result: CommandResult) => void
  reject: (error: unknown) => void
}

type Answer = CommandResult | ToileError

const storedResult = z.object({
  lotId: z.string().optional(),
  holdId: z.string().optional(),
  reference: z.string().optional(),
  from: z
    .array(
      z.object({
        kind: z.enum(['trial', 'promo', 'plan', 'pack', 'metered']),
        label: z.string().nullable(),
        credits: z.int(),
        expiresAt: z.string(),
      }),
    )
    .optional(),
})

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

/**
 * A group-commit writer: it takes every waiting command, decides one after another in memory and writes the batch in ONE
 * transaction. A batch that fails is replayed command by command; after an uncertain COMMIT the keys tell what happened.
 * @param onCommitted told the accounts of every batch that was written
 */
export function createJournal(deps: { db: Db; clock: Clock; onCommitted: (accountIds: string[]) => void }): Journal {
  const waiting: Waiting[] = []
  let draining: Promise<void> = Promise.resolve()
  let busy = false

  const drain = async () => {
    while (waiting.length > 0) await commit(waiting.splice(0, maxBatch))
    busy = false
  }

  const commit = async (batch: Waiting[]) => {
    try {
      answer(batch, await record(batch))
    } catch {
      // The batch is replayed one by one, so that one bad command (or a COMMIT that may have succeeded) spoils nobody else's.
      for (const one of batch) {
        try {
          answer([one], await record([one]))
        } catch (error) {
          one.reject(error)
        }
      }
    }
  }

  const record = (batch: Waiting[]) => deps.db.write.$transaction((tx) => recordBatch(tx, batch, deps.clock.now().getTime()))

  const answer = (batch: Waiting[], answers: Answer[]) => {
    batch.forEach((one, i) => {
      const result = answers[i]
      assert(result !== undefined)
      if (result instanceof ToileError) one.reject(result)
      else one.resolve(result)
    })
    deps.onCommitted([
      ...new Set(batch.filter((_, i) => !(answers[i] instanceof ToileError)).map((one) => one.command.accountId)),
    ])
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

/** Decides a batch in memory, then writes what came of it. Answers in the batch's order. */
async function recordBatch(tx: Tx, batch: Waiting[], clockNow: number): Promise<Answer[]> {
  const accountIds = [...new Set(batch.map(({ command }) => command.accountId))].sort()
  const holdIds = batch.flatMap(({ command }) =>
    command.type === 'capture' || command.type === 'release' ? [command.holdId] : [],
  )
  const keys = await loadKeys(tx, batch)
  const before = await loadWallets(tx, accountIds, holdIds)
  const allowed = await checkCompanions(tx, batch)
  const now = new Map<string, WalletState>(before)
  const changes = new Map<string, Change>()
  const newKeys: { accountId: string; key: string; payloadHash: string; answer: string; at: Date }[] = []
  const accepted: Waiting[] = []

  const answers = batch.map((one, i): Answer => {
    const { command, hash } = one
    const known = keys.get(keyName(command))
    if (known !== undefined) return known.hash === hash ? known.result : new ToileError('IDEMPOTENCY_MISMATCH')
    if (allowed[i] === false) return new ToileError('CANCELLED')
    const state = now.get(command.accountId) ?? null
    const at = Math.max(clockNow, state?.lastCommandAt ?? 0)
    const decision = decide(state, command, at)
    if (decision instanceof ToileError) return decision

    now.set(command.accountId, decision.state)
    keys.set(keyName(command), { hash, result: decision.result })
    newKeys.push({
      accountId: command.accountId,
      key: command.key,
      payloadHash: hash,
      answer: JSON.stringify(decision.result),
      at: new Date(at),
    })
    const change = changes.get(command.accountId) ?? {
      before: before.get(command.accountId) ?? null,
      after: decision.state,
      entries: [],
    }
    change.after = decision.state
    change.entries.push(...decision.entries.map((entry) => ({ ...entry, commandKey: command.key, at })))
    changes.set(command.accountId, change)
    accepted.push(one)
    return decision.result
  })

  if (newKeys.length > 0) {
    await saveChanges(tx, [...changes.values()])
    await tx.commandKey.createMany({ data: newKeys })
    await writeCompanions(tx, accepted)
  }
  return answers
}

function keyName(command: { accountId: string; key: string }): string {
  return `${command.accountId} ${command.key}`
}

async function loadKeys(tx: Tx, batch: Waiting[]): Promise<Map<string, { hash: string; result: CommandResult }>> {
  const rows = await tx.commandKey.findMany({
    where: { accountId: { in: batch.map((one) => one.command.accountId) }, key: { in: batch.map((one) => one.command.key) } },
  })
  return new Map(rows.map((row) => [keyName(row), { hash: row.payloadHash, result: storedResult.parse(JSON.parse(row.answer)) }]))
}

/** Asks each writer once for all its rows of the batch. True where a command has no companion or may act. */
async function checkCompanions(tx: Tx, batch: Waiting[]): Promise<boolean[]> {
  const allowed = batch.map(() => true)
  const indexed = batch.flatMap(({ companion }, index) => (companion?.writer.check ? [{ companion, index }] : []))
  for (const [writer, group] of Map.groupBy(indexed, ({ companion }) => companion.writer)) {
    const answers = await writer.check?.(
      tx,
      group.map(({ companion }) => companion.row),
    )
    group.forEach(({ index }, i) => {
      allowed[index] = answers?.[i] ?? true
    })
  }
  return allowed
}

async function writeCompanions(tx: Tx, accepted: Waiting[]): Promise<void> {
  const companions = accepted.flatMap(({ companion }) => (companion ? [companion] : []))
  for (const [writer, group] of Map.groupBy(companions, (one) => one.writer)) {
    await writer.write(
      tx,
      group.map((one) => one.row),
    )
  }
}
