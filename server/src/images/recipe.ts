import { operation, options, seed } from 'shared'
import * as z from 'zod'

/** What an image was made of. With the engine's version it decides every pixel of what the print engine draws. */
const making = z.object({
  operation,
  prompt: z.string(),
  /** Longest edge in px. */
  size: z.int().positive(),
  seed,
  /** Place in its batch. */
  index: z.int().nonnegative(),
  /** Without `from`: `index` says it. */
  options: options.default({}),
  sourceImageId: z.string().nullable().default(null),
  engine: z.string(),
  version: z.string(),
  model: z.string(),
  kind: z.enum(['drawn', 'trained']).default('drawn'),
})
export type Making = z.infer<typeof making>

/** What is kept with an image that was made, and written into its file but for our own ids. */
export const recipe = making.extend({
  /** Content key of the source. */
  source: z.string().nullable().default(null),
  /** An AI's model had a part in it: it made this picture, or one that this was made from. */
  trained: z.boolean().default(false),
  /** SHA-256 of the picture's RGBA, 8 bits each, row by row; null for what an older version made. */
  pixels: z.string().nullable().default(null),
})
export type Recipe = z.infer<typeof recipe>

/** The recipe of an image's row; null for uploads, and for what an older version wrote otherwise. */
export function recipeOf(row: { recipe: string | null }): Recipe | null {
  if (row.recipe === null) return null
  const read = recipe.safeParse(JSON.parse(row.recipe))
  return read.success ? read.data : null
}
