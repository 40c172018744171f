import { useId, useState } from 'react'
import type { Image } from 'shared'
import { number, t } from '../ui/i18n'
import { Icon } from '../ui/icon'

/**
 * An image laid over its source: drag across the picture, or use the arrow keys, to see more of the one or of the other.
 * `name` is what the image is called: “Image 2”.
 */
export function Compare({ source, image, name }: { source: Image; image: Image; name: string }) {
  const [share, setShare] = useState(50)
  const id = useId()
  return (
    <div className="compare" style={{ aspectRatio: `${image.width} / ${image.height}` }}>
      <img src={source.url} alt={t('compare_alt_source')} draggable={false} />
      <img src={image.url} alt={name} draggable={false} style={{ clipPath: `inset(0 0 0 ${share}%)` }} />
      <span className="compare-line" style={{ left: `${share}%` }} aria-hidden="true">
        <span className="compare-handle">
          <Icon name="left" />
          <Icon name="right" />
        </span>
      </span>
      <span className="tag compare-source" aria-hidden="true">
        {t('compare_label_source')}
      </span>
      <span className="tag compare-image" aria-hidden="true">
        {name}
      </span>
      <label className="unseen" htmlFor={id}>
        {t('compare_share')}
      </label>
      <input
        id={id}
        className="compare-slider"
        type="range"
        min={0}
        max={100}
        value={share}
        aria-valuetext={number((100 - share) / 100, { style: 'percent' })}
        onChange={(event) => setShare(Number(event.target.value))}
      />
    </div>
  )
}
