import { useRef } from 'react'
import type { ErrorDetails } from 'shared'
import { AccessNote } from '../access/access-note'
import { useMe } from '../account/use-me'
import { openShop } from '../shop/open-shop'
import { useInSight } from '../ui/use-in-sight'
import { LimitBox } from './limit-box'
import { quoted, yesTo } from './offer'
import { ProblemNote } from './problem-note'
import { standingRefusal } from './refusal'
import type { Overlay } from './use-overlay'

/** By this the blocked button points to its reason. */
const reasonId = 'refusal'

/** Why the price is refused, and the way on where there is one. A debt has a card of its own. */
export function RefusalNote({ overlay }: { overlay: Overlay }) {
  const offer = quoted(overlay.quote)
  const refusal = standingRefusal(overlay.quote)
  if (offer === null || refusal === null) return null
  if (refusal.code === 'NOT_ENTITLED') return <NoAccess overlay={overlay} why={refusal.details} />
  if (yesTo(refusal.code) === null) return <ProblemNote problem={refusal} id={reasonId} />
  const limits = offer.passes.length === 0 ? [refusal] : offer.passes
  return limits.map((limit, at) => (
    <LimitBox key={limit.code} overlay={overlay} offer={offer} limit={limit} id={at === 0 ? reasonId : limit.code} />
  ))
}

/** Nothing new is made without access: the wish stays as it was set, and the price is asked for again on the designer's word. */
function NoAccess({ overlay, why }: { overlay: Overlay; why: ErrorDetails }) {
  const me = useMe()
  const accountId = me.at === 'known' ? me.me.accountId : null
  const place = useRef<HTMLDivElement>(null)
  // It stands at the end of the wish, where a low panel does not reach; and it grows by the account's id when that is known.
  useInSight(place, me.at)
  const ways = { onAgain: overlay.askPriceAgain, onPlans: () => openShop('plans') }
  return (
    <div ref={place}>
      <AccessNote why={why} accountId={accountId} {...ways} id={reasonId} />
    </div>
  )
}

/** What the button that spends is described by: its hint and, while it is blocked, the reason above it. */
export function describedBy(overlay: Overlay, hintId: string): string {
  return overlay.refused === null ? hintId : `${reasonId} ${hintId}`
}
