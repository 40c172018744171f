import * as z from 'zod'
import { id, moment } from './credits.ts'
import { operation } from './generation.ts'
import { options } from './options.ts'

/** One image of the account. */
export const imageRequest = z.strictObject({ id })
export const favouriteRequest = z.strictObject({ id, favourite: z.boolean() })

/** An image that was deleted. Its file goes when nobody can take it back any more, and no other image needs it. */
export const imageDeletion = z.object({ id, restorableUntil: moment })
export type ImageDeletion = z.infer<typeof imageDeletion>

/** What a file for print can be. `svg`: shapes without end of sharpness, where the print was drawn of shapes. */
export const fileFormat = z.enum(['png', 'jpeg', 'webp', 'svg'])
export type FileFormat = z.infer<typeof fileFormat>

/**
 * A file to print from. Its px stay as they are where only one of width and resolution is given, or where both come to the same
 * px; else it is made larger or smaller to fit. Too many px are `IMAGE_TOO_LARGE`; an svg of what has no shapes is `NOT_FOUND`.
 */
export const imageFileRequest = z.strictObject({
  id,
  format: fileFormat.default('png'),
  /** Width in print, in cm. */
  widthCm: z.number().min(0.5).max(1000).optional(),
  /** Resolution in px to an inch. */
  dpi: z.int().min(20).max(2400).optional(),
  /** Write the address of the page into it that the picture, or its source, was found on. */
  withSource: z.boolean().default(false),
})
export type ImageFileRequest = z.infer<typeof imageFileRequest>

export const imageFile = z.object({
  /** Signed and short-lived; it downloads. */
  url: z.url(),
  name: z.string(),
  mime: z.string(),
  width: z.int().positive(),
  height: z.int().positive(),
  widthCm: z.number().positive(),
  heightCm: z.number().positive(),
  /** Not whole where the picture's px are spread over a given width. */
  dpi: z.number().positive(),
})
export type ImageFile = z.infer<typeof imageFile>

/** What to ask for so that an image is made again. A client adds its intent, and the price it sees. */
export const imageRecipe = z.object({
  request: z.object({
    operation,
    prompt: z.string(),
    /** Null where it was made of words, or where its source is gone. */
    sourceImageId: id.nullable(),
    count: z.literal(1),
    size: z.int().positive(),
    engine: z.string(),
    seed: z.int().nonnegative(),
    ...options.shape,
  }),
  /** It will be the same to the pixel: drawn by an engine of the same version, from a source that is still there. */
  samePixels: z.boolean(),
})
export type ImageRecipe = z.infer<typeof imageRecipe>
