import assert from 'node:assert/strict'
import { ToileError } from '../../platform/errors.ts'
import { type Books, because } from '../books.ts'
import type { CloseCycleCommand, CommandResult, SetCapCommand } from '../commands.ts'
import type { LotState } from '../state.ts'
import { oldestFirst } from './burn-order.ts'
import { endLot } from './end-lot.ts'

/**
 * Sets how much pay-as-you-go may spend in a cycle. A higher cap grants the difference at once; a lower one lapses only what
 * is unspent; 0 stops it, as after a failed charge. What comes back later lapses as far as it is over the cap. A cycle that has ended has no cap any more.
 */
export function setCap(books: Books, command: SetCapCommand): CommandResult | ToileError {
  const { cap, cycle, lotId } = command
  assert(Number.isInteger(cap) && cap >= 0, 'a cap is of whole credits')
  // Lots that are billed already are closed, and not seen: they would be granted once more.
  if (command.expiresAt <= books.now) return new ToileError('BAD_REQUEST', { field: 'cycle' })
  const lots = meteredLots(books, cycle)
  for (const lot of lots) if (lot.closedAt === null) books.mark(lot.id, { cap })
  let excess = overCap(books, cycle, cap)
  const why = because(null, cycle)
  if (excess < 0) {
    const { label, effectiveAt, expiresAt } = command
    const lot = { id: lotId, kind: 'metered' as const, source: 'grant' as const, originId: null, reference: cycle, label }
    books.issue({ ...lot, cap, priority: 0, credits: -excess, rollover: null, effectiveAt, expiresAt }, why)
    return { lotId, reference: cycle }
  }
  for (const lot of lots.toReversed()) {
    const lapsing = Math.min(excess, lot.available)
    books.move(lot.id, 'available', 'expired', lapsing, why)
    excess -= lapsing
  }
  return { reference: cycle }
}

function meteredLots(books: Books, cycle: string | null): LotState[] {
  return books.lots.filter((lot) => lot.kind === 'metered' && lot.reference === cycle).sort(oldestFirst)
}

/** By how many credits a cycle's lots, with what is held and spent of them, are over its cap; below zero they are under it. */
export function overCap(books: Books, cycle: string | null, cap: number): number {
  return meteredLots(books, cycle).reduce((sum, lot) => sum + lot.available + lot.held + lot.spent, 0) - cap
}

/**
 * Ends a cycle: its lots end, and metered use that is on no statement yet is billed, whatever its cycle: a capture that
 * came late joins the next statement. Before the cycle's end it is refused: a statement is made once.
 */
export function closeCycle(books: Books, { cycle, endsAt, alone = false }: CloseCycleCommand): CommandResult | ToileError {
  if (endsAt > books.now) return new ToileError('BAD_REQUEST', { field: 'endsAt' })
  const ended = books.lots.filter((lot) => lot.reference === cycle && lot.source === 'grant' && lot.expiresAt <= books.now)
  for (const lot of ended.sort(oldestFirst)) endLot(books, lot)
  let billed = 0
  for (const lot of books.lots) {
    if (lot.kind !== 'metered' || lot.expiresAt > books.now || lot.spent === lot.billed) continue
    if (alone && lot.reference !== cycle) continue
    billed += lot.spent - lot.billed
    books.mark(lot.id, { billed: lot.spent })
  }
  return { reference: cycle, billed }
}
