import type { ErrorCode, Quote, WireError } from 'shared'
import type { api } from '../api'
import type { FailureCode } from '../failures'

/**
 * A price, and what of the designer's own limits it passes, each told as the refusal that a yes lifts. `refusal` is the first
 * of them, or what no yes helps against.
 */
export interface Offer extends Quote {
  passes: WireError[]
}

/** What the designer can say yes to, this time only. */
export interface Yes {
  useReserve: boolean
  overBudget: boolean
}

/** The yes that lifts a refusal; null where none does. */
export function yesTo(code: ErrorCode): keyof Yes | null {
  if (code === 'RESERVE_REACHED') return 'useReserve'
  return code === 'BUDGET_REACHED' ? 'overBudget' : null
}

/** A price. While a new one is asked for, the one to be expected, else the old one, is visible but cannot be acted on. */
export type QuoteState =
  | { at: 'asking'; last: Offer | null }
  | { at: 'known'; quote: Offer }
  | { at: 'failed'; code: FailureCode }

/** What decides a price. */
export type Priced = Parameters<typeof api.quote>[0]

/** The price as it is, or was until a moment ago. */
export function quoted(state: QuoteState): Offer | null {
  if (state.at === 'known') return state.quote
  return state.at === 'asking' ? state.last : null
}
