import type { Books } from '../books.ts'
import { because } from '../books.ts'
import type { CommandResult, GrantCommand } from '../commands.ts'
import { spendable } from './burn-order.ts'
import { evenDebt } from './debt.ts'

/** New credits from outside, usable as soon as they are effective. */
export function grant(books: Books, { lotId, ...command }: GrantCommand): CommandResult {
  const { kind, label, credits, priority, effectiveAt, expiresAt, reference, rollover } = command
  const lot = { id: lotId, kind, source: 'grant' as const, originId: null, label, priority, reference, rollover }
  books.issue({ ...lot, credits, effectiveAt: effectiveAt ?? books.now, expiresAt }, because(null, reference))
  evenDebt(books)
  books.setWallet({ afterLastGrant: spendable(books.lots, books.now) })
  return { lotId }
}
