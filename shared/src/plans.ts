import * as z from 'zod'
import { credits, id, moment } from './credits.ts'
import { money } from './payments.ts'

/** Credits that come again: each month, paid monthly or for a year at once. */
export const plan = z.object({
  id: z.string(),
  /** Credits of each month, also where a year is paid for. */
  credits: credits.positive(),
  /** How often it is paid. */
  interval: z.enum(['month', 'year']),
  /** For one interval. */
  price: money,
  /** What of a month's credits may go on: at most `max` credits, for so many months; null where nothing does. */
  rollover: z
    .object({ max: credits.positive(), cycles: z.int().min(1).max(24) })
    .nullable()
    .default(null),
  /** Days in which a failed renewal may still be paid before its credits go. */
  graceDays: z.int().min(0).max(27).default(7),
  /** The entitlement that it brings, or null. */
  entitlement: z.string().nullable().default(null),
})
export type Plan = z.infer<typeof plan>

/**
 * - `active`: paid, and renews. `ending`: cancelled, and good until its end.
 * - `past_due`: the renewal could not be charged; it is tried again until `graceUntil`.
 * - `unpaid`: the renewal was not paid in time; no credits come until it is.
 */
export const planState = z.enum(['active', 'ending', 'past_due', 'unpaid'])

/** The plan that an account has. */
export const planStanding = z.object({
  plan,
  state: planState.catch('active'),
  /** The cycle of credits that runs: a month, also where a year is paid for. */
  cycle: z.object({ start: moment, end: moment }),
  /** When the next payment is due, or, of a plan that ends, its end. */
  paidUntil: moment,
  /** It is not renewed any more; also of one whose last renewal is still to be paid. */
  ends: z.boolean().default(false),
  /** Of the running cycle's credits. */
  left: credits,
  /** What it becomes at `paidUntil`: another plan; null where it stays as it is. */
  next: plan.nullable(),
  /** What it was to become, and the payment service refused: until a plan is chosen again. Null where nothing was refused. */
  refused: plan.nullable().default(null),
  /** Of a renewal that could not be charged: until when it may be paid. */
  graceUntil: moment.nullable(),
})
export type PlanStanding = z.infer<typeof planStanding>

/** What a credit of pay-as-you-go costs, and how large a cap may be. */
export const meteredOffer = z.object({ creditPrice: money, usualCap: credits.positive(), maxCap: credits.positive() })
export type MeteredOffer = z.infer<typeof meteredOffer>

/**
 * - `off`; `starting`: how to pay has yet to be agreed; `on`.
 * - `stopped`: a charge failed, so no more is spent until it is paid.
 */
export const meteredStanding = z.object({
  state: z.enum(['off', 'starting', 'on', 'stopped']).catch('off'),
  /** Of `starting`: it was agreed to, and is on once the payment service says so. */
  agreed: z.boolean().default(false),
  cap: credits,
  used: credits,
  /** The cycle's end, when what was used is billed; null while off. */
  until: moment.nullable(),
  /** Of `stopped`: what is still to be paid. */
  owed: money.nullable().default(null),
  /** Of `stopped`: the designer's bank has the money of a bill back, or may get it. */
  disputed: z.boolean().default(false),
  /** The bank has decided: the money is the designer's for good, and it is not turned on again. */
  lost: z.boolean().default(false),
})
export type MeteredStanding = z.infer<typeof meteredStanding>

export const planList = z.object({
  plans: z.array(plan),
  current: planStanding.nullable(),
  /** One was agreed to whose first payment is on its way: another would be a second one. */
  starting: z.boolean().default(false),
  /** A plan that was agreed to at a payment service that is not used any more: it is not renewed here. Null where there is none. */
  former: z.object({ plan, paidUntil: moment }).nullable().default(null),
  /** Null where the operator does not offer pay-as-you-go. */
  metered: z.object({ offer: meteredOffer, standing: meteredStanding }).nullable(),
  /** True while no real money can move. */
  testMode: z.boolean(),
})
export type PlanList = z.infer<typeof planList>

export const planRequest = z.strictObject({ intentId: id, planId: z.string().max(40) })
export type PlanRequest = z.infer<typeof planRequest>

/**
 * What going over to another plan would do. A larger one counts at once: the difference is paid and granted. A smaller one
 * counts from `at`, and costs nothing now.
 */
export const planChangePreview = z.object({
  when: z.enum(['now', 'at-end']),
  charge: money,
  /** Granted at once. */
  credits,
  at: moment,
})
export type PlanChangePreview = z.infer<typeof planChangePreview>
export const planChangeQuestion = z.strictObject({ planId: z.string().max(40) })

/** `url` is where the difference is paid, if it takes the designer's hand. */
export const planChange = planChangePreview.extend({ url: z.url().nullable() })
export type PlanChange = z.infer<typeof planChange>

/** `maxCharge`: what the designer saw; above it the answer is `PRICE_CHANGED`. */
export const planChangeRequest = planRequest.extend({ maxCharge: z.int().nonnegative() })
export type PlanChangeRequest = z.infer<typeof planChangeRequest>

const cap = z.int().min(1).max(100_000)
export const meteredEnableRequest = z.strictObject({ intentId: id, cap })
export type MeteredEnableRequest = z.infer<typeof meteredEnableRequest>
/** `url` is where how to pay is agreed, where that has not been done before. */
export const meteredEnabling = z.object({ standing: meteredStanding, url: z.url().nullable() })
export type MeteredEnabling = z.infer<typeof meteredEnabling>
export const meteredCapRequest = z.strictObject({ intentId: id, cap })
export type MeteredCapRequest = z.infer<typeof meteredCapRequest>
