import * as z from 'zod'
import { credits, id, moment } from './credits.ts'
import { errorCode } from './errors.ts'
import { jobState, operation } from './generation.ts'
import { payingLot } from './wallet.ts'

/** One image of a receipt. */
export const receiptItem = z.object({
  index: z.int().nonnegative(),
  /** The image that came of it, whether or not it was deleted since. */
  imageId: id.nullable().default(null),
  state: jobState,
  /** Credits captured for it, and credits that came back for it. */
  charged: credits,
  returned: credits,
  /** Why it cost nothing, where it did not come or is kept all the same. */
  reason: errorCode.catch('INTERNAL').nullable(),
  /** When it was settled; null while it is on its way. */
  settledAt: moment.nullable(),
})

/** What was asked for in one go, what it cost, what paid for it, and what came back and why. */
export const receipt = z.object({
  generationId: id,
  operation,
  prompt: z.string(),
  engine: z.string(),
  /** Longest edge in px. */
  size: z.int().positive(),
  count: z.int().positive(),
  creditsEach: credits,
  priceVersion: z.int().positive(),
  /** The project whose budget it was charged to, wherever its images lie today; a name is null where it is no more. */
  project: z.object({ id, name: z.string().nullable() }).nullable(),
  /** Credits used, come back and still set aside: together what was set aside. */
  charged: credits,
  returned: credits,
  held: credits,
  /** Of `charged`: given back since. */
  refunded: credits,
  /** Of `returned`: came back after the end of their lot, to one that is good for a few days. */
  inGrace: credits,
  /** Of `returned`: the designer stopped them after the end of their lot, so that they lapsed. */
  lapsed: credits,
  /** The lots that paid what was charged and not refunded, in the order in which they were burnt. */
  paidBy: z.array(payingLot),
  /** Prepaid credits right before, and what this alone left of them, less what lapsed; null where nothing was set aside. */
  balance: z.object({ before: credits, after: z.int() }).nullable(),
  items: z.array(receiptItem),
  askedAt: moment,
  /** When the last image was settled. */
  finishedAt: moment.nullable(),
})
export type Receipt = z.infer<typeof receipt>
