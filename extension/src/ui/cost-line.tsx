import type { LotKind, Quote } from 'shared'
import { useAnnounce } from './announce'
import { facts, t, tn } from './i18n'
import { Icon } from './icon'
import { payingLots } from './lot-words'
import { LotSwatch } from './lots-bar'

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
        {rest.length > 0 && ` · ${facts(...rest)}`}
      </span>
    </div>
  )
}

/** What an action would cost: “4 credits · 38 left after · from Trial, expires in 3 days”. */
export function CostLine({ quote, now }: { quote: Quote; now: Date }) {
  const words = costWords(quote, now)
  useAnnounce(facts(words.strong, ...words.rest), 'progress')
  return <CreditLine {...words} />
}

function costWords(quote: Quote, now: Date): Credits {
  if (quote.credits === 0) return { kinds: [], strong: t('cost_free'), rest: [t('cost_free_none_used')], free: true }
  const strong = tn('cost_credits', quote.credits)
  if (quote.shortfall > 0) return { kinds: [], strong, rest: [tn('cost_missing', quote.shortfall)] }
  const from = payingLots(quote.from, now)
  const left = tn('cost_left_after', quote.balanceAfter)
  return { kinds: quote.from.map(({ kind }) => kind), strong, rest: from === null ? [left] : [left, from] }
}
