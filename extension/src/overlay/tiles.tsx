import type { ErrorCode, Generation, GenerationItem } from 'shared'
import { Button } from '../ui/button'
import { errorSentence } from '../ui/error-sentence'
import { number, t, tn } from '../ui/i18n'
import { Icon } from '../ui/icon'
import { quoted } from './offer'
import type { Overlay } from './use-overlay'
import { usePriceAgain, useQuote } from './use-quote'
import { askedSize } from './wish'

/** An image on its way: cloth that is being woven, up to where the engine is, or steadily where it cannot tell. */
export function WaitingTile({ place, item }: { place: string; item: GenerationItem }) {
  const { state, progress } = item
  const known = state === 'running' && progress !== null
  const words = known
    ? t('tile_drawing_share', { share: number(progress, { style: 'percent' }) })
    : t(state === 'queued' ? 'tile_waiting' : 'tile_drawing')
  return (
    <li className="tile" data-place={place}>
      {state === 'running' && (
        <span
          className={known ? 'weaving' : 'weaving weaving-steadily'}
          style={known ? { height: `${progress * 100}%` } : undefined}
        />
      )}
      <span className="tag">{words}</span>
    </li>
  )
}

/** Once more the same would fail the same way: what helps is said instead. */
const staysSo: ErrorCode[] = ['NO_SUBJECT', 'UNSUPPORTED_IMAGE', 'IMAGE_TOO_LARGE', 'MODERATED']

/** An image that did not come, what came back for it, and a way to try again. */
export function MissingTile({
  overlay,
  generation,
  item,
  canRetry,
}: {
  overlay: Overlay
  generation: Generation
  item: GenerationItem
  canRetry: boolean
}) {
  const stopped = item.state === 'cancelled'
  const advice = item.reason !== null && staysSo.includes(item.reason) ? errorSentence(item.reason).next : null
  return (
    <li className="tile tile-missing">
      <div>
        <Icon name="back" />
        <b className="strong">{stopped ? t('tile_stopped') : failure(item)}</b>
        {generation.creditsEach > 0 && <span className="ok-text strong">{tn('tile_returned', generation.creditsEach)}</span>}
        {advice !== null && <span className="caption">{advice}</span>}
        {!stopped && advice === null && canRetry && <TryAgain overlay={overlay} generation={generation} item={item} />}
      </div>
    </li>
  )
}

/** The button carries the price of now, which may be another than the one that was returned. */
function TryAgain({ overlay, generation, item }: { overlay: Overlay; generation: Generation; item: GenerationItem }) {
  const { operation, size, engine, creditsEach, projectId } = generation
  const { quote, again } = useQuote({ operation, size: askedSize(size), count: 1, engine, projectId }, overlay.balance)
  usePriceAgain(overlay.state, again)
  const credits = quoted(quote)?.credits ?? creditsEach
  return (
    <Button
      size="small"
      blocked={overlay.sending || quote.at !== 'known'}
      onClick={() => quote.at === 'known' && overlay.tryAgain(generation, item, quote.quote)}
    >
      {credits > 0 ? tn('try_again_credits', credits) : t('try_again_free')}
    </Button>
  )
}

function failure({ reason }: GenerationItem): string {
  return reason === null || reason === 'ENGINE_FAILED' || reason === 'INTERNAL' ? t('tile_failed') : errorSentence(reason).what
}
