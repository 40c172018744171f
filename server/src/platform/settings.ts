import * as z from 'zod'

/** A setting is missing, bad or unknown. The message names it and says what is wrong. */
export class ConfigError extends Error {}

export const yesOrNo = z.enum(['0', '1']).transform((value) => value === '1')

export const httpUrl = z.url({ protocol: /^https?$/, error: 'must begin with http:// or https://' })

export const commaSeparated = z.string().transform((list) => list.split(',').map((part) => part.trim()))

/** Text that says something. @param what is missing where it is empty */
export function filled(what: string) {
  return z.string().min(1, `needs ${what}`)
}

/** A whole number within bounds, these included. */
export function whole(low: number, high: number) {
  const rule = `must be a whole number from ${low} to ${high}`
  return z
    .string()
    .regex(/^\d+$/, rule)
    .transform(Number)
    .refine((value) => value >= low && value <= high, rule)
}
