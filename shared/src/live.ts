import * as z from 'zod'
import { alerts } from './alerts.ts'
import { generation } from './generation.ts'
import { paymentNews } from './payments.ts'
import { balance } from './wallet.ts'

/** What the one live stream tells. Each event carries the whole new state, so a missed one does no harm. */
export const liveEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('balance'), balance }),
  /** With the balance that the generation leaves, so that nobody has to ask for it. */
  z.object({ type: z.literal('generation'), generation, balance: balance.nullable().default(null) }),
  z.object({ type: z.literal('payment'), payment: paymentNews }),
  /** All that are open. */
  z.object({ type: z.literal('alerts'), alerts }),
])
export type LiveEvent = z.infer<typeof liveEvent>

/** The id of the last event seen; the stream goes on from there. */
export const liveRequest = z.strictObject({ lastEventId: z.string().max(64).nullish() }).optional()
