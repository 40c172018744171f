import { type Dispatch, useEffect } from 'react'
import { becameOf } from './became'
import type { Action, State } from './flow'

const askEveryMs = 5_000
/** A server that has answered so often that there is no such order will not have it later. */
const enoughAnswers = 12

/**
 * Asks what became of orders whose answers were lost: until the server is back, and for a while longer, since an order
 * can be slower than the question. `turn` is a reason to begin anew.
 */
export function useUnanswered({ flow, unanswered }: State, turn: number, dispatch: Dispatch<Action>): void {
  const lost = flow.at === 'sending' ? '' : unanswered.map(({ request }) => request.intentId).join(' ')

  // biome-ignore lint/correctness/useExhaustiveDependencies: turn is a reason to ask again, not part of the question.
  useEffect(() => {
    if (lost === '') return
    let current = true
    let answers = 0
    const look = async () => {
      try {
        const arrived = await becameOf(lost.split(' '))
        if (!current) return
        answers += 1
        dispatch({ type: 'reachable' })
        for (const generation of arrived) dispatch({ type: 'found', generation })
      } catch (error) {
        console.info('Toile: not known yet what became of a request', error)
      }
      if (current && answers < enoughAnswers) timer = setTimeout(() => void look(), askEveryMs)
    }
    let timer = setTimeout(() => void look(), 0)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [lost, turn, dispatch])
}
