import type { ReactNode } from 'react'
import type { LotKind, Quote } from 'shared'
import { facts, t, tn } from './i18n'
import { payingLots } from './lot-words'
import { LotSwatch } from './lots-bar'

/** One line about credits, with the weaves of the lots it speaks of. Changes are announced politely. */
export function CreditLine({ kinds, strong, rest }: { kinds: LotKind[]; strong: string; rest: string[] }) {
  return (
    <Line kinds={kinds}>
      <b className="strong">{strong}</b>
      {rest.length > 0 && ` · ${facts(...rest)}`}
    </Line>
  )
}

function Line({ kinds, children }: { kinds: LotKind[]; children: ReactNode }) {
  const different = [...new Set(kinds)]
  return (
    <div className="cost" role="status">
      {different.length > 0 && (
        <span className="cost-swatches">
          {different.map((kind) => (
            <LotSwatch key={kind} kind={kind} />
          ))}
        </span>
      )}
      <span>{children}</span>
    </div>
  )
}

/** What an action would cost: “4 credits · 38 left after · from Trial, expires in 3 days”. */
export function CostLine({ quote, now }: { quote: Quote; now: Date }) {
  if (quote.credits === 0) return <CreditLine kinds={[]} strong={t('cost_free')} rest={[t('cost_free_none_used')]} />
  const strong = tn('cost_credits', quote.credits)
  if (quote.shortfall > 0) return <CreditLine kinds={[]} strong={strong} rest={[tn('cost_missing', quote.shortfall)]} />
  const from = payingLots(quote.from, now)
  const rest = [tn('cost_left_after', quote.balanceAfter), ...(from === null ? [] : [from])]
  return <CreditLine kinds={quote.from.map((lot) => lot.kind)} strong={strong} rest={rest} />
}
