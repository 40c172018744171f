import { generationRequest, id, imageCount, pack, quote } from 'shared'
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

/**
 * Something that costs credits, asked for in a panel over a page that could not be trusted at that moment: it is asked once more
 * in a window of our own. By overlay session; only the worker writes it.
 */
export const question = z.strictObject({
  id,
  about: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('images'), request: generationRequest, quote }),
    z.strictObject({ kind: z.literal('pack'), pack }),
  ]),
  /** The tab that asks; null until it is open. A yes counts from nowhere else. */
  tabId: z.int().nullable(),
  yes: z.boolean(),
})
export type Question = z.infer<typeof question>
export const questionAbout = question.shape.about
export type QuestionAbout = Question['about']

/** How far a generation is, as much as the badge and the pill need. */
export const progress = z.strictObject({ id, count: imageCount, delivered: z.int().nonnegative() })

export const running = progress.extend({
  /** It was asked for in this browser. */
  here: z.boolean(),
  /** Since when the server answers of it, and nobody here understands what; null where that is not so. */
  unreadSince: z.int().nullable().default(null),
  /** It has ended, which is still to be told. */
  ended: z.boolean().default(false),
})
/** A generation under way. */
export type Running = z.infer<typeof running>

/** What the designer wants to be told by the system, outside the browser's window. */
export const notify = z.object({
  finished: z.boolean().default(true),
  low: z.boolean().default(true),
  expiring: z.boolean().default(true),
})
