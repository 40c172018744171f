import type { Balance } from 'shared'
import { ToileError } from '../platform/errors.ts'
import type { CommandResult } from '../wallet/commands.ts'
import { credits, minute, type Report } from './answer.ts'
import { type Desk, OperatorError } from './desk.ts'

/** An order of the operator to the wallet. */
export interface Order {
  accountId: string
  /** The operator's own name for it: given again, it changes nothing. */
  key: string
  /** Sends it, under the key that the wallet keeps. */
  send(key: string): Promise<CommandResult>
  /** Whether an answer is that of this sending, and not of an earlier one of the same key. */
  isNew(answer: CommandResult): boolean
  /** What it did, in a sentence. */
  told: string
}

/** Carries an order out and tells what changed: the balance before and after, the lot if one came of it, and the key. */
export async function change({ wallet }: Desk, order: Order): Promise<Report> {
  const { accountId, key } = order
  const before = await wallet.balance(accountId)
  const answer = await order.send(`operator:${key}`).catch((error: unknown) => refuse(error, order, before))
  const changed = order.isNew(answer)
  const after = await wallet.balance(accountId)
  const lot = (await wallet.lots(accountId)).find(({ id }) => id === answer.lotId) ?? null
  const repaid = before.debt - after.debt
  const lines = changed
    ? [
        `${order.told} Balance ${before.credits} → ${after.credits}.`,
        ...(repaid > 0 ? [`${credits(repaid)} paid a debt${after.debt > 0 ? `; ${after.debt} are still owed` : ''}.`] : []),
        ...(lot === null ? [] : [`Lot ${lot.id}: ${lot.kind}, ${lot.available} left, ends ${minute(lot.expiresAt)}.`]),
        `Key ${key}: the same key again changes nothing.`,
      ]
    : [`Nothing was changed: the key ${key} was used before for this very order. Balance ${after.credits}.`]
  return { lines, data: { accountId, key, changed, before, after, lotId: answer.lotId ?? null, lot } }
}

function refuse(error: unknown, { key }: Order, before: Balance): never {
  if (!(error instanceof ToileError)) throw error
  const { shortfall = 0 } = error.details
  if (error.code === 'INSUFFICIENT_CREDITS') {
    const missing = `${credits(shortfall)} ${shortfall === 1 ? 'is' : 'are'} missing`
    throw new OperatorError(`The balance is ${before.credits}: ${missing}. Nothing was changed.`, error.code)
  }
  if (error.code === 'IDEMPOTENCY_MISMATCH')
    throw new OperatorError(`The key ${key} was used before for another order. Nothing was changed.`, error.code)
  throw new OperatorError(`The wallet refused: ${error.code}. Nothing was changed.`, error.code)
}
