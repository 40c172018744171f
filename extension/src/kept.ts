import { id } from 'shared'
import * as z from 'zod'

/** The server that the designer has turned to. */
export const settings = z.object({ serverUrl: z.url({ protocol: /^https?$/ }) })

/** Who the extension is to one server. A token is sent to no other server than the one that gave it. */
export const session = z.strictObject({ serverUrl: z.string(), token: z.string().min(1) })
export type Session = z.infer<typeof session>

/** A token that was refused, and from when it may be tried again. */
export const refusedToken = z.object({ serverUrl: z.string(), token: z.string().min(1), refusedAt: z.int(), tryAgainAt: z.int() })
export type RefusedToken = z.infer<typeof refusedToken>

const edge = z.enum(['left', 'right', 'top', 'bottom'])
/** Where the pill sits on a site: an edge of the window, and how far along it (0 to 1). */
export const pillPlace = z.strictObject({ edge, along: z.number().min(0).max(1), collapsed: z.boolean(), hidden: z.boolean() })
export type PillPlace = z.infer<typeof pillPlace>

/** Where an overlay is: in which tab, over a page or alone; whether its page has said hello, and whether it was put out of sight. */
export const overlayPlace = z.strictObject({
  sessionId: id,
  tabId: z.int(),
  framed: z.boolean(),
  hello: z.boolean(),
  minimised: z.boolean().default(false),
})

/** What this browser has told of a payment, as it stood then, and whether the designer has seen it. */
export const toldPayment = z.object({ state: z.string(), undone: z.int(), seen: z.boolean() })
export type ToldPayment = z.infer<typeof toldPayment>

/** What the designer wants to be told by the system, outside the browser's window. */
export const notify = z.object({
  finished: z.boolean().default(true),
  low: z.boolean().default(true),
  expiring: z.boolean().default(true),
  renewal: z.boolean().default(true),
})
