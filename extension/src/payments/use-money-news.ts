import { useEffect, useState } from 'react'
import type { Payment, PlanList } from 'shared'
import { shopApi } from '../shop-api'
import { local } from '../storage'
import { readPlans } from '../ui/use-credit-price'
import { onTheirWay } from './payment-words'
import { retold, type Telling, tellings } from './told'

/** What there is to say about money without being asked. */
export interface MoneyNews {
  /** Agreed to, and not there yet. */
  onTheirWay: Payment[]
  told: Telling[]
  plans: PlanList
}

/** What became of the newest of them is told; older ones are in the list of payments. */
const newest = 10

async function readMoneyNews(): Promise<MoneyNews> {
  const [{ payments }, plans] = await Promise.all([shopApi.payments({ limit: newest }), readPlans()])
  const told = await local.toldPayments.update((before) => retold(payments, before))
  return { onTheirWay: onTheirWay(payments, new Date()), told: tellings(payments, told), plans }
}

/**
 * Asks what there is to say about money, where there can be any: once, and with every `news`. Null until it is known, and where
 * the server does not tell: then the list of payments says why.
 */
export function useMoneyNews(needed: boolean, news: string): { money: MoneyNews | null; again: () => void } {
  const [money, setMoney] = useState<MoneyNews | null>(null)
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: news and turn are reasons to ask again.
  useEffect(() => {
    if (!needed) return
    let current = true
    readMoneyNews().then(
      (read) => current && setMoney(read),
      (error: unknown) => console.info('Toile: payments are not told of', error),
    )
    return () => {
      current = false
    }
  }, [needed, news, turn])
  return { money, again: () => setTurn((before) => before + 1) }
}

/** Notes that the designer has seen what was told of a payment. */
export async function noteSeen(paymentId: string): Promise<void> {
  await local.toldPayments.update((all) => {
    const told = all[paymentId]
    return told === undefined ? all : { ...all, [paymentId]: { ...told, seen: true } }
  })
}
