import { lotKind } from 'shared'
import type { Tx } from '../platform/db.ts'
import type { HoldState, LotState, WalletState } from './state.ts'

interface LotRow extends Omit<LotState, 'kind' | 'effectiveAt' | 'expiresAt' | 'createdAt'> {
  accountId: string
  kind: string
  effectiveAt: Date
  expiresAt: Date
  createdAt: Date
}

/** A lot's row as the deciding code sees it. */
export function toLotState({ accountId: _, ...row }: LotRow): LotState {
  return {
    ...row,
    kind: lotKind.parse(row.kind),
    effectiveAt: row.effectiveAt.getTime(),
    expiresAt: row.expiresAt.getTime(),
    createdAt: row.createdAt.getTime(),
  }
}

/** Lots with nothing left to spend or held cannot be touched by a command, so history never makes loading slower. */
export const liveLots = { OR: [{ available: { gt: 0 } }, { held: { gt: 0 } }] }

/** Loads all that a batch of commands can touch: whole live lots of their accounts, and the holds they name. */
export async function loadWallets(tx: Tx, accountIds: string[], holdIds: string[]): Promise<Map<string, WalletState>> {
  const wallets = await tx.wallet.findMany({ where: { accountId: { in: accountIds } } })
  const lots = await tx.lot.findMany({ where: { accountId: { in: accountIds }, ...liveLots } })
  const lotsOf = Map.groupBy(lots, (lot) => lot.accountId)
  const holdsOf = holdIds.length > 0 ? await loadHolds(tx, holdIds) : new Map<string, HoldState[]>()
  return new Map(
    wallets.map((wallet) => [
      wallet.accountId,
      {
        ...wallet,
        createdAt: wallet.createdAt.getTime(),
        lastCommandAt: wallet.lastCommandAt.getTime(),
        lots: (lotsOf.get(wallet.accountId) ?? []).map(toLotState),
        holds: holdsOf.get(wallet.accountId) ?? [],
      },
    ]),
  )
}

async function loadHolds(tx: Tx, holdIds: string[]): Promise<Map<string, HoldState[]>> {
  const rows = await tx.hold.findMany({
    where: { id: { in: holdIds } },
    include: { legs: { orderBy: { position: 'asc' }, omit: { holdId: true, position: true } } },
  })
  const holds = new Map<string, HoldState[]>()
  for (const { accountId, ...row } of rows) {
    const held = { ...row, createdAt: row.createdAt.getTime(), finishedAt: row.finishedAt?.getTime() ?? null }
    holds.set(accountId, [...(holds.get(accountId) ?? []), held])
  }
  return holds
}
