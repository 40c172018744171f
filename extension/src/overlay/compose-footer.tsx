import { Button } from '../ui/button'
import { CostLine } from '../ui/cost-line'
import type { MessageKey } from '../ui/i18n'
import { t, tn } from '../ui/i18n'
import { fitting } from './refusal'
import { describedBy } from './refusal-note'
import type { Overlay } from './use-overlay'
import type { QuoteState } from './use-quote'
import { countOf, type Missing } from './wish'

const reasons: Record<Missing, MessageKey> = {
  prompt: 'missing_prompt',
  source: 'missing_source',
  'source-under-way': 'missing_source_under_way',
}

/** The price, and the one button that spends, directly below it. */
export function ComposeFooter({ overlay, onMissing }: { overlay: Overlay; onMissing: (what: Missing) => void }) {
  const { quote, missing, canGenerate, sending } = overlay
  const generate = () => (missing === null ? overlay.generate() : onMissing(missing))
  return (
    <footer className="overlay-footer">
      <QuoteLine quote={quote} />
      <Button
        look="main"
        size="large"
        wide
        aria-disabled={!canGenerate || undefined}
        aria-describedby={describedBy(overlay, 'generate-hint')}
        onClick={generate}
      >
        {sending ? t('sending') : generateLabel(overlay)}
      </Button>
      <p className="caption centred" id="generate-hint">
        {missing === null ? (refusedHint(overlay) ?? hint(quote)) : t(reasons[missing])}
      </p>
    </footer>
  )
}

function generateLabel({ state: { wish } }: Overlay): string {
  return wish.operation === 'repeat' ? t('generate_repeat') : tn('generate_images', countOf(wish))
}

/** How to go on where something stands against the price; null where nothing does. */
export function refusedHint({ refused, quote, state }: Overlay): string | null {
  if (refused === null || quote.at !== 'known') return null
  if (refused.code !== 'RESERVE_REACHED') return t('hint_budget')
  const fewer = fitting(quote.quote)
  return fewer > 0 && fewer < state.wish.count ? t('hint_tick_or_fewer') : t('hint_tick')
}

function hint(quote: QuoteState): string {
  if (quote.at === 'known' && quote.quote.credits === 0) return t('hint_free')
  const short = quote.at === 'known' && quote.quote.shortfall > 0
  return short ? t('hint_kept_as_draft') : t('hint_pay_on_arrival')
}

/** The cost line; while the price is asked for, the last one stays so that nothing jumps. */
function QuoteLine({ quote }: { quote: QuoteState }) {
  const shown = quote.at === 'known' ? quote.quote : quote.at === 'asking' ? quote.last : null
  if (shown !== null) return <CostLine quote={shown} now={new Date()} />
  return <p className="cost quiet">{quote.at === 'asking' ? t('cost_asking') : t('cost_unknown')}</p>
}
