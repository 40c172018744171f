import type { Balance, Lot as LotView, PayingLot } from 'shared'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/db.ts'
import { ToileError } from '../../platform/errors.ts'
import { Books } from '../books.ts'
import type { Spending } from '../commands.ts'
import { dialectOf } from '../records/dialect.ts'
import { load } from '../records/load.ts'
import { burnOrder, shares, spendable } from '../rules/burn-order.ts'
import { catchUp } from '../rules/catch-up.ts'
import { payingLot, planHold } from '../rules/hold.ts'
import { runningCap } from '../rules/running-cap.ts'
import type { LotState, WalletState } from '../state.ts'

/** An account's wallet as a command would find it now: what balance, lots and quotes are all told from, so that they agree. */
export interface Standing {
  /** ms; never before the account's last command. */
  now: number
  /** What time alone has brought is in it, though not yet in the database. */
  wallet: WalletState
}

/** One query over the account's open lots: its cost does not grow with history. `NOT_FOUND` where there is no wallet. */
export async function readStanding(
  { db, clock }: { db: Db; clock: Clock },
  accountId: string,
  projectId: string | null = null,
): Promise<Standing> {
  const projects = projectId === null ? [] : [projectId]
  const asked = { accounts: [accountId], projects, keys: [], holds: [], refunds: [], lots: [] }
  const { wallets } = await load(db.read, dialectOf(db.provider), asked)
  const wallet = wallets.get(accountId)
  if (wallet === undefined) throw new ToileError('NOT_FOUND')
  const now = Math.max(clock.now().getTime(), wallet.lastCommandAt)
  const books = new Books(wallet, now)
  catchUp(books)
  return { now, wallet: books.close().state }
}

export function balanceOf({ now, wallet }: Standing): Balance {
  const [next] = burnOrder(wallet.lots, now)
  return {
    credits: spendable(wallet.lots, now),
    held: wallet.lots.reduce((sum, lot) => sum + lot.held, 0),
    afterLastGrant: wallet.afterLastGrant,
    reserve: wallet.reserve,
    debt: wallet.debt,
    metered: meteredOf(wallet.lots, now),
    next: next ? payingLot({ lot: next, credits: next.available }) : null,
    asOf: new Date(now).toISOString(),
  }
}

function meteredOf(lots: readonly LotState[], now: number): Balance['metered'] {
  const running = runningCap(lots, now)
  return running && { used: running.used, cap: running.cap, until: new Date(running.until).toISOString() }
}

/** Lots that can pay now, in burn order; after them those whose credits are all held, or that have yet to begin. */
export function lotsOf({ now, wallet: { lots } }: Standing): LotView[] {
  const paying = burnOrder(lots, now)
  const waiting = lots.filter((lot) => !paying.includes(lot) && (lot.held > 0 || (lot.available > 0 && lot.effectiveAt > now)))
  return [...paying, ...waiting].map(lotView)
}

/** How an amount would be paid now, or why not: by the code that would take it. */
export interface Preview {
  balance: Balance
  from: PayingLot[]
  /** Of the amount, what pay-as-you-go pays, with the designer's yes where one is needed. The rest comes off the balance. */
  metered: number
  refusal: ToileError | null
}

export function previewOf(standing: Standing, spending: Spending): Preview {
  const { now, wallet } = standing
  const balance = balanceOf(standing)
  const paying = shares(wallet.lots, spending.credits, now, wallet.reserve).shares
  const metered = paying.reduce((sum, { lot, credits }) => sum + (lot.kind === 'metered' ? credits : 0), 0)
  const plan = planHold(wallet, spending, now)
  if (plan instanceof ToileError) return { balance, from: [], metered, refusal: plan }
  return { balance, from: plan.map(payingLot), metered, refusal: null }
}

function lotView(lot: LotState): LotView {
  const { id, kind, source, label, granted, available, held, spent, owed } = lot
  const effectiveAt = new Date(lot.effectiveAt).toISOString()
  const expiresAt = new Date(lot.expiresAt).toISOString()
  return { id, kind, source, label, granted, available, held, spent, owed, effectiveAt, expiresAt }
}
