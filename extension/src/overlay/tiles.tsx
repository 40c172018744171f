import type { Generation, GenerationItem } from 'shared'
import { Button } from '../ui/button'
import { errorSentence } from '../ui/error-sentence'
import { number, t, tn } from '../ui/i18n'
import { Icon } from '../ui/icon'

/** An image on its way: cloth that is being woven, up to where the engine is, or steadily where it cannot tell. */
export function WaitingTile({ item }: { item: GenerationItem }) {
  const { state, progress } = item
  const known = state === 'running' && progress !== null
  const words = known
    ? t('tile_drawing_share', { share: number(progress, { style: 'percent' }) })
    : t(state === 'queued' ? 'tile_waiting' : 'tile_drawing')
  return (
    <li className="tile">
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

/** An image that did not come, what came back for it, and a way to try again. */
export function MissingTile({
  generation,
  item,
  onTryAgain,
}: {
  generation: Generation
  item: GenerationItem
  onTryAgain: (() => void) | null
}) {
  const stopped = item.state === 'cancelled'
  return (
    <li className="tile tile-missing">
      <div>
        <Icon name="back" />
        <b className="strong">{stopped ? t('tile_stopped') : failure(item)}</b>
        {generation.creditsEach > 0 && <span className="ok-text strong">{tn('tile_returned', generation.creditsEach)}</span>}
        {!stopped && onTryAgain !== null && (
          <Button size="small" onClick={onTryAgain}>
            {generation.creditsEach > 0 ? tn('try_again_credits', generation.creditsEach) : t('try_again_free')}
          </Button>
        )}
      </div>
    </li>
  )
}

function failure({ reason }: GenerationItem): string {
  return reason === null || reason === 'ENGINE_FAILED' || reason === 'INTERNAL' ? t('tile_failed') : errorSentence(reason).what
}
