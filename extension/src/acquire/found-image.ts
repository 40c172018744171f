import * as z from 'zod'
import { mostAddresses } from './picture'

/** A rectangle of the page's window, in CSS px. */
export const box = z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
export type Box = z.infer<typeof box>

/** The name under which our scripts of one frame remember an element: `markElement` makes it. */
export const mark = z.string().min(1).max(64)

/** Longer than the bytes of any picture that the server takes. */
const longestData = 36 * 1024 * 1024

/** The bytes of a picture, as an address that holds them. */
export const pictureData = z.string().startsWith('data:image/').max(longestData)

/** What the page tool found of a picture. */
export const foundImage = z.strictObject({
  /** Addresses of the same picture, largest first; none where it has no address. */
  addresses: z.array(z.string()).max(mostAddresses),
  /** Which of them the browser has loaded and shows; null where it shows none. */
  shown: z.string().nullable(),
  /** What the page draws itself (canvas, video, drawing), or null. */
  drawn: pictureData.nullable(),
  pageUrl: z.string(),
  pageTitle: z.string(),
})
export type FoundImage = z.infer<typeof foundImage>

/** Where a picture is in a window, cut to it. */
const standing = z.strictObject({
  box,
  /** False where a part of it is off the screen. */
  whole: z.boolean(),
})
export type Standing = z.infer<typeof standing>

/** How the page stands for a photograph: what the page tool answers when it hides Toile, and when it shows it again. */
export const sitting = z.strictObject({
  /** Where the picture is now; null where none of it is on the screen, or it is in a frame. */
  picture: standing.nullable(),
  /** The part of the page's window that the screen shows: less than the whole where it is zoomed in by two fingers. */
  view: z.strictObject({
    x: z.number(),
    y: z.number(),
    width: z.number().positive(),
    /** Pixels of the screen to a CSS px, as the page knows it. */
    density: z.number().positive(),
  }),
  /** Whether Toile was hidden until now: the veil lifts itself when nobody lifts it. */
  veiled: z.boolean(),
})
export type Sitting = z.infer<typeof sitting>

/** Where a picture is in its frame's window, or in the page's own, as far as that frame can tell. */
export const framed = z.strictObject({ picture: standing.nullable(), inPage: z.boolean() })
export type Framed = z.infer<typeof framed>

/** Where in the page's window a frame shows its own, and how much larger or smaller. */
export const frameSeat = z.strictObject({ box, scale: z.number().positive() })
export type FrameSeat = z.infer<typeof frameSeat>
