import { useCallback, useEffect, useRef, useState } from 'react'
import type { PlanList } from 'shared'
import { codeOf, type FailureCode } from '../failures'
import { readPlans } from '../ui/use-credit-price'
import { useSoon } from '../ui/use-soon'

type PlansState = { at: 'asking' } | { at: 'known'; list: PlanList } | { at: 'failed'; code: FailureCode }

/** Plans and pay-as-you-go: what is on sale, and what the account has of it. */
export interface Plans {
  state: PlansState
  /** Something has happened to them: they are asked for anew. What is known stays until the answer. */
  soon: () => void
  /** What an answer told of them. */
  told: (list: PlanList) => void
}

/** Asks for plans and pay-as-you-go, and once more after each news. */
export function usePlans(): Plans {
  const [state, setState] = useState<PlansState>({ at: 'asking' })
  /** An answer that a later question overtook says nothing any more. */
  const turn = useRef(0)
  const load = useCallback(async () => {
    turn.current += 1
    const mine = turn.current
    try {
      const list = await readPlans()
      if (mine === turn.current) setState({ at: 'known', list })
    } catch (error) {
      const code = codeOf(error)
      if (mine === turn.current) setState((before) => (before.at === 'known' ? before : { at: 'failed', code }))
    }
  }, [])
  useEffect(() => void load(), [load])
  const soon = useSoon(load)
  const told = useCallback((list: PlanList) => {
    turn.current += 1
    setState({ at: 'known', list })
  }, [])
  return { state, soon, told }
}
