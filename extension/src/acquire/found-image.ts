import * as z from 'zod'

/** A rectangle of the page's window, in CSS px. */
export const box = z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
export type Box = z.infer<typeof box>

/** The name under which our scripts of one frame remember an element: `markElement` makes it. */
export const mark = z.string().min(1).max(64)

/** More addresses of one picture, or longer bytes, than any page has with good reason. */
const mostAddresses = 40
const longestData = 36 * 1024 * 1024

/** What the page tool found of a picture: its addresses, and its bytes where the page itself may read them. */
export const foundImage = z.strictObject({
  /** Addresses of the same picture, largest first; none where it has no address. */
  addresses: z.array(z.string()).max(mostAddresses),
  /** A `data:` address with the bytes, or null where the page may not read them. */
  data: z.string().startsWith('data:image/').max(longestData).nullable(),
  pageUrl: z.string(),
  pageTitle: z.string(),
})
export type FoundImage = z.infer<typeof foundImage>

/** How the page stands for a photograph: what the page tool answers when it hides Toile, and when it shows it again. */
export const sitting = z.strictObject({
  /** Where the picture is now; null where none of it is on the screen. */
  box: box.nullable(),
  /** `innerWidth`: the scale of a photograph is its width over this. */
  windowWidth: z.number().positive(),
  /** Whether Toile was hidden until now: the veil lifts itself when nobody lifts it. */
  veiled: z.boolean(),
})
export type Sitting = z.infer<typeof sitting>
