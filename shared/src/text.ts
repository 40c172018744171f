import * as z from 'zod'

/**
 * Words that somebody typed or pasted. Control characters but line breaks and tabs are left out, and half a surrogate pair is
 * replaced: PostgreSQL keeps neither, and nobody meant them.
 */
export const words = z.string().overwrite((text) => text.replace(/(?![\n\r\t])\p{Cc}/gu, '').toWellFormed())
