import * as z from 'zod'
import { id } from './credits.ts'

/** Who is asking. A guest has no verified e-mail yet. */
export const me = z.object({ accountId: id, guest: z.boolean(), email: z.email().nullable() })
export type Me = z.infer<typeof me>
