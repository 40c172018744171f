import * as z from 'zod'
import { alternatives, understood } from './chips.ts'
import { errorCode } from './errors.ts'
import { engineChoice, maxPromptLength, operation } from './generation.ts'
import { words } from './text.ts'

/** The languages in which prompts are read. */
export const promptLanguage = z.enum(['en', 'pt', 'es'])
export type PromptLanguage = z.infer<typeof promptLanguage>

/** Asks what an engine would read in a prompt. Nothing is made, held or kept. */
export const understandingRequest = z.strictObject({
  operation,
  prompt: words.max(maxPromptLength),
  engine: engineChoice.default('auto'),
  /** The designer's own: that of the words offered where the prompt does not tell. */
  language: promptLanguage.default('en'),
})
export type UnderstandingRequest = z.infer<typeof understandingRequest>

/** What an engine reads in a prompt. What it would refuse is no error here: the answer says why, and has words to try. */
export const understanding = z.object({
  /** Why the prompt would be refused; null where it would be made. */
  refusal: errorCode.catch('INTERNAL').nullable(),
  understood: z.array(understood),
  /** Words that nothing is made of. */
  ignored: z.array(z.string()),
  /** Where it would be refused: words that can be drawn. */
  suggestions: z.array(z.string()),
  alternatives,
})
export type Understanding = z.infer<typeof understanding>
