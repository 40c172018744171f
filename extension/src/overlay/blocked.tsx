import { type RefObject, useState } from 'react'
import type { Pack } from 'shared'
import { Button } from '../ui/button'
import { FailureNote } from '../ui/failure-note'
import { t, tn } from '../ui/i18n'
import { Icon } from '../ui/icon'
import { price } from '../ui/money'
import { useCheckout } from '../ui/use-checkout'
import { packFor, usePacks } from '../ui/use-packs'
import { BlockedCard } from './blocked-card'
import { Compose } from './compose'
import type { Flow } from './flow'
import { ProblemNote } from './problem-note'
import type { Overlay } from './use-overlay'

/** Too few credits: the wish stays as it was, kept as a draft, and a pack is one click away. */
export function Blocked({
  overlay,
  blocked,
  promptField,
  onFile,
}: {
  overlay: Overlay
  blocked: Extract<Flow, { at: 'blocked' }>
  promptField: RefObject<HTMLTextAreaElement | null>
  onFile: (file: File) => void
}) {
  const packs = usePacks(true)
  const checkout = useCheckout()
  const [picked, setPicked] = useState<Pack | null>(null)
  const onSale = packs.at === 'known' ? packs.list.packs : []
  const pack = picked ?? packFor(onSale, blocked.shortfall)
  const balance = overlay.balance?.credits ?? 0
  const each = overlay.quote.at === 'known' ? overlay.quote.quote.creditsEach : 0
  const canMake = each > 0 ? Math.floor(balance / each) : 0
  const failed = packs.at === 'failed' ? packs.code : checkout.state.at === 'failed' ? checkout.state.code : null
  return (
    <>
      <Compose overlay={overlay} promptField={promptField} onFile={onFile}>
        <BlockedCard
          balance={balance}
          shortfall={blocked.shortfall}
          canMake={canMake}
          packs={onSale}
          chosen={pack}
          onChoose={setPicked}
          onFewer={() => overlay.dispatch({ type: 'wish', change: { count: canMake } })}
        />
        {failed !== null && <FailureNote code={failed} />}
        {blocked.problem !== null && <ProblemNote problem={blocked.problem} />}
      </Compose>
      <footer className="overlay-footer">
        {pack !== null && (
          <Button look="main" size="large" wide blocked={checkout.state.at === 'opening'} onClick={() => void checkout.buy(pack)}>
            {tn('buy_for', pack.credits, { price: price(pack.price) })}
            <Icon name="external" />
          </Button>
        )}
        <p className="caption centred">{t('hint_checkout_draft')}</p>
      </footer>
    </>
  )
}
