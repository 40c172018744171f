import type { KeyboardEvent } from 'react'
import type { GenerationItem, Operation } from 'shared'
import type { OwnImage } from '../images/own-image'
import { fillDrag } from '../images/take-out'
import { t, tn } from '../ui/i18n'
import { Icon } from '../ui/icon'

/** An image that arrived, as the actions need it. */
export interface Delivered extends OwnImage {
  key: string
  generationId: string
  operation: Operation
  charged: number
  /** Why it cost nothing, where the server says so. */
  reason: GenerationItem['reason']
  /** 1, 2, 3 … among the tiles. */
  place: number
}

/** What is see-through, or of a shape of its own, is shown whole; of a print that goes on for ever a part will do. */
function isShownWhole(operation: Operation): boolean {
  return operation === 'cutout' || operation === 'upscale'
}

/** A delivered image: choose it with a click or the arrow keys, drag it out of the browser. */
export function DeliveredTile({
  delivered,
  chosen,
  showCharge,
  onChoose,
  onKeyDown,
}: {
  delivered: Delivered
  chosen: boolean
  showCharge: boolean
  onChoose: () => void
  onKeyDown: (event: KeyboardEvent) => void
}) {
  const { image, charged, name, place, reason, operation } = delivered
  const whole = isShownWhole(operation)
  return (
    <li className={chosen ? 'tile tile-chosen' : 'tile'} data-place={delivered.key}>
      <button
        type="button"
        className={whole ? 'tile-button tile-whole' : 'tile-button'}
        aria-pressed={chosen}
        aria-label={reason === 'NEAR_DUPLICATE' ? t('tile_duplicate', { place }) : t('tile_image', { place })}
        tabIndex={chosen ? 0 : -1}
        data-tile={delivered.key}
        draggable
        onDragStart={(event) => fillDrag(event.dataTransfer, image, name)}
        onClick={onChoose}
        onKeyDown={onKeyDown}
      >
        <img
          className={whole ? 'chequers' : undefined}
          style={whole ? { aspectRatio: `${image.width} / ${image.height}` } : undefined}
          src={image.thumbUrl}
          alt=""
          draggable={false}
        />
      </button>
      {reason === 'NEAR_DUPLICATE' ? (
        <span className="tag">{t('tile_kept')}</span>
      ) : (
        showCharge && (
          <span className="tag">
            <Icon name="check" />
            {charged === 0 ? t('cost_free') : tn('cost_credits', charged)}
          </span>
        )
      )}
    </li>
  )
}
