import * as z from 'zod'
import { credits, id, moment } from './credits.ts'

/** As the designer types it: case, spaces and dashes do not matter. */
export const promoRequest = z.strictObject({ intentId: id, code: z.string().trim().min(1).max(64) })
export type PromoRequest = z.infer<typeof promoRequest>

/** What a code brought. */
export const promoRedemption = z.object({ code: z.string(), credits: credits.positive(), expiresAt: moment })
export type PromoRedemption = z.infer<typeof promoRedemption>
