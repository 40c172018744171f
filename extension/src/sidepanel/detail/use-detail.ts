import { useEffect, useEffectEvent, useState } from 'react'
import type { GalleryImage, ImageDetail } from 'shared'
import { api } from '../../api'
import { codeOf, type FailureCode } from '../../failures'
import { worksUntil } from '../gallery/addresses'

/**
 * What the gallery does not tell of an image: asked for as it opens.
 * @param onNewer its address had ended, as in a panel that was left open: it has one that works again
 */
export function useDetail(image: GalleryImage, onNewer: (image: GalleryImage) => void) {
  const [read, setRead] = useState<{ detail: ImageDetail | null; failed: FailureCode | null }>({ detail: null, failed: null })
  const { id } = image
  const take = useEffectEvent((detail: ImageDetail) => {
    setRead({ detail, failed: null })
    if (worksUntil(image.url) < Date.now()) onNewer(detail.image)
  })
  useEffect(() => {
    let current = true
    setRead({ detail: null, failed: null })
    api.imageDetail(id).then(
      (detail) => current && take(detail),
      (error: unknown) => current && setRead({ detail: null, failed: codeOf(error) }),
    )
    return () => {
      current = false
    }
  }, [id])
  return read
}
