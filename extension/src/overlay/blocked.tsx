import { CheckoutNote } from '../payments/checkout-note'
import { Button } from '../ui/button'
import { FailureNote } from '../ui/failure-note'
import { tn } from '../ui/i18n'
import { Icon } from '../ui/icon'
import { price } from '../ui/money'
import { withoutReserve } from '../wallet'
import { BlockedCard } from './blocked-card'
import type { Flow } from './flow'
import { ProblemNote } from './problem-note'
import type { Overlay } from './use-overlay'
import type { PackChoice } from './use-pack-choice'

type Shown = Extract<Flow, { at: 'blocked' }>

/** Credits missing: as the quote knows it now, else as the refusal said; null where neither can tell. */
export function shortfallOf({ shortfall }: Shown, { quote }: Overlay): number | null {
  const now = quote.at === 'known' ? quote.quote.shortfall : 0
  return now > 0 ? now : shortfall
}

/** Too few credits: the wish stays as it was, kept as a draft, and a pack is one click away. */
export function Blocked({ overlay, blocked, choice }: { overlay: Overlay; blocked: Shown; choice: PackChoice }) {
  const { balance, quote, dispatch } = overlay
  const each = quote.at === 'known' ? quote.quote.creditsEach : 0
  const canMake = each > 0 && balance !== null ? Math.floor(withoutReserve(balance) / each) : 0
  const makeFewer = () => dispatch({ type: 'wish', change: { count: canMake } })
  return (
    <>
      <BlockedCard
        balance={balance}
        shortfall={shortfallOf(blocked, overlay)}
        canMake={canMake}
        onFewer={makeFewer}
        choice={choice}
      />
      {overlay.payment !== null && <CheckoutNote news={overlay.payment} />}
      {choice.failed !== null && <FailureNote code={choice.failed} />}
      {blocked.problem !== null && <ProblemNote problem={blocked.problem} />}
    </>
  )
}

/** The one next step: the checkout of the chosen pack. */
export function BuyFooter({ choice: { chosen, opening, buy }, hint }: { choice: PackChoice; hint: string }) {
  return (
    <footer className="overlay-footer">
      {chosen !== null && (
        <Button look="main" size="large" wide blocked={opening} onClick={buy}>
          {tn('buy_for', chosen.credits, { price: price(chosen.price) })}
          <Icon name="external" />
        </Button>
      )}
      <p className="caption centred">{hint}</p>
    </footer>
  )
}
