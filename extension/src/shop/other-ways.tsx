import { useEffect, useState } from 'react'
import type { Balance, PlanList } from 'shared'
import { Button } from '../ui/button'
import { dateInSentence } from '../ui/dates'
import { type MessageKey, t, tn } from '../ui/i18n'
import { readPlans } from '../ui/use-credit-price'

/** What helps at zero beside packs: a plan's next credits, and pay-as-you-go, or more of it. */
export interface OtherWays {
  /** When a plan brings credits by itself, and how many. */
  renewal: { credits: number; at: string } | null
  metered: 'off' | 'at-cap' | null
}

const none: OtherWays = { renewal: null, metered: null }

export function otherWays({ current, metered }: PlanList, balance: Balance | null): OtherWays {
  const renews = current?.state === 'active' ? current : null
  const cap = balance?.metered ?? null
  // What is owed is paid by packs and plans only.
  const helps = balance?.debt === 0
  const atCap = metered?.standing.state === 'on' && cap !== null && cap.used >= cap.cap
  return {
    renewal: renews && { credits: (renews.next ?? renews.plan).credits, at: renews.cycle.end },
    metered: !helps ? null : metered?.standing.state === 'off' ? 'off' : atCap ? 'at-cap' : null,
  }
}

/** Asks what else helps, once it is needed. Without an answer packs help all the same. */
export function useOtherWays(needed: boolean, balance: Balance | null): OtherWays {
  const [plans, setPlans] = useState<PlanList | null>(null)
  useEffect(() => {
    if (!needed) return
    let current = true
    readPlans().then(
      (read) => current && setPlans(read),
      (error: unknown) => console.info('Toile: no plans are told of', error),
    )
    return () => {
      current = false
    }
  }, [needed])
  return plans === null ? none : otherWays(plans, balance)
}

const leads: Record<NonNullable<OtherWays['metered']>, MessageKey> = { off: 'metered_use', 'at-cap': 'metered_raise' }

/** The way to pay-as-you-go, or to more of it; nothing where it does not help. */
export function MeteredButton({ ways: { metered }, onMetered }: { ways: OtherWays; onMetered: () => void }) {
  if (metered === null) return null
  return (
    <Button className="grow" onClick={onMetered}>
      {t(leads[metered])}
    </Button>
  )
}

/** What there is to know of them: that the cap is reached, and when credits come by themselves. */
export function OtherWaysWords({ ways: { renewal, metered }, balance }: { ways: OtherWays; balance: Balance | null }) {
  const cap = balance?.metered?.cap ?? 0
  return (
    <>
      {metered === 'at-cap' && <p className="quiet">{t('metered_at_cap', { cap })}</p>}
      {renewal !== null && (
        <p className="quiet">{tn('or_wait', renewal.credits, { date: dateInSentence(renewal.at, new Date()) })}</p>
      )}
    </>
  )
}
