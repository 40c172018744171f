import * as z from 'zod'
import { id } from './credits.ts'

/** A time zone by its IANA name, such as Europe/Lisbon; no offsets, which know no summer time. */
const timeZone = z.string().max(64).refine(isTimeZone, { error: 'There is no such time zone' })

/** What the designer set for the wallet. */
export const walletSettings = z.object({
  /** Prepaid credits that only an explicit yes spends. */
  reserve: z.int().min(0).max(1_000_000),
  /** Low is at or below this share of the balance after the last grant, in percent; 0 is off. */
  lowPercent: z.int().min(0).max(100),
  /** Low is at or below so many credits; 0 is off. */
  lowCredits: z.int().min(0).max(1_000_000),
  /** The account's days begin at midnight there. */
  timeZone: z.string(),
})
export type WalletSettings = z.infer<typeof walletSettings>

/** Changes settings; what is left out stays as it is. The same intent is carried out once. */
export const walletSettingsUpdate = z.strictObject({
  intentId: id,
  ...walletSettings.extend({ timeZone }).partial().shape,
})
export type WalletSettingsUpdate = z.infer<typeof walletSettingsUpdate>

function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
