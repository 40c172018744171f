import * as z from 'zod'
import { credits, id, lotKind, lotSource, moment } from './credits.ts'

/** A share of a price that one lot pays, in the order in which lots are burnt. */
export const payingLot = z.object({
  kind: lotKind,
  /** What the designer calls the lot beyond its kind: `100` for a pack of 100, else null. */
  label: z.string().nullable(),
  credits,
  expiresAt: moment,
})
export type PayingLot = z.infer<typeof payingLot>

/** What an account can spend now, and which lot pays next. */
export const balance = z.object({
  /** Prepaid credits usable now, held ones left out. */
  credits,
  /** Credits set aside for images that are still being made. */
  held: credits,
  /** The balance right after the last grant: alerts speak of shares of it. */
  afterLastGrant: credits,
  /** Prepaid credits that only an explicit yes spends. */
  reserve: credits.default(0),
  /** Credits spent that a payment undone has left unpaid: nothing can be bought with credits until they are paid. */
  debt: credits.default(0),
  /** Pay-as-you-go of the running cycle, or null where it is off: `used` of at most `cap`, never part of the balance. */
  metered: z.object({ used: credits, cap: credits, until: moment }).nullable().default(null),
  next: payingLot.nullable(),
  asOf: moment,
})
export type Balance = z.infer<typeof balance>

/** Credits granted together, as the designer sees them. Usable from `effectiveAt` up to, not including, `expiresAt`. */
export const lot = z.object({
  id,
  kind: lotKind,
  /** How it came to be: granted, or moved out of another lot. */
  source: lotSource.catch('grant'),
  label: z.string().nullable(),
  granted: credits,
  available: credits,
  held: credits,
  spent: credits,
  /** Of `spent`: its payment was undone. */
  owed: credits.default(0),
  effectiveAt: moment,
  expiresAt: moment,
})
export type Lot = z.infer<typeof lot>
