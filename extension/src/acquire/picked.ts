import * as z from 'zod'
import { box, mark } from './found-image'

/** Which picture is meant, in the frame it is in. */
const wanted = z.discriminatedUnion('by', [
  /** The one whose address the browser named in a click; with its element's mark, once the page tool has found it. */
  z.strictObject({ by: z.literal('address'), srcUrl: z.string(), mark: mark.optional() }),
  /** Nothing was named: what is under the last right-click, else under the pointer. */
  z.strictObject({ by: z.literal('point') }),
  /** An element that one of our own scripts in that frame remembered. */
  z.strictObject({ by: z.literal('mark'), mark }),
  /** A part of the window, in CSS px of the page's own window (never of a frame in it). */
  z.strictObject({ by: z.literal('region'), box }),
])
export type Wanted = z.infer<typeof wanted>

/** What the designer picked: which frame, and which picture there. */
export const picked = z.strictObject({
  tabId: z.int(),
  frameId: z.int(),
  wanted,
  /** The address of the document that shows it: the page's, or the frame's. */
  pageUrl: z.string().nullable(),
  pageTitle: z.string().nullable(),
})
export type Picked = z.infer<typeof picked>

/** What the designer picks a picture with, in the page. */
export const pageTool = z.enum(['picker', 'region'])
export type PageTool = z.infer<typeof pageTool>
