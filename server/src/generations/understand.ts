import { alternatives, type Understanding, type UnderstandingRequest } from 'shared'
import type { Enquiry } from '../engines/engine.ts'
import type { Engines } from '../engines/engines.ts'
import { ToileError } from '../platform/errors.ts'

/** What the engine would read in a prompt, before anything is asked for. What it would refuse is part of the answer. */
export function understandPrompt(engines: Engines, { operation, prompt, engine, language }: UnderstandingRequest): Understanding {
  const chosen = engines.choose({ operation, engine })
  const enquiry: Enquiry = { operation, prompt, size: 1024, options: {}, source: null }
  const offered = chosen.alternatives?.(enquiry, language) ?? alternatives.parse({})
  try {
    return { refusal: null, ...chosen.understand(enquiry), suggestions: [], alternatives: offered }
  } catch (error) {
    if (!(error instanceof ToileError)) throw error
    const { words = [], suggestions = [] } = error.details
    return { refusal: error.code, understood: [], ignored: words, suggestions, alternatives: offered }
  }
}
