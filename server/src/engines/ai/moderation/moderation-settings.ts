import * as z from 'zod'
import { address, key } from '../key-setting.ts'

/** What may be asked for, and what may be delivered. */
export const moderation = z.strictObject({
  /** The built-in list of words in English, Portuguese and Spanish. */
  words: z.boolean().default(false),
  /** The studio's own words, beside it. */
  alsoWords: z.array(z.string().trim().min(1)).default([]),
  /** A service that speaks OpenAI's `/moderations`. */
  service: z
    .strictObject({
      baseUrl: address.default('https://api.openai.com/v1'),
      model: z.string().min(1).default('omni-moderation-latest'),
      key: key.optional(),
      /** Show it the pictures, too; for models that take them. */
      pictures: z.boolean().default(true),
      timeoutMs: z.int().min(1).max(60_000).default(10_000),
      /** What happens while it cannot be asked: `refuse` the image, uncharged, or `allow` it. */
      whenAway: z.enum(['refuse', 'allow']).default('refuse'),
    })
    .optional(),
})
export type ModerationSettings = z.infer<typeof moderation>
