import type { Stripe } from 'stripe'

/*
 * What Toile writes on its things at Stripe, as metadata. An account there may serve other software, too: what does not bear
 * these is not ours.
 */
export const marks = {
  account: 'toile_account',
  checkout: 'toile_checkout',
  /** `plan` or `metered`. */
  kind: 'toile_kind',
  plan: 'toile_plan',
  version: 'toile_version',
  charge: 'toile_charge',
  refund: 'toile_refund',
} as const

/** The mark's value, or null. */
export function marked(thing: { metadata?: Stripe.Metadata | null } | null, mark: keyof typeof marks): string | null {
  return thing?.metadata?.[marks[mark]] ?? null
}

/** The id of what may have come as an id or as the thing itself. */
export function idOf(thing: string | { id: string }): string {
  return typeof thing === 'string' ? thing : thing.id
}

/** Stripe counts seconds. */
export const moment = (seconds: number) => new Date(seconds * 1000)
export const seconds = (moment: Date) => Math.floor(moment.getTime() / 1000)
