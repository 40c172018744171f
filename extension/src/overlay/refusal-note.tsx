import { ProblemNote } from './problem-note'
import { standingRefusal } from './refusal'
import { ReserveBox } from './reserve-box'
import type { Overlay } from './use-overlay'
import { quoted } from './use-quote'

/** By this the blocked button points to its reason. */
const reasonId = 'refusal'

/** Why the price is refused, and the way on where there is one. A debt has a card of its own. */
export function RefusalNote({ overlay }: { overlay: Overlay }) {
  const quote = quoted(overlay.quote)
  const refusal = standingRefusal(overlay.quote)
  if (quote === null || refusal === null) return null
  const { code, details } = refusal
  if (code === 'RESERVE_REACHED') return <ReserveBox overlay={overlay} quote={quote} details={details} id={reasonId} />
  return <ProblemNote problem={{ code, details }} id={reasonId} />
}

/** What the button that spends is described by: its hint and, while it is blocked, the reason above it. */
export function describedBy(overlay: Overlay, hintId: string): string {
  return overlay.refused === null ? hintId : `${reasonId} ${hintId}`
}
