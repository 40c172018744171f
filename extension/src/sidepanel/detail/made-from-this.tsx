import { useEffect, useState } from 'react'
import type { GalleryImage, Generation } from 'shared'
import { api } from '../../api'
import { t } from '../../ui/i18n'
import { broughtBy } from '../gallery/shelves'
import { nameOfImage } from '../gallery/tile'

const most = 12

/** The newest images that were made from this one, those that `ended` brings while it is looked at among them. */
export function MadeFromThis({
  image,
  ended,
  onOpen,
}: {
  image: GalleryImage
  ended: Generation | null
  onOpen: (image: GalleryImage) => void
}) {
  const [made, setMade] = useState<GalleryImage[]>([])
  useEffect(() => {
    let current = true
    setMade([])
    api.images({ sourceImageId: image.id, limit: most }).then(
      ({ images }) => current && setMade((now) => withNew(images, now)),
      (error: unknown) => console.info('Toile: not told what was made from an image', error),
    )
    return () => {
      current = false
    }
  }, [image.id])
  // What had ended before this image was opened the server tells, as far as it was not deleted since.
  const [before] = useState(ended)
  useEffect(() => {
    if (ended !== before && ended?.source?.id === image.id) setMade((now) => withNew(now, broughtBy(ended)))
  }, [ended, before, image.id])
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

/** The newest of both, each once. */
function withNew(before: GalleryImage[], brought: GalleryImage[]): GalleryImage[] {
  const ids = new Set(brought.map(({ id }) => id))
  return [...brought, ...before.filter(({ id }) => !ids.has(id))].slice(0, most)
}
