import { type Balance, type EngineOffer, type Lot, operation } from 'shared'

/** A balance as the server tells it; for tests. */
export function sampleBalance(change: Partial<Balance> = {}): Balance {
  return {
    credits: 42,
    held: 0,
    afterLastGrant: 42,
    reserve: 0,
    debt: 0,
    metered: null,
    next: null,
    asOf: '2026-11-22T10:00:00.000Z',
    ...change,
  }
}

/** A lot of 100 with something left; for tests. */
export function sampleLot(change: Partial<Lot> = {}): Lot {
  return {
    id: 'lot-0001',
    kind: 'pack',
    source: 'grant',
    label: '100',
    granted: 100,
    available: 42,
    held: 0,
    spent: 58,
    owed: 0,
    effectiveAt: '2026-11-20T10:00:00.000Z',
    expiresAt: '2027-11-20T10:00:00.000Z',
    ...change,
  }
}

/** The built-in engine, as a server that has no other one offers it; for tests. */
export const samplePrintEngine: EngineOffer = {
  name: 'print',
  kind: 'drawn',
  operations: operation.options.filter((one) => one !== 'edit'),
}
