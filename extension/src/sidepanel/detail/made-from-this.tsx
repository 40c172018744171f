import { useEffect, useState } from 'react'
import type { GalleryImage } from 'shared'
import { api } from '../../api'
import { t } from '../../ui/i18n'
import { nameOfImage } from '../gallery/tile'

const most = 12

/** The newest images that were made from this one. */
export function MadeFromThis({ image, onOpen }: { image: GalleryImage; onOpen: (image: GalleryImage) => void }) {
  const [made, setMade] = useState<GalleryImage[]>([])
  useEffect(() => {
    let current = true
    setMade([])
    api.images({ sourceImageId: image.id, limit: most }).then(
      ({ images }) => current && setMade(images),
      (error: unknown) => console.info('Toile: not told what was made from an image', error),
    )
    return () => {
      current = false
    }
  }, [image.id])
  if (made.length === 0) return null
  return (
    <section className="stack">
      <h2 className="label">{t('detail_made_of_this')}</h2>
      <ul className="image-made">
        {made.map((one) => (
          <li key={one.id}>
            <button type="button" className="thumb gallery-tile" aria-label={nameOfImage(one)} onClick={() => onOpen(one)}>
              <img src={one.thumbUrl} alt="" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
