import { lotKind } from 'shared'
import * as z from 'zod'
import type { Tx } from '../platform/db.ts'
import { ToileError } from '../platform/errors.ts'
import type { Command, CommandResult } from './commands.ts'
import { type Companion, checkCompanions, writeCompanions } from './companion.ts'
import { decide } from './decide.ts'
import { loadWallets } from './load.ts'
import { type Change, saveChanges } from './save.ts'
import type { WalletState } from './state.ts'

/** A command that waits to be recorded. */
export interface Ordered {
  command: Command
  companion: Companion | null
  /** The fingerprint of what it means. */
  hash: string
}

export type Answer = CommandResult | ToileError

const storedResult = z.object({
  lotId: z.string().optional(),
  holdId: z.string().optional(),
  reference: z.string().optional(),
  from: z
    .array(
      z.object({
        kind: lotKind,
        label: z.string().nullable(),
        credits: z.int(),
        expiresAt: z.string(),
      }),
    )
    .optional(),
})

/** Decides a batch in memory, then writes what came of it. Answers in the batch's order. */
export async function recordBatch(tx: Tx, batch: Ordered[], clockNow: number): Promise<Answer[]> {
  const accountIds = [...new Set(batch.map(({ command }) => command.accountId))].sort()
  const holdIds = batch.flatMap(({ command }) =>
    command.type === 'capture' || command.type === 'release' ? [command.holdId] : [],
  )
  const keys = await loadKeys(tx, batch)
  const before = await loadWallets(tx, accountIds, holdIds)
  const allowed = await checkCompanions(tx, companionsOf(batch))
  const now = new Map<string, WalletState>(before)
  const changes = new Map<string, Change>()
  const newKeys: { accountId: string; key: string; payloadHash: string; answer: string; at: Date }[] = []
  const accepted: Ordered[] = []

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
    await writeCompanions(tx, companionsOf(accepted))
  }
  return answers
}

function keyName(command: { accountId: string; key: string }): string {
  return `${command.accountId} ${command.key}`
}

async function loadKeys(tx: Tx, batch: Ordered[]): Promise<Map<string, { hash: string; result: CommandResult }>> {
  const rows = await tx.commandKey.findMany({
    where: { accountId: { in: batch.map((one) => one.command.accountId) }, key: { in: batch.map((one) => one.command.key) } },
  })
  return new Map(rows.map((row) => [keyName(row), { hash: row.payloadHash, result: storedResult.parse(JSON.parse(row.answer)) }]))
}

function companionsOf(batch: Ordered[]): (Companion | null)[] {
  return batch.map((one) => one.companion)
}
