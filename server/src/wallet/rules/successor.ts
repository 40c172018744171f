import type { LotKind, LotSource } from 'shared'
import type { Books, Why } from '../books.ts'
import type { Column } from '../state.ts'

/**
 * Moves credits out of a lot into a new one, usable from now, that names where they came from. Its kind, label and priority
 * are those of its origin: paid stays paid. The id is made of the origin's and of the entry's number, so it needs no chance.
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
  const kept = { originId, reference, label, priority, rollover: null, effectiveAt: books.now }
  books.issue({ id: `${originId}-${books.nextSequence}`, kind: lot.kind, credits, ...kept, ...as }, why)
}
