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
  picked,
  showCharge,
  onChoose,
  onKeyDown,
}: {
  delivered: Delivered
  chosen: boolean
  /** Whether it is one of several that are being chosen; null while one is chosen at a time. */
  picked: boolean | null
  showCharge: boolean
  onChoose: () => void
  onKeyDown: (event: KeyboardEvent) => void
}) {
  const { image, name, operation } = delivered
  const whole = isShownWhole(operation)
  const one = { 'aria-pressed': chosen }
  const some = { role: 'checkbox', 'aria-checked': picked === true }
  const outlined = picked ?? chosen
  return (
    <li className={outlined ? 'tile tile-chosen' : 'tile'} data-place={delivered.key}>
      <button
        type="button"
        className={whole ? 'tile-button tile-whole' : 'tile-button'}
        {...(picked === null ? one : some)}
        aria-label={called(delivered)}
        aria-keyshortcuts="c d u a r Delete"
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
          crossOrigin="anonymous"
          src={image.thumbUrl}
          alt=""
          draggable={false}
        />
      </button>
      {picked !== null && (
        <span className={picked ? 'tile-pick tile-picked' : 'tile-pick'}>{picked && <Icon name="check" />}</span>
      )}
      {picked === null && image.favourite && (
        <span className="tag tag-heart">
          <Icon name="hearted" />
        </span>
      )}
      <Charge delivered={delivered} show={showCharge} />
    </li>
  )
}

/** What a screen reader calls it: its place, and what is marked on it. */
function called({ place, reason, image }: Delivered): string {
  const name = reason === 'NEAR_DUPLICATE' ? t('tile_duplicate', { place }) : t('tile_image', { place })
  return image.favourite ? t('tile_favourite', { name }) : name
}

function Charge({ delivered: { reason, charged }, show }: { delivered: Delivered; show: boolean }) {
  if (reason === 'NEAR_DUPLICATE') return <span className="tag">{t('tile_kept')}</span>
  if (!show) return null
  return (
    <span className="tag">
      <Icon name="check" />
      {charged === 0 ? t('cost_free') : tn('cost_credits', charged)}
    </span>
  )
}
