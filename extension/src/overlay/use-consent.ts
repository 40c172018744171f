import { useEffect, useState } from 'react'
import type { Quote } from 'shared'
import type { Flow } from './flow'
import type { QuoteState } from './use-quote'

/** The designer's yes to credits of their reserve. */
export interface Consent {
  given: boolean
  /** False while there is no price that one could say yes to. */
  canGive: boolean
  give: (yes: boolean) => void
}

/**
 * A yes is to the very price it was given for: a price that was asked for again has none. It is used up by the order that it
 * went out with; where that was refused it can be sent once more.
 */
export function useConsent(quote: QuoteState, flow: Flow): Consent {
  const [to, setTo] = useState<Quote | null>(null)
  const used = flow.at === 'running' || flow.at === 'finished'
  useEffect(() => {
    if (used) setTo(null)
  }, [used])
  return {
    given: quote.at === 'known' && to === quote.quote,
    canGive: quote.at === 'known' && flow.at !== 'sending',
    give: (yes) => setTo(yes && quote.at === 'known' ? quote.quote : null),
  }
}
