import type { Command } from 'server/wallet/commands'
import type { WalletState } from 'server/wallet/state'

/**
 * What the journal loads of a wallet for one command: its open lots, and the lots, holds and budgets that the command names. A
 * database gives rows in no order, so the lots come newest first: nothing may depend on it.
 */
export function loadedFor(full: WalletState, command: Command): WalletState {
  const holds = full.holds.filter((held) => 'holdId' in command && command.type !== 'hold' && held.id === command.holdId)
  const lotIds = new Set<string>()
  if (command.type === 'refund') for (const leg of holds.flatMap((held) => held.legs)) lotIds.add(leg.lotId)
  if (command.type === 'clawBack' || command.type === 'expire') lotIds.add(command.lotId)
  const lots = full.lots.filter(
    (lot) => lot.closedAt === null || lotIds.has(lot.id) || (lot.originId !== null && lotIds.has(lot.originId)),
  )
  const projectIds = new Set(holds.map((held) => held.projectId))
  if ('projectId' in command) projectIds.add(command.projectId)
  const budgets = full.budgets.filter((budget) => projectIds.has(budget.projectId))
  return { ...full, lots: lots.reverse(), holds, budgets }
}

/** The whole wallet after a command that saw a part of it. */
export function mergedInto(full: WalletState, after: WalletState): WalletState {
  return {
    ...after,
    lots: merged(full.lots, after.lots, (lot) => lot.id),
    holds: merged(full.holds, after.holds, (held) => held.id),
    budgets: merged(full.budgets, after.budgets, (budget) => budget.projectId),
  }
}

function merged<T>(before: readonly T[], after: readonly T[], key: (item: T) => string): T[] {
  const byKey = new Map(before.map((item) => [key(item), item]))
  for (const item of after) byKey.set(key(item), item)
  return [...byKey.values()]
}
