import * as z from 'zod'
import type { DbProvider, Tx } from '../../platform/db.ts'
import { ToileError } from '../../platform/errors.ts'
import type { Command, CommandResult } from '../commands.ts'
import { type Companion, checkCompanions, writeCompanions } from '../companion.ts'
import { decide } from '../decide.ts'
import type { WalletState } from '../state.ts'
import type { Step, Witness } from '../witness.ts'
import { dialectOf } from './dialect.ts'
import { askedBy, type KeptKey, keyName, type Loaded, load } from './load.ts'
import { lockWallets } from './lock.ts'
import { type Change, type NewKey, RecordedElsewhere, save } from './save.ts'

/** A command that waits to be recorded. */
export interface Ordered {
  command: Command
  companion: Companion | null
  /** The fingerprint of what it means. */
  hash: string
}

export type Answer = CommandResult | ToileError

export interface RecordDeps {
  provider: DbProvider
  /** ms; null takes the database's own clock, as replicas must. */
  clockNow: number | null
  witness: Witness | null
}

const storedResult = z.object({
  lotId: z.string().optional(),
  holdId: z.string().optional(),
  reference: z.string().optional(),
  billed: z.int().optional(),
})

/** Decides a batch in memory, then writes what came of it. Answers in the batch's order. */
export async function recordBatch(tx: Tx, batch: Ordered[], deps: RecordDeps): Promise<Answer[]> {
  const dialect = dialectOf(deps.provider)
  const asked = askedBy(batch.map((one) => one.command))
  const locked = deps.provider === 'postgresql' ? await lockWallets(tx, asked.accounts) : null
  const loaded = await load(tx, dialect, asked)
  for (const accountId of loaded.wallets.keys()) {
    if (locked?.accountIds.has(accountId) === false) throw new RecordedElsewhere(`account ${accountId} was opened meanwhile`)
  }
  const allowed = await checkCompanions(tx, companionsOf(batch))
  const decided = decideAll(batch, allowed, loaded, deps.clockNow ?? locked?.now ?? 0)
  if (decided.newKeys.length > 0) {
    await save(tx, dialect, [...decided.changes.values()], decided.newKeys)
    await writeCompanions(tx, companionsOf(decided.accepted))
    await deps.witness?.see(tx, decided.steps)
  }
  return decided.answers
}

/** One command after another, each on what the one before it left. A refused one leaves nothing. */
function decideAll(batch: Ordered[], allowed: boolean[], { wallets, keys }: Loaded, clockNow: number) {
  const current = new Map<string, WalletState>(wallets)
  const changes = new Map<string, Change>()
  const newKeys: NewKey[] = []
  const accepted: Ordered[] = []
  const steps: Step[] = []

  const answers = batch.map((one, i): Answer => {
    const { command, hash } = one
    const { accountId, key } = command
    const kept = keys.get(keyName(accountId, key))
    if (kept !== undefined) return repeated(kept, hash)
    if (allowed[i] === false) return new ToileError('CANCELLED')
    const before = current.get(accountId) ?? null
    const now = Math.max(clockNow, before?.lastCommandAt ?? 0)
    const decision = decide(before, command, now)
    if (decision instanceof ToileError) return decision

    const { state: after, entries, result } = decision
    const newKey = { accountId, key, payloadHash: hash, answer: JSON.stringify(result), at: now }
    newKeys.push(newKey)
    keys.set(keyName(accountId, key), newKey)
    current.set(accountId, after)
    steps.push({ before, after, now })
    const change = changes.get(accountId) ?? { before: wallets.get(accountId) ?? null, after, entries: [] }
    change.after = after
    for (const entry of entries) change.entries.push({ ...entry, accountId, commandKey: key, at: now })
    changes.set(accountId, change)
    accepted.push(one)
    return result
  })
  return { answers, changes, newKeys, accepted, steps }
}

function repeated(kept: KeptKey, hash: string): Answer {
  return kept.payloadHash === hash ? storedResult.parse(JSON.parse(kept.answer)) : new ToileError('IDEMPOTENCY_MISMATCH')
}

function companionsOf(batch: Ordered[]): (Companion | null)[] {
  return batch.map((one) => one.companion)
}
