import { useEffect, useRef } from 'react'
import type { Balance } from 'shared'
import { openShop } from '../shop/open-shop'
import { MeteredButton, OtherWaysWords, useOtherWays } from '../shop/other-ways'
import { useAnnounce } from '../ui/announce'
import { Button } from '../ui/button'
import { withStillFree } from '../ui/free'
import { t, tn } from '../ui/i18n'
import { Icon } from '../ui/icon'
import { usePrices } from '../ui/use-free'
import { Heading } from './heading'
import { PackChoices } from './pack-choices'
import type { PackChoice } from './use-pack-choice'

/** Calm at zero: what is blocked, what is safe, and the packs that help. */
export function BlockedCard({
  balance: wallet,
  shortfall,
  canMake,
  onFewer,
  choice,
}: {
  balance: Balance | null
  /** Credits missing; null while that is not known. */
  shortfall: number | null
  /** How many images the balance still pays for without its reserve. */
  canMake: number
  onFewer: () => void
  choice: PackChoice
}) {
  const balance = wallet?.credits ?? 0
  const ways = useOtherWays(true, wallet)
  const title = balance === 0 ? t('zero_title') : shortfall === null ? t('error_insufficient') : tn('short_title', shortfall)
  const card = useRef<HTMLDivElement>(null)
  const packs = choice.packs.length
  const text = withStillFree(t('zero_text'), usePrices())
  useAnnounce(`${title} ${text}`)
  const others = ways.metered !== null || ways.renewal !== null
  // With its packs and what else helps, which come a moment later.
  useEffect(() => {
    if (packs > 0 || others) card.current?.scrollIntoView({ block: 'nearest' })
  }, [packs, others])
  return (
    <>
      <p className="caption row draft-saved">
        <span className="ok-text">
          <Icon name="check" />
        </span>
        {t('draft_saved')}
      </p>
      <div className="card blocked-card" ref={card}>
        <Heading view="blocked">{title}</Heading>
        <p className="quiet">{text}</p>
        {canMake > 0 && (
          <Button size="small" onClick={onFewer}>
            {tn('make_fewer', canMake)}
          </Button>
        )}
        <PackChoices choice={choice} />
        <OtherWaysWords ways={ways} balance={wallet} />
        <MeteredButton ways={ways} onMetered={() => openShop('metered')} />
      </div>
    </>
  )
}
