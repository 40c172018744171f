import { liveEvent } from 'shared'
import * as z from 'zod'

/** An event and its id. One of a type that this extension does not know (a newer server's) is null, and its id still counts. */
export const tracked = z.object({ id: z.string(), data: liveEvent.nullable().catch(null) })
export type Tracked = z.infer<typeof tracked>

/** What a leader says through a port. `settled`: it has the stream; before that, the lowest rank gets it. */
export const word = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('greeting'),
    rank: z.string(),
    settled: z.boolean(),
    /** Null while it is not known whether the stream stands. */
    connected: z.boolean().nullable(),
  }),
  z.strictObject({ type: z.literal('event'), event: tracked }),
  z.strictObject({ type: z.literal('connected'), connected: z.boolean() }),
])
export type Word = z.infer<typeof word>
