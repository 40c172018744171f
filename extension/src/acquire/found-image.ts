import * as z from 'zod'

/** A rectangle of the page's window, in CSS px. */
const box = z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
export type Box = z.infer<typeof box>

/** What the page tool found of a picture: its addresses, where it stands, and its bytes where the page itself may read them. */
export const foundImage = z.strictObject({
  /** Addresses of the same picture, largest first. */
  addresses: z.array(z.string()).min(1),
  /** Null where none of it is on the screen. */
  box: box.nullable(),
  /** A `data:` address with the bytes, or null where the page may not read them. */
  data: z.string().nullable(),
  /** `innerWidth`: the scale of a photograph is its width over this. */
  windowWidth: z.number().positive(),
  pageUrl: z.string(),
  pageTitle: z.string(),
})
export type FoundImage = z.infer<typeof foundImage>
