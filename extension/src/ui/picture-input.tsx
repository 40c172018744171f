import type { RefObject } from 'react'
import { t } from './i18n'

/** The browser's own field for a picture of the designer's; a button elsewhere opens it by a click on `ref`. */
export function PictureInput({ ref, onPicture }: { ref: RefObject<HTMLInputElement | null>; onPicture: (file: File) => void }) {
  return (
    <input
      ref={ref}
      type="file"
      accept="image/png,image/jpeg,image/webp,image/avif,image/gif"
      aria-label={t('source_choose')}
      tabIndex={-1}
      className="unseen"
      onChange={(event) => {
        const file = event.target.files?.[0]
        if (file !== undefined) onPicture(file)
        // The same file can be chosen again after a failure.
        event.target.value = ''
      }}
    />
  )
}
