import { ToileError } from '../platform/errors.ts'
import type { CommandResult } from '../wallet/commands.ts'
import { spendable } from '../wallet/rules/burn-order.ts'
import type { WalletState } from '../wallet/state.ts'
import { credits, minute, type Report } from './answer.ts'
import { type Desk, OperatorError } from './desk.ts'

/** An order of the operator to the wallet. */
export interface Order {
  accountId: string
  /** The operator's own name for it: given again, it changes nothing. */
  key: string
  /** Below zero, credits are taken. */
  credits: number
  /** Sends it, under the key that the wallet keeps. */
  send(key: string): Promise<CommandResult>
  /** Whether an answer is that of this sending, and not of an earlier one of the same key. */
  isNew(answer: CommandResult): boolean
  /** What it did, in a sentence. */
  told: string
  /** What the key did before where this changes nothing: all that the wallet compared, and what it did not. */
  before: string
}

/** Carries an order out and tells what changed: the balance right before and right after, the lot that came of it, and the key. */
export async function change(desk: Desk, order: Order): Promise<Report> {
  const { accountId, key } = order
  const answer = await order.send(`operator:${key}`).catch((error: unknown) => refuse(error, order))
  const step = desk.lastStep()
  if (step === null || !order.isNew(answer)) return nothingChanged(desk, order, answer.lotId ?? null)

  const before = standing(step.before, step.now)
  const after = standing(step.after, step.now)
  const made = step.after.lots.find(({ id }) => id === answer.lotId)
  const lot = made === undefined ? null : describeLot(made)
  const repaid = before.debt - after.debt
  const lines = [
    `${order.told} Balance ${before.credits} → ${after.credits}.`,
    ...(repaid > 0 ? [`${credits(repaid)} paid a debt${after.debt > 0 ? `; ${after.debt} are still owed` : ''}.`] : []),
    ...(lot === null ? [] : [lotLine(lot)]),
    `Key ${key}: the same key again changes nothing.`,
  ]
  return { lines, data: { accountId, key, changed: true, before, after, lot } }
}

async function nothingChanged({ db, wallet }: Desk, { accountId, key, before }: Order, lotId: string | null): Promise<Report> {
  const { credits: now, debt } = await wallet.balance(accountId)
  const made = lotId === null ? null : await db.read.lot.findUnique({ where: { id: lotId } })
  const lot = made === null ? null : describeLot(made)
  const lines = [`Nothing was changed: the key ${key} ${before}. Balance ${now}.`, ...(lot === null ? [] : [lotLine(lot)])]
  const standing = { credits: now, debt }
  return { lines, data: { accountId, key, changed: false, before: standing, after: standing, lot } }
}

function standing(wallet: WalletState | null, now: number): { credits: number; debt: number } {
  return { credits: spendable(wallet?.lots ?? [], now), debt: wallet?.debt ?? 0 }
}

interface MadeLot {
  id: string
  kind: string
  label: string | null
  available: number
  expiresAt: string
}

function describeLot({
  id,
  kind,
  label,
  available,
  expiresAt,
}: Omit<MadeLot, 'expiresAt'> & { expiresAt: number | Date }): MadeLot {
  return { id, kind, label, available, expiresAt: new Date(expiresAt).toISOString() }
}

function lotLine({ id, kind, available, expiresAt }: MadeLot): string {
  return `Lot ${id}: ${kind}, ${available} left, ends ${minute(expiresAt)}.`
}

function refuse(error: unknown, { key, credits: ordered }: Order): never {
  if (!(error instanceof ToileError)) throw error
  const { shortfall = 0 } = error.details
  if (error.code === 'INSUFFICIENT_CREDITS') {
    const missing = `${credits(shortfall)} ${shortfall === 1 ? 'is' : 'are'} missing`
    throw new OperatorError(`The balance is ${-ordered - shortfall}: ${missing}. Nothing was changed.`, error.code)
  }
  if (error.code === 'IDEMPOTENCY_MISMATCH')
    throw new OperatorError(`The key ${key} was used before for another order. Nothing was changed.`, error.code)
  throw new OperatorError(`The wallet refused: ${error.code}. Nothing was changed.`, error.code)
}
