import * as z from 'zod'
import { Secret } from './secret.ts'

/** Where a service is reached. */
export const address = z
  .url({ protocol: /^https?$/, error: 'must begin with http:// or https://' })
  .refine((url) => !/^\w+:\/\/[^/?#]*@/.test(url), 'must hold no name and password: they would stand in errors')

/** A key as it stands, or the name of the environment variable that holds it. */
export const key = z.union(
  [
    z
      .string()
      .min(1)
      .transform((text) => new Secret(text)),
    z.strictObject({ env: z.string().min(1) }),
  ],
  {
    error: 'must be a text, or { "env": "NAME_OF_A_VARIABLE" }',
  },
)
export type KeySetting = z.infer<typeof key>
