import {
  engineChoice,
  errorDetails,
  generationRequest,
  id,
  image,
  imageCount,
  imageSize,
  maxPromptLength,
  type Operation,
  operation,
  options,
} from 'shared'
import * as z from 'zod'
import { picked } from './acquire/picked'
import { failureCode } from './failures'

/** How far the picture is on its way from the page to the server. */
export const source = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('acquiring') }),
  z.strictObject({
    state: z.literal('ready'),
    image,
    pageTitle: z.string().nullable(),
    pageUrl: z.string().nullable(),
    /** True when the picture could only be photographed from the screen, at the screen's size. */
    captured: z.boolean(),
    /** True when a part of it was off the screen then. */
    partly: z.boolean().optional(),
  }),
  z.strictObject({
    state: z.literal('failed'),
    code: failureCode,
    details: errorDetails,
    /** What the designer can allow to have it after all: a pattern of the browser's permissions, and what was picked. */
    allow: z.strictObject({ origin: z.string(), picked }).optional(),
  }),
])
export type Source = z.infer<typeof source>

/** What can be asked for in the overlay: one tab each. */
export const wished = operation.exclude(['edit'])
export type Wished = z.infer<typeof wished>

/** The tab for what was asked for. What has none of its own is shown as variations. */
export const tabOf = (operation: Operation): Wished => (operation === 'edit' ? 'vary' : operation)

/** What the designer has set in the overlay so far. */
export const wish = z.strictObject({
  operation: wished,
  prompt: z.string().max(maxPromptLength),
  count: imageCount,
  size: imageSize,
  /** The name of an engine, or `auto`. */
  engine: engineChoice,
  /** Each tab keeps its own. */
  options: z.record(wished, options),
})
export type Wish = z.infer<typeof wish>

/** The images that the overlay shows: their generations, oldest first, and the failed ones that were tried again. */
export const shownImages = z.strictObject({ generationIds: z.array(id).max(100), retried: z.array(z.string().max(100)).max(200) })
export type ShownImages = z.infer<typeof shownImages>

/** An order that left, and the failed image it makes up for, as `imageKey` names it. */
export const sentOrder = z.strictObject({ request: generationRequest, retrying: z.string().max(100).nullable() })
export type SentOrder = z.infer<typeof sentOrder>

/** One opening of the overlay: what it is about, and how far it has come. Only the worker writes it. */
export const overlaySession = z.strictObject({
  id,
  operation: wished,
  prompt: z.string().max(maxPromptLength),
  source: source.nullable(),
  /** What is set in it, so that who opens it again goes on there; null while it is as it began. */
  wish: wish.nullable().default(null),
  /** The images it shows; null where it shows none. */
  shown: shownImages.nullable().default(null),
  /** The image that it was opened for, to make it again; nothing is asked for before a click. */
  again: id.nullable().default(null),
  /**
   * The picture that the worker has set out to fetch, and when: a worker that dies over it leaves this to the next.
   * `picked` is null where it is too long to keep: a picture that is its own address.
   */
  fetching: z.strictObject({ picked: picked.nullable(), since: z.int() }).nullable(),
  intentId: id.nullable(),
  generationId: id.nullable(),
  /** When a request left whose answer nobody has told: its page may be gone, and the server may have taken it in. */
  sentAt: z.int().nullable(),
  /** That request itself: whoever opens the overlay again asks for the same images under the same intent, and pays once. */
  sent: sentOrder.nullable().default(null),
  /** When it was last closed, put out of sight, or went with its tab; null where it never was. */
  leftAt: z.int().nullable().default(null),
  createdAt: z.int(),
})
export type OverlaySession = z.infer<typeof overlaySession>
