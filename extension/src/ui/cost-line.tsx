import { Fragment } from 'react'
import type { LotKind, Money, Quote } from 'shared'
import { useAnnounce } from './announce'
import { facts, t, tn } from './i18n'
import { Icon } from './icon'
import { LotSwatch } from './lot-swatch'
import { payingLots } from './lot-words'
import { price } from './money'
import { useCreditPrice } from './use-credit-price'

interface Credits {
  kinds: LotKind[]
  strong: string
  rest: string[]
  free?: boolean
}

/** One line about credits, with the weaves of the lots it speaks of. It says nothing by itself: see `CostLine`. */
export function CreditLine({ kinds, strong, rest, free = false }: Credits) {
  const different = [...new Set(kinds)]
  return (
    <div className="cost">
      {free && (
        <span className="ok-text">
          <Icon name="check" />
        </span>
      )}
      {different.length > 0 && (
        <span className="cost-swatches">
          {different.map((kind) => (
            <LotSwatch key={kind} kind={kind} />
          ))}
        </span>
      )}
      <span>
        <b className="strong">{strong}</b>
        {rest.map((fact) => (
          <Fragment key={fact}>
            {' · '}
            <span className="cost-fact">{fact}</span>
          </Fragment>
        ))}
      </span>
    </div>
  )
}

/** What an action would cost: “4 credits · 38 left after · from Trial, expires in 3 days”. */
export function CostLine({ quote, now }: { quote: Quote; now: Date }) {
  const paysMoney = quote.from.some(({ kind }) => kind === 'metered')
  const words = costWords(quote, now, useCreditPrice(paysMoney))
  useAnnounce(facts(words.strong, ...words.rest), 'progress')
  return <CreditLine {...words} />
}

/** @param creditPrice what a credit of pay-as-you-go costs; null while that is not known */
export function costWords(quote: Quote, now: Date, creditPrice: Money | null): Credits {
  if (quote.credits === 0) return { kinds: [], strong: t('cost_free'), rest: [t('cost_free_none_used')], free: true }
  const strong = tn('cost_credits', quote.credits)
  if (quote.shortfall > 0) return { kinds: [], strong, rest: [tn('cost_missing', quote.shortfall)] }
  const metered = quote.from.reduce((sum, { kind, credits }) => sum + (kind === 'metered' ? credits : 0), 0)
  const kinds = quote.from.map(({ kind }) => kind)
  const use = meteredAfter(quote, metered, creditPrice)
  if (metered === quote.credits) return { kinds, strong: tn('cost_metered', metered), rest: use }
  const from = payingLots(quote.from, now)
  const left = tn('cost_left_after', quote.balanceAfter)
  return { kinds, strong, rest: [left, ...(from === null ? [] : [from]), ...use] }
}

/** What pay-as-you-go's part costs, and what is used of the cap afterwards. */
function meteredAfter({ balance: { metered } }: Quote, part: number, creditPrice: Money | null): string[] {
  if (part === 0 || metered === null) return []
  const used = t('cost_metered_after', { used: metered.used + part, cap: metered.cap })
  return creditPrice === null ? [used] : [price({ ...creditPrice, amount: creditPrice.amount * part }), used]
}
