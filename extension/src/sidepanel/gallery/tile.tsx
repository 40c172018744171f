import { useEffect, useState } from 'react'
import type { GalleryImage } from 'shared'
import { t } from '../../ui/i18n'
import { Icon } from '../../ui/icon'
import { operationName } from '../../ui/operation-name'
import { renewBeforeMs, worksUntil } from './addresses'

/** An image of the gallery, small; it opens its detail. */
export function Tile({
  image,
  reachable,
  onOpen,
  onFocus,
  onEnded,
  deleted = false,
}: {
  image: GalleryImage
  /** Whether Tab comes to it: one place in the gallery is. */
  reachable: boolean
  onOpen: () => void
  onFocus: () => void
  /** Its address works no longer. */
  onEnded: () => void
  /** Its file is shown to nobody, and a click brings it back. */
  deleted?: boolean
}) {
  const { thumbUrl, favourite, charged, palette } = image
  /** The address that did not bring a picture. */
  const [lost, setLost] = useState('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at as it comes into view.
  useEffect(() => {
    if (!deleted && worksUntil(thumbUrl) < Date.now() + renewBeforeMs) onEnded()
  }, [thumbUrl])
  return (
    <button
      type="button"
      className="thumb gallery-tile"
      data-focus={image.id}
      tabIndex={reachable ? 0 : -1}
      aria-label={deleted ? t('gallery_bring_back_named', { name: nameOfImage(image) }) : nameOfImage(image)}
      onClick={onOpen}
      onFocus={onFocus}
    >
      {deleted || lost === thumbUrl ? (
        <Colours palette={palette} />
      ) : (
        <img
          src={thumbUrl}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
          onError={() => {
            setLost(thumbUrl)
            onEnded()
          }}
        />
      )}
      {deleted && <span className="gallery-free">{t('gallery_bring_back')}</span>}
      {!deleted && charged === 0 && <span className="gallery-free">{t('free')}</span>}
      {favourite && (
        <span className="gallery-favourite">
          <Icon name="hearted" />
        </span>
      )}
    </button>
  )
}

/** What stands for a picture that is not to be had: its colours. */
function Colours({ palette }: { palette: string[] }) {
  return (
    <span className="gallery-colours" aria-hidden="true">
      {palette.map((colour) => (
        <i key={colour} style={{ background: colour }} />
      ))}
    </span>
  )
}

/** The prompt says what is on it; without one the operation. */
export function nameOfImage({ prompt, operation, charged, favourite }: GalleryImage): string {
  const name = prompt === '' ? operationName(operation) : t('tile_name', { operation: operationName(operation), prompt })
  const marks = [charged === 0 ? t('free') : '', favourite ? t('favourite') : ''].filter(Boolean)
  return [name, ...marks].join(', ')
}
