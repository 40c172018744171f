import * as z from 'zod'

/** A code as it is kept: capitals, without the spaces and dashes that people put in to read it. */
export function normalCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase()
}

/** What an operator may make a code of. */
export const newCode = z
  .string()
  .transform(normalCode)
  .pipe(z.string().regex(/^[\p{L}\p{N}]{3,40}$/u))
