import { useState } from 'react'
import type { Pack } from 'shared'
import type { FailureCode } from '../failures'
import { useCheckout } from '../ui/use-checkout'
import { packFor, usePacks } from '../ui/use-packs'
import type { Spending } from './guard/use-spending'

/** The packs that help out of a block, the one that is chosen, and the way to its checkout. */
export interface PackChoice {
  packs: Pack[]
  chosen: Pack | null
  choose: (pack: Pack) => void
  opening: boolean
  buy: () => void
  failed: FailureCode | null
}

/** Asks for packs once they are needed, and proposes the smallest that is enough. */
export function usePackChoice(needed: boolean, shortfall: number | null, { spend }: Pick<Spending, 'spend'>): PackChoice {
  const list = usePacks(needed)
  const checkout = useCheckout()
  const [picked, choose] = useState<Pack | null>(null)
  const packs = list.at === 'known' ? list.list.packs : []
  const chosen = picked ?? packFor(packs, shortfall ?? 0)
  const checkoutFailed = checkout.state.at === 'failed' ? checkout.state.code : null
  return {
    packs,
    chosen,
    choose,
    opening: checkout.state.at === 'doing',
    buy: () => chosen !== null && spend({ kind: 'pack', pack: chosen }, () => void checkout.buy(chosen)),
    failed: list.at === 'failed' ? list.code : checkoutFailed,
  }
}
