import * as z from 'zod'
import { credits, moment } from './credits.ts'

/** What the next image would cost, to tell for how many of them the credits last. */
export const forecastRequest = z.strictObject({ creditsEach: z.int().min(1).max(1000).default(1) })
export type ForecastRequest = z.infer<typeof forecastRequest>

/** How far the credits go: at what an image costs, and at the pace of the last 14 days. */
export const forecast = z.object({
  creditsEach: z.int().positive(),
  /** Prepaid credits usable now without touching the reserve. */
  credits,
  reserve: credits,
  /** "About so many images left", paid by prepaid credits; 0 while a debt stands in the way. */
  images: z.int().nonnegative(),
  /** What pay-as-you-go adds to that, or null where it is off. */
  metered: z.object({ credits, images: z.int().nonnegative() }).nullable().default(null),
  /** Days of the last 14 on which credits were used. With fewer than 5 there is no pace, and no date. */
  daysOfUse: z.int().nonnegative(),
  /** Credits used a day, less those refunded; null where there is no pace. */
  perDay: z.number().nonnegative().nullable(),
  /** The day, in the account's time zone, on which prepaid credits reach the reserve; null where there is no pace or nothing left. */
  runsOutOn: z.iso.date().nullable(),
  /** Credits that will expire before they are used at that pace; null where there is no pace. */
  lapsing: credits.nullable().default(null),
  asOf: moment,
})
export type Forecast = z.infer<typeof forecast>

export const usageRequest = z.strictObject({
  /** The last so many days of the account's time zone, today among them. */
  days: z.int().min(1).max(366).default(14),
})
export type UsageRequest = z.infer<typeof usageRequest>

const use = {
  /** Spent on images that were delivered. */
  used: credits,
  /** Of what was used, on these days or before: refunded since. */
  refunded: credits,
  /** Came back to the wallet: from images that failed or were cancelled, and refunds. */
  returned: credits,
}

/** Credits used and returned, by day, by project and by operation: each of the three lists adds up to the totals. */
export const usage = z.object({
  timeZone: z.string(),
  ...use,
  /** Every day, oldest first, the last one today; days without use are zero. */
  byDay: z.array(z.object({ day: z.iso.date(), ...use })),
  /** Most used first. Null is what was for no project; a name is null where the project is no more. */
  byProject: z.array(z.object({ projectId: z.string().nullable(), name: z.string().nullable(), ...use })),
  /** Most used first. */
  byOperation: z.array(z.object({ operation: z.string(), ...use })),
})
export type Usage = z.infer<typeof usage>
