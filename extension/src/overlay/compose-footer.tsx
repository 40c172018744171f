import type { Wish } from '../overlay-session'
import { local } from '../storage'
import { Button } from '../ui/button'
import { CostLine } from '../ui/cost-line'
import type { MessageKey } from '../ui/i18n'
import { t, tn } from '../ui/i18n'
import { useStored } from '../ui/use-stored'
import type { Offer, QuoteState } from './offer'
import { fitting } from './refusal'
import { describedBy } from './refusal-note'
import { sizePrices } from './size-prices'
import type { Overlay } from './use-overlay'
import { countOf, type Missing, type PictureSize, upscaledEdge } from './wish'

const reasons: Record<Missing, MessageKey> = {
  prompt: 'missing_prompt',
  source: 'missing_source',
  'source-under-way': 'missing_source_under_way',
  palette: 'missing_palette',
}

/** The price, and the one button that spends, directly below it. */
export function ComposeFooter({ overlay, onMissing }: { overlay: Overlay; onMissing: (what: Missing) => void }) {
  const { quote, missing, canGenerate, sending } = overlay
  const sized = sizePrices(overlay.state.wish, useStored(local.prices) ?? null)
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
        {sending ? t('sending') : generateLabel(overlay.state.wish, sourceOf(overlay))}
      </Button>
      <p className="caption centred" id="generate-hint">
        {missing === null ? (refusedHint(overlay) ?? hint(quote, sized)) : t(reasons[missing])}
      </p>
    </footer>
  )
}

const sourceOf = ({ session: { source } }: Overlay): PictureSize | null => (source?.state === 'ready' ? source.image : null)

function generateLabel(wish: Wish, source: PictureSize | null): string {
  switch (wish.operation) {
    case 'vary':
    case 'generate':
      return tn('generate_images', countOf(wish))
    case 'recolour':
      return t('tab_recolour')
    case 'repeat':
      return t('generate_repeat')
    case 'upscale':
      return upscaleLabel(source, wish.options.upscale.factor ?? 2)
    case 'cutout':
      return t('tab_cutout')
    case 'effect':
      return t('generate_effect')
  }
}

function upscaleLabel(source: PictureSize | null, factor: number): string {
  return source === null ? t('tab_upscale') : t('generate_upscale', { size: String(upscaledEdge(source, factor)) })
}

/** How to go on where something stands against the price; null where nothing does. */
export function refusedHint({ refused, quote, state }: Overlay): string | null {
  if (refused === null || quote.at !== 'known') return null
  if (refused.code === 'NOT_ENTITLED') return t('hint_no_access')
  if (!quote.quote.passes.includes(refused)) return t('hint_budget')
  const fewer = fitting(quote.quote)
  return fewer > 0 && fewer < countOf(state.wish) ? t('hint_tick_or_fewer') : t('hint_tick')
}

/** `sized` is what the size does to the price; null where it does nothing. */
function hint(quote: QuoteState, sized: string | null): string {
  if (quote.at === 'known' && quote.quote.credits === 0) return t('hint_free')
  const short = quote.at === 'known' && quote.quote.shortfall > 0
  if (short) return t('hint_kept_as_draft')
  if (sized !== null) return sized
  const more = quote.at === 'known' ? imagesLeft(quote.quote) : 0
  return more > 0 ? tn('hint_arrival_left', more) : t('hint_pay_on_arrival')
}

/** How many more such images the balance pays for afterwards, its reserve left alone. */
function imagesLeft({ balance: { reserve }, balanceAfter, creditsEach }: Offer): number {
  return creditsEach === 0 ? 0 : Math.floor(Math.max(0, balanceAfter - reserve) / creditsEach)
}

/** The cost line; while the price is asked for, the last one stays so that nothing jumps. */
function QuoteLine({ quote }: { quote: QuoteState }) {
  const shown = quote.at === 'known' ? quote.quote : quote.at === 'asking' ? quote.last : null
  // A price that nobody here can pay is none.
  if (shown?.refusal?.code === 'NOT_ENTITLED') return <p className="cost quiet">{t('cost_no_access')}</p>
  if (shown !== null) return <CostLine quote={shown} now={new Date()} />
  return <p className="cost quiet">{quote.at === 'asking' ? t('cost_asking') : t('cost_unknown')}</p>
}
