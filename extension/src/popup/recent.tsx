import type { Image } from 'shared'
import { openGallery } from '../open-gallery'
import { FailureNote } from '../ui/failure-note'
import { t } from '../ui/i18n'
import { useAttempt } from '../ui/use-attempt'

const places = [1, 2, 3, 4]

/** The last images made; each opens in full in a tab, and all of them in the gallery. Null while they are being asked for. */
export function Recent({ images }: { images: Image[] | null }) {
  const { failed, attempt } = useAttempt()
  const seeAll = async () => {
    await openGallery()
    window.close()
  }
  return (
    <div className="recent-block">
      <div className="row">
        <h2 className="label grow">{t('recent_title')}</h2>
        {images !== null && images.length > 0 && (
          <button type="button" className="link" onClick={() => attempt(seeAll)}>
            {t('recent_all')}
          </button>
        )}
      </div>
      {images?.length === 0 ? (
        <p className="caption">{t('recent_none')}</p>
      ) : (
        <ul className="recent">
          {images === null
            ? places.map((place) => <li key={place} className="thumb" aria-hidden="true" />)
            : images.slice(0, places.length).map((image, index) => (
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
      {failed !== null && <FailureNote code={failed} />}
    </div>
  )
}
