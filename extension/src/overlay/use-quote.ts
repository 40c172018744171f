import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Balance, WireError } from 'shared'
import { api } from '../api'
import { codeOf, type FailureCode } from '../failures'
import { local } from '../storage'
import { useStored } from '../ui/use-stored'
import { expectedQuote } from './expected-quote'
import type { State } from './flow'
import { type Offer, type Priced, type QuoteState, quoted, type Yes, yesTo } from './offer'

/**
 * What it costs. Where the reserve or a project's budget stands against it: what it would cost with the designer's yes, and
 * still why it is refused without one.
 */
async function ask(priced: Priced): Promise<Offer> {
  const yes: Yes = { useReserve: false, overBudget: false }
  const passes: WireError[] = []
  for (;;) {
    const quote = await api.quote({ ...priced, ...yes })
    const { refusal } = quote
    if (refusal === null) return { ...quote, refusal: passes[0] ?? null, passes }
    const helps = yesTo(refusal.code)
    // A budget that stops takes no yes: the same refusal comes again.
    if (helps === null || yes[helps]) return { ...quote, passes: [] }
    yes[helps] = true
    passes.push(refusal)
  }
}

/** All of a balance that a price depends on. */
function walletOf(balance: Balance): string {
  const { credits, reserve, debt, metered, next } = balance
  return [credits, reserve, debt, metered?.used, metered?.cap, next?.kind, next?.expiresAt].join(' ')
}

/**
 * A price that nothing stood against stands while only the wallet changed: a click in that moment must not be lost, and the
 * server takes no more than was shown.
 */
function standsMeanwhile(state: QuoteState): boolean {
  return state.at === 'known' && state.quote.refusal === null
}

/** Asks what something would cost: at first, when it or the balance changes, and when `again` is called. */
export function useQuote(
  { operation, size, count, engine, projectId }: Priced,
  balance: Balance | null,
): { quote: QuoteState; again: () => void } {
  const [state, setState] = useState<QuoteState>({ at: 'asking', last: null })
  const prices = useStored(local.prices) ?? null
  const [turn, setTurn] = useState(0)
  const wallet = balance === null ? '' : walletOf(balance)
  const question = [operation, size, count, engine, projectId, turn].join(' ')
  const asked = useRef('')
  const expected = expectedQuote({ operation, size, count, engine }, prices, balance)
  const isKnownBeforehand = useEffectEvent(() => expected !== null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: wallet and turn are reasons to ask again, not part of the question.
  useEffect(() => {
    let current = true
    const same = asked.current === question
    asked.current = question
    // Another question has another answer: until it comes, the one to be expected stands in its place.
    const isOld = !same && isKnownBeforehand()
    setState((before) => (same && standsMeanwhile(before) ? before : { at: 'asking', last: isOld ? null : quoted(before) }))
    ask({ operation, size, count, engine, projectId }).then(
      (quote) => current && setState({ at: 'known', quote }),
      (error: unknown) => current && setState({ at: 'failed', code: codeOf(error) }),
    )
    return () => {
      current = false
    }
  }, [operation, size, count, engine, projectId, wallet, turn])

  const again = useCallback(() => setTurn((before) => before + 1), [])
  return { quote: state.at === 'asking' ? { at: 'asking', last: state.last ?? expected } : state, again }
}

/** What the server says where it knows another price, or another wallet, than the screen. */
const outdated: (FailureCode | undefined)[] = ['PRICE_CHANGED', 'RESERVE_REACHED', 'BUDGET_REACHED', 'IN_DEBT', 'NOT_ENTITLED']

/** The price on the screen is wrong where the server has just said so. */
export function usePriceAgain({ flow }: State, again: () => void): void {
  const stale = flow.at === 'blocked' || ('problem' in flow && outdated.includes(flow.problem?.code))
  useEffect(() => {
    if (stale) again()
  }, [stale, again])
}
