import type { Image } from 'shared'
import { t } from '../ui/i18n'

const places = [1, 2, 3, 4]

/** The last images made; each opens in full in a tab. Null while they are being asked for. */
export function Recent({ images }: { images: Image[] | null }) {
  return (
    <div className="recent-block">
      <h2 className="label">{t('recent_title')}</h2>
      {images?.length === 0 ? (
        <p className="caption">{t('recent_none')}</p>
      ) : (
        <ul className="recent">
          {images === null
            ? places.map((place) => <li key={place} className="thumb" aria-hidden="true" />)
            : images.map((image, index) => (
                <li key={image.id}>
                  <a
                    className="thumb"
                    href={image.url}
                    target="_blank"
                    rel="noreferrer"
                    aria-label={t('recent_open', { place: index + 1 })}
                  >
                    <img src={image.thumbUrl} alt="" />
                  </a>
                </li>
              ))}
        </ul>
      )}
    </div>
  )
}
