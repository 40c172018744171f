import { useCallback, useEffect, useState } from 'react'
import type { Balance, Quote } from 'shared'
import { api } from '../api'
import { codeOf, type FailureCode } from '../failures'
import type { State } from './flow'

/** A price. While a new one is asked for, the old one stays visible but cannot be acted on. */
export type QuoteState =
  | { at: 'asking'; last: Quote | null }
  | { at: 'known'; quote: Quote }
  | { at: 'failed'; code: FailureCode }

/** What decides a price. */
export type Priced = Parameters<typeof api.quote>[0]

/** The price as it is, or was until a moment ago. */
export function quoted(state: QuoteState): Quote | null {
  if (state.at === 'known') return state.quote
  return state.at === 'asking' ? state.last : null
}

/** Asks what something would cost: at first, when it or the balance changes, and when `again` is called. */
export function useQuote({ operation, size, count }: Priced, balance: Balance | null): { quote: QuoteState; again: () => void } {
  const [state, setState] = useState<QuoteState>({ at: 'asking', last: null })
  const [turn, setTurn] = useState(0)
  const wallet = balance === null ? '' : `${balance.credits} ${balance.next?.kind} ${balance.next?.expiresAt}`

  // biome-ignore lint/correctness/useExhaustiveDependencies: wallet and turn are reasons to ask again, not part of the question.
  useEffect(() => {
    let current = true
    setState((before) => ({ at: 'asking', last: quoted(before) }))
    api.quote({ operation, size, count }).then(
      (quote) => current && setState({ at: 'known', quote }),
      (error: unknown) => current && setState({ at: 'failed', code: codeOf(error) }),
    )
    return () => {
      current = false
    }
  }, [operation, size, count, wallet, turn])

  return { quote: state, again: useCallback(() => setTurn((before) => before + 1), []) }
}

/** The price on the screen is wrong where the server has just said so. */
export function usePriceAgain({ flow }: State, again: () => void): void {
  const stale = flow.at === 'blocked' || ('problem' in flow && flow.problem?.code === 'PRICE_CHANGED')
  useEffect(() => {
    if (stale) again()
  }, [stale, again])
}
