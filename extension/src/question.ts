import { generationRequest, id, pack, quote } from 'shared'
import * as z from 'zod'

/**
 * Something that costs credits, asked for in a panel over a page that could not be trusted at that moment: it is asked once more
 * in a window of our own. By overlay session; only the worker writes it.
 */
export const question = z.strictObject({
  id,
  about: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('images'), request: generationRequest, quote }),
    z.strictObject({ kind: z.literal('pack'), pack }),
  ]),
  /** The tab that asks; null until it is open. A yes counts from nowhere else. */
  tabId: z.int().nullable(),
  yes: z.boolean(),
})
export type Question = z.infer<typeof question>
export const questionAbout = question.shape.about
export type QuestionAbout = Question['about']
