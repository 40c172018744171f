import { useEffect, useState } from 'react'
import type { Flow } from './flow'
import type { Offer, QuoteState, Yes } from './offer'

/** The designer's yes to credits of their reserve, and to going over their project's budget. */
export interface Consent {
  given: Yes
  /** False while there is no price that one could say yes to. */
  canGive: boolean
  give: (yes: Partial<Yes>) => void
}

const no: Yes = { useReserve: false, overBudget: false }

/**
 * A yes is to the very price it was given for: a price that was asked for again has none. It is used up by the order that it
 * went out with; where that was refused it can be sent once more.
 */
export function useConsent(quote: QuoteState, flow: Flow): Consent {
  const [said, setSaid] = useState<{ to: Offer | null; yes: Yes }>({ to: null, yes: no })
  const used = flow.at === 'running' || flow.at === 'finished'
  useEffect(() => {
    if (used) setSaid({ to: null, yes: no })
  }, [used])
  const price = quote.at === 'known' ? quote.quote : null
  const given = price !== null && said.to === price ? said.yes : no
  return {
    given,
    canGive: price !== null && flow.at !== 'sending',
    give: (yes) => setSaid({ to: price, yes: { ...given, ...yes } }),
  }
}
