import * as z from 'zod'
import type { Tx } from '../../platform/db.ts'
import type { Command } from '../commands.ts'
import type { WalletState } from '../state.ts'
import type { Dialect } from './dialect.ts'
import { rowKinds, toHoldState, toLotState } from './rows.ts'

/** What a batch of commands must see. Everything in it is one parameter, as JSON. */
export interface Asked {
  accounts: string[]
  keys: [accountId: string, key: string][]
  /** Holds that a command names. */
  holds: string[]
  /** Of those: holds whose lots may have closed long ago. */
  refunds: string[]
  /** Lots that a command names, with all that descend from them. */
  lots: string[]
  projects: string[]
}

/** What the journal kept of a command: its meaning's fingerprint, and its answer as JSON. */
export interface KeptKey {
  payloadHash: string
  answer: string
}

export interface Loaded {
  wallets: Map<string, WalletState>
  keys: Map<string, KeptKey>
}

export function askedBy(commands: Command[]): Asked {
  const holds = commands.flatMap((command) => ('holdId' in command && command.type !== 'hold' ? [command.holdId] : []))
  return {
    accounts: [...new Set(commands.map((command) => command.accountId))].sort(),
    keys: commands.map((command) => [command.accountId, command.key]),
    holds,
    refunds: commands.flatMap((command) => (command.type === 'refund' ? [command.holdId] : [])),
    lots: commands.flatMap((command) => (command.type === 'clawBack' || command.type === 'expire' ? [command.lotId] : [])),
    projects: commands.flatMap((command) => ('projectId' in command && command.projectId !== null ? [command.projectId] : [])),
  }
}

const found = z.array(z.object({ what: z.string(), rows: z.string() }))

/**
 * Reads all that a batch can touch in one statement: the accounts' open lots, whatever the commands name, and their keys.
 * Closed lots are left alone, so history never makes it slower.
 */
export async function load(tx: Tx, dialect: Dialect, asked: Asked): Promise<Loaded> {
  const parts = found.parse(await tx.$queryRawUnsafe(loadStatement(dialect, asked), JSON.stringify(asked)))
  const of = <Row>(what: keyof typeof rowKinds, kind: { parse: (json: string) => Row[] }): Row[] =>
    parts.flatMap((part) => (part.what === what ? kind.parse(part.rows) : []))
  const lots = Map.groupBy(of('lot', rowKinds.lot), (lot) => lot.accountId)
  const legs = Map.groupBy(of('leg', rowKinds.leg), (leg) => leg.holdId)
  const holds = Map.groupBy(of('hold', rowKinds.hold), (hold) => hold.accountId)
  const budgets = Map.groupBy(of('budget', rowKinds.budget), (budget) => budget.accountId)
  const wallets = of('wallet', rowKinds.wallet).map((wallet): WalletState => {
    const { accountId } = wallet
    return {
      ...wallet,
      lots: (lots.get(accountId) ?? []).map(toLotState),
      holds: (holds.get(accountId) ?? []).map((hold) => toHoldState(hold, legs.get(hold.id) ?? [])),
      budgets: (budgets.get(accountId) ?? []).map(({ accountId: _, ...budget }) => budget),
    }
  })
  const keys = of('key', rowKinds.key)
  return {
    wallets: new Map(wallets.map((wallet) => [wallet.accountId, wallet])),
    keys: new Map(keys.map((key) => [keyName(key.accountId, key.key), key])),
  }
}

/** Keys are unique within an account. */
export function keyName(accountId: string, key: string): string {
  return `${accountId} ${key}`
}

/** Only the parts that this batch needs: preparing a part costs more than running it. */
export function loadStatement(dialect: Dialect, asked: Asked): string {
  const select = (what: keyof typeof rowKinds, from: string) =>
    `SELECT '${what}' AS "what", ${dialect.rows(rowKinds[what].columns)} AS "rows" FROM ${from}`
  const parts = [
    select('wallet', `"Wallet" WHERE "accountId" ${dialect.among('accounts')}`),
    select('lot', `"Lot" WHERE "accountId" ${dialect.among('accounts')} AND "closedAt" IS NULL`),
  ]
  if (asked.keys.length > 0) {
    parts.push(select('key', `${dialect.pairs('keys')} k JOIN "CommandKey" c ON c."accountId" = k."a" AND c."key" = k."b"`))
  }
  if (asked.holds.length > 0) {
    parts.push(select('hold', `"Hold" WHERE "id" ${dialect.among('holds')}`))
    parts.push(select('leg', `"HoldLeg" WHERE "holdId" ${dialect.among('holds')}`))
  }
  if (asked.lots.length > 0 || asked.refunds.length > 0) {
    const ofRefunds = `SELECT "lotId" FROM "HoldLeg" WHERE "holdId" ${dialect.among('refunds')}`
    const named = `"id" ${dialect.among('lots')} OR "originId" ${dialect.among('lots')} OR "id" ${dialect.amongRows(ofRefunds)}`
    parts.push(select('lot', `"Lot" WHERE "closedAt" IS NOT NULL AND (${named})`))
  }
  if (asked.projects.length > 0 || asked.holds.length > 0) {
    const ofHolds = `SELECT "projectId" FROM "Hold" WHERE "id" ${dialect.among('holds')}`
    parts.push(
      select('budget', `"Budget" WHERE "projectId" ${dialect.among('projects')} OR "projectId" ${dialect.amongRows(ofHolds)}`),
    )
  }
  return dialect.asking(parts)
}
