import { useCallback, useEffect, useRef, useState } from 'react'
import type { Payment } from 'shared'
import { codeOf, type FailureCode } from '../failures'
import { shopApi } from '../shop-api'

interface Read {
  payments: Payment[]
  nextCursor: string | null
}
export type PaymentsState = Read & ({ at: 'asking' | 'known' } | { at: 'failed'; code: FailureCode })

const nothing: Read = { payments: [], nextCursor: null }

/**
 * Payments page by page, newest first; `more` asks for the next page, or again for one that did not come.
 * @param news the last that was heard of a payment: with each the list is read anew, and what is shown stays until it has come
 */
export function usePayments(news: unknown): { state: PaymentsState; more: () => void } {
  const [state, setState] = useState<PaymentsState>({ ...nothing, at: 'asking' })
  const turn = useRef(0)
  const load = useCallback(async (shown: Read, before: Read) => {
    turn.current += 1
    const mine = turn.current
    // What a later question overtook says nothing any more.
    const settle = (next: PaymentsState) => mine === turn.current && setState(next)
    setState({ ...shown, at: 'asking' })
    try {
      const { payments, nextCursor } = await shopApi.payments({ cursor: before.nextCursor ?? undefined })
      settle({ payments: [...before.payments, ...payments], nextCursor, at: 'known' })
    } catch (error) {
      settle({ ...shown, at: 'failed', code: codeOf(error) })
    }
  }, [])
  const shown = useRef<Read>(nothing)
  shown.current = state
  // biome-ignore lint/correctness/useExhaustiveDependencies: news are a reason to ask again, not part of the question.
  useEffect(() => void load(shown.current, nothing), [load, news])
  return { state, more: () => void load(state, state) }
}
