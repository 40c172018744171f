import type { LotKind, LotSource } from 'shared'
import type { Books, Why } from '../books.ts'
import type { Column } from '../state.ts'

/**
 * Moves credits out of a lot into a new one that names where they came from, usable from now, or from when the lot would have
 * been. Its kind, label and priority are those of its origin: paid stays paid. The id is made of the origin's and of the
 * entry's number, so it needs no chance.
 */
export function successor(
  books: Books,
  lotId: string,
  from: Column,
  credits: number,
  as: { source: Exclude<LotSource, 'grant'>; expiresAt: number; kind?: LotKind },
  why: Why,
): void {
  const lot = books.lot(lotId)
  books.move(lotId, from, 'moved', credits, why)
  const originId = lot.originId ?? lot.id
  const { reference, label, priority } = lot
  const { kind = lot.kind } = as
  const effectiveAt = Math.max(books.now, lot.effectiveAt)
  const kept = { originId, reference, label, priority, rollover: null, effectiveAt }
  books.issue(
    { id: `${originId}-${books.nextSequence}`, credits, ...kept, ...as, kind, cap: kind === 'metered' ? lot.cap : null },
    why,
  )
}
