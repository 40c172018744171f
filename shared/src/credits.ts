import * as z from 'zod'

/** The unit of the wallet: a whole number of credits, never a float, never negative. */
export const credits = z.int().nonnegative()

/** How credits came to be. `metered` is a cap the designer set, not something they own. */
export const lotKind = z.enum(['trial', 'promo', 'plan', 'pack', 'metered'])
export type LotKind = z.infer<typeof lotKind>

/**
 * How a lot came to be: granted from outside; given back late (`grace`); carried into the next cycle (`rollover`); returned
 * after a dispute was won (`restored`); returned for billed use (`refund`).
 */
export const lotSource = z.enum(['grant', 'grace', 'rollover', 'restored', 'refund'])
export type LotSource = z.infer<typeof lotSource>

/** Where a lot's credits can stand; an entry moves credits of one lot from one book to another. */
export const book = z.enum(['issued', 'available', 'held', 'spent', 'expired', 'clawedBack', 'moved', 'repaid'])
export type Book = z.infer<typeof book>

/** An opaque id made by the server or, for intents, by the client. */
export const id = z
  .string()
  .min(8)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/)

/** A moment on the wire: ISO 8601 in UTC. */
export const moment = z.iso.datetime({ offset: true })

/** A colour as the engine and the screen both write it. */
export const hexColour = z.string().regex(/^#[0-9a-f]{6}$/)
