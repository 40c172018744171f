import * as z from 'zod'
import { credits, id, lotKind, moment } from './credits.ts'
import { money } from './payments.ts'

/** What an alert is about, as it stood when it was raised. */
export const alertDetails = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('low'),
    /** Which of the two warnings: a share of the balance after the last grant, or a number of credits. */
    of: z.enum(['percent', 'credits']),
    /** What is left, and what it fell to, or below. */
    credits,
    threshold: credits,
    /** Credits of those left that the designer keeps back. */
    reserve: credits,
  }),
  z.object({
    kind: z.literal('expiring'),
    lotId: z.string(),
    lotKind,
    label: z.string().nullable(),
    /** What would be lost. */
    credits: credits.positive(),
    expiresAt: moment,
    /** How many days ahead this notice is: 30, 7 or 1. */
    days: z.int().positive(),
  }),
  z.object({ kind: z.literal('metered'), percent: z.int(), used: credits, cap: credits, until: moment }),
  // A plan's next payment is near, and what it will be; of a yearly plan, too, `credits` are those of a month.
  z.object({
    kind: z.literal('renewal'),
    planId: z.string(),
    credits: credits.positive(),
    price: money,
    /** What the price is paid for. */
    interval: z.enum(['month', 'year']).default('month'),
    at: moment,
  }),
  z.object({ kind: z.literal('budget'), percent: z.int(), projectId: z.string(), used: credits, limit: credits }),
])
export type AlertDetails = z.infer<typeof alertDetails>

/** Something the designer should know before it is too late. Raised once a crossing, resolved when it is no longer so. */
export const alert = z.object({
  id,
  details: alertDetails,
  /** Of `budget`: the project's name today. */
  projectName: z.string().nullable().default(null),
  raisedAt: moment,
  resolvedAt: moment.nullable(),
  acknowledgedAt: moment.nullable(),
})
export type Alert = z.infer<typeof alert>

/** Alerts of a kind that this version does not know (a newer server's) are left out, not all the others with them. */
export const alerts = z.array(alert.nullable().catch(null)).transform((all) => all.filter((one) => one !== null))

export const alertListRequest = z.strictObject({ limit: z.int().min(1).max(100).default(50) }).prefault({})
/** Open ones first, then those that were resolved; newest first. */
export const alertList = z.object({ alerts })
export type AlertList = z.infer<typeof alertList>

export const alertAcknowledgement = z.strictObject({ id })
