import { useEffect, useState } from 'react'
import type { Pack, PackList } from 'shared'
import { codeOf, type FailureCode } from '../failures'
import { shopApi } from '../shop-api'

export type PacksState = { at: 'asking' } | { at: 'known'; list: PackList } | { at: 'failed'; code: FailureCode }

/** The packs on sale, asked for once they are needed. */
export function usePacks(needed: boolean): PacksState {
  const [state, setState] = useState<PacksState>({ at: 'asking' })
  useEffect(() => {
    if (!needed) return
    let current = true
    shopApi.packs().then(
      (list) => current && setState({ at: 'known', list }),
      (error: unknown) => current && setState({ at: 'failed', code: codeOf(error) }),
    )
    return () => {
      current = false
    }
  }, [needed])
  return state
}

/** The smallest pack that covers what is missing; else the largest. */
export function packFor(packs: Pack[], shortfall: number): Pack | null {
  const bySize = [...packs].sort((a, b) => a.credits - b.credits)
  return bySize.find(({ credits }) => credits >= shortfall) ?? bySize.at(-1) ?? null
}
