import * as z from 'zod'
import { hexColour } from './credits.ts'

/** How a motif is repeated over the cloth. `toss` scatters the cut-out subject of a picture. */
export const repeatLayout = z.enum(['block', 'half-drop', 'brick', 'mirror', 'toss'])
export type RepeatLayout = z.infer<typeof repeatLayout>

/**
 * What `effect` makes of a picture: a kaleidoscope of squares (p4m) or of hexagons (p6m), a halftone, flat inks as a screen
 * print has them, or a larger cloth quilted from its texture.
 */
export const effect = z.enum(['kaleidoscope-square', 'kaleidoscope-hexagon', 'halftone', 'screen-print', 'quilting'])
export type Effect = z.infer<typeof effect>

/** Fewest and most inks of a halftone or a screen print. */
export const fewestInks = 2
export const mostInks = 6

/** No image of a batch stands at this place or behind it. */
export const batchEnd = 64

const share = z.number().min(0).max(1)

/** Where the subject is: left, top, width and height, as shares of the picture's own. */
export const box = z
  .tuple([share, share, share.positive(), share.positive()])
  .refine(([left, top, width, height]) => left + width <= 1.001 && top + height <= 1.001, 'The box leaves the picture')
export type Box = z.infer<typeof box>

/** What is asked for beside the words. Each field says which operations read it; the others pass over it. */
export const generationOptions = {
  /** `repeat`, `generate`, `vary`. An AI's image given a layout is made seamless by the print engine. */
  layout: repeatLayout.optional(),
  /** `repeat`, `generate`, `vary`: size of a motif; 1 is the usual one, 2 is twice as large. */
  scale: z.number().min(0.25).max(4).optional(),
  /** `recolour`, `generate`, `vary`, and `effect` for its inks: the colours wanted, most important first. */
  palette: z.array(hexColour).min(2).max(8).optional(),
  /** `effect`: which. */
  effect: effect.optional(),
  /** `effect`: inks of a halftone or a screen print. */
  inks: z.int().min(fewestInks).max(mostInks).optional(),
  /** `upscale`: how many times as long each side becomes. */
  factor: z.union([z.literal(2), z.literal(4)]).optional(),
  /** `upscale`: keep hard edges and flat colours, as artwork has them. Left out: as the picture is. */
  flat: z.boolean().optional(),
  /** `upscale`: a picture that repeats goes on repeating. */
  seamless: z.boolean().optional(),
  /** `cutout`, and `repeat` by `toss`: round the subject. Left out: round what stands in the middle. */
  box: box.optional(),
  /** `cutout`: the ground put behind the subject. Left out: see-through. */
  background: hexColour.optional(),
  /** `cutout`: over how many px of the result its edge fades. */
  softness: z.int().min(0).max(20).optional(),
  /** `cutout`: cut the picture down to the subject. */
  trim: z.boolean().optional(),
  /** Place of the first image in its batch: an engine spreads a batch over styles, and one of its images can be made again. */
  from: z
    .int()
    .min(0)
    .max(batchEnd - 1)
    .optional(),
}

/** The options alone, as a generation keeps them. */
export const options = z.object(generationOptions)
export type Options = z.infer<typeof options>
