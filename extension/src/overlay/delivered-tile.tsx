import type { KeyboardEvent } from 'react'
import type { Image } from 'shared'
import { t, tn } from '../ui/i18n'
import { Icon } from '../ui/icon'
import { fillDrag } from './take-out'

/** An image that arrived, as the actions need it. */
export interface Delivered {
  key: string
  generationId: string
  image: Image
  charged: number
  name: string
  /** 1, 2, 3 … among the tiles. */
  place: number
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
  const { image, charged, name, place } = delivered
  return (
    <li className={chosen ? 'tile tile-chosen' : 'tile'} data-place={delivered.key}>
      <button
        type="button"
        className="tile-button"
        aria-pressed={chosen}
        aria-label={t('tile_image', { place })}
        tabIndex={chosen ? 0 : -1}
        data-tile={delivered.key}
        draggable
        onDragStart={(event) => fillDrag(event.dataTransfer, image, name)}
        onClick={onChoose}
        onKeyDown={onKeyDown}
      >
        <img src={image.thumbUrl} alt="" draggable={false} />
      </button>
      {showCharge && (
        <span className="tag">
          <Icon name="check" />
          {charged === 0 ? t('cost_free') : tn('cost_credits', charged)}
        </span>
      )}
    </li>
  )
}
