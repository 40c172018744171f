import * as z from 'zod'

/** Every way in which Toile says no. The screen has a sentence for each that says what to do next. */
export const errorCode = z.enum([
  'INSUFFICIENT_CREDITS',
  'RESERVE_REACHED',
  'BUDGET_REACHED',
  'IN_DEBT',
  'PRICE_CHANGED',
  'IDEMPOTENCY_MISMATCH',
  'HOLD_FINISHED',
  'NOT_UNDERSTOOD',
  'MODERATED',
  'NEAR_DUPLICATE',
  'UNSUPPORTED_IMAGE',
  'IMAGE_TOO_LARGE',
  // Nothing in the picture stands out enough to be cut out.
  'NO_SUBJECT',
  'ENGINE_FAILED',
  'TIMED_OUT',
  'CANCELLED',
  'BAD_REQUEST',
  'UNAUTHORIZED',
  'FORBIDDEN',
  // The operator sells and draws only for accounts with an entitlement, and this one has none.
  'NOT_ENTITLED',
  // Nobody ever made that promo code.
  'PROMO_UNKNOWN',
  // The code is not good yet, not good any more, or used up.
  'PROMO_ENDED',
  // The account has used the code as often as it may.
  'PROMO_USED',
  // There is a plan, or pay-as-you-go, already.
  'ALREADY_SUBSCRIBED',
  // The payment service cannot be reached, or refused: nothing was charged.
  'PAYMENTS_AWAY',
  'NOT_FOUND',
  'BUSY',
  'INTERNAL',
])
export type ErrorCode = z.infer<typeof errorCode>

/** What an error carries beyond its code; each field belongs to the codes its comment names. */
export const errorDetails = z.object({
  /** INSUFFICIENT_CREDITS: credits missing. */
  shortfall: z.int().positive().optional(),
  /** INSUFFICIENT_CREDITS, RESERVE_REACHED, IN_DEBT: packs that would cover it, smallest first. */
  offers: z.array(z.string()).optional(),
  /** INSUFFICIENT_CREDITS, RESERVE_REACHED, IN_DEBT, NOT_ENTITLED: the request is kept as a draft under its intent. */
  draft: z.boolean().optional(),
  /** INSUFFICIENT_CREDITS: when the next credits come by themselves, if a plan will bring some. */
  renewal: z.iso.datetime({ offset: true }).optional(),
  /** RESERVE_REACHED: credits it would take from the reserve, and how many the designer keeps there. */
  fromReserve: z.int().positive().optional(),
  reserve: z.int().positive().optional(),
  /** BUDGET_REACHED: the project's limit, and what it still leaves. */
  budget: z.int().nonnegative().optional(),
  budgetLeft: z.int().nonnegative().optional(),
  /** IN_DEBT: credits spent that a payment undone has left unpaid. */
  debt: z.int().positive().optional(),
  /** PRICE_CHANGED: what it costs now. */
  credits: z.int().nonnegative().optional(),
  /** NOT_UNDERSTOOD: the words that could not be drawn. */
  words: z.array(z.string()).optional(),
  /** NOT_UNDERSTOOD: words that can be. */
  suggestions: z.array(z.string()).optional(),
  /** IMAGE_TOO_LARGE: the limit, in px or bytes. */
  maxPixels: z.int().positive().optional(),
  maxBytes: z.int().positive().optional(),
  /** MODERATED: what the rule is about, in the moderator's own word. */
  categories: z.array(z.string()).optional(),
  /** NOT_ENTITLED: the entitlement's name, the e-mail domains that have it, and the plans that bring it. */
  entitlement: z.string().optional(),
  domains: z.array(z.string()).optional(),
  plans: z.array(z.string()).optional(),
  /** PROMO_ENDED: from when it is good, where that is yet to come. */
  startsAt: z.iso.datetime({ offset: true }).optional(),
  /** BAD_REQUEST: the field that was wrong. */
  field: z.string().optional(),
  /** BUSY: try again after so many ms. */
  retryAfterMs: z.int().positive().optional(),
})
export type ErrorDetails = z.infer<typeof errorDetails>

/** An error as it travels: under `data.toile` of a tRPC error, or as the body of a plain HTTP answer. */
export const wireError = z.object({ code: errorCode, details: errorDetails })
export type WireError = z.infer<typeof wireError>
