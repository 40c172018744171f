import type { Tx } from '../../../../platform/db.ts'
import { ProviderError } from '../../../provider.ts'
import type { TestEventType } from './events.ts'

/** A change to what is kept of one customer, while nobody else changes it. */
export interface Turn {
  tx: Tx
  customerId: string
  now: Date
  /** A new id of one of our things, such as `tpay_…`. */
  newId(prefix: Prefix): string
  /** Something happened to `subject` at a moment that is now, or was and is only written down now. */
  happened(type: TestEventType, subject: string): void
}

/** Ids say what they are of. */
export type Prefix = 'tcus' | 'tco' | 'tsub' | 'tpay' | 'tre' | 'tdp' | 'tev'

/** The test checkout has no such thing, and never will. */
export function unknown(reference: string): ProviderError {
  return new ProviderError(`The test checkout knows no ${reference}`, { passing: false })
}

/** What is asked for cannot be done to a thing as it is. */
export function refused(why: string): ProviderError {
  return new ProviderError(why, { passing: false })
}
