import * as z from 'zod'
import { credits, id, moment } from './credits.ts'
import { engineChoice, image, imageCount, operation, seed } from './generation.ts'
import { words } from './text.ts'

/** Longest search, in characters. */
export const maxSearchLength = 200

/** A page of the designer's results, newest first; filters may be combined. `cursor` is the id of the last image of the page before. */
export const imageListRequest = z
  .strictObject({
    cursor: id.optional(),
    limit: z.int().min(1).max(100).default(60),
    /** Every word of it stands in the prompt, or names a colour (in any language, or as #rrggbb), an engine or an operation. */
    query: words.trim().max(maxSearchLength).default(''),
    /** What was made for this project; null for what was made for none. */
    projectId: id.nullable().optional(),
    favourite: z.boolean().default(false),
    operation: operation.optional(),
    engine: engineChoice.optional(),
    /** Not before this moment. */
    since: moment.optional(),
    /** What was made from this image. */
    sourceImageId: id.optional(),
    /** Deleted ones that can still be had back, instead of those that are there. */
    deleted: z.boolean().default(false),
  })
  .prefault({})
export type ImageListRequest = z.infer<typeof imageListRequest>

/** An image with what it was asked for. */
export const galleryImage = image.extend({
  generationId: id,
  /** Its place in the batch, and how many that has. */
  index: z.int().nonnegative(),
  count: imageCount,
  projectId: id.nullable(),
  operation,
  prompt: z.string(),
  engine: z.string(),
  /** The image's own, as it is written into its recipe. */
  seed,
  /** What it cost: 0 where it was free, or came out nearly the same as another. */
  charged: credits,
  sourceImageId: id.nullable(),
})
export type GalleryImage = z.infer<typeof galleryImage>
export const imagePage = z.object({ images: z.array(galleryImage), nextCursor: id.nullable() })
export type ImagePage = z.infer<typeof imagePage>

/** An image with what it was made from, and the page that this was found on. */
export const imageDetail = z.object({
  image: galleryImage,
  /** Null where it was made of words, or its source is gone. */
  source: image.nullable(),
  page: z.object({ url: z.string().nullable(), title: z.string().nullable() }).nullable(),
})
export type ImageDetail = z.infer<typeof imageDetail>

/** How many images there are of each project; null is no project. Most lately used first; what has none is left out. */
export const imageCounts = z.array(z.object({ projectId: id.nullable(), images: z.int().positive(), latest: moment }))
export type ImageCounts = z.infer<typeof imageCounts>
