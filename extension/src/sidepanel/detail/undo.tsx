import type { GalleryImage } from 'shared'
import { api } from '../../api'
import { useAnnounce } from '../../ui/announce'
import { Button, IconButton } from '../../ui/button'
import { FailureNote } from '../../ui/failure-note'
import { t } from '../../ui/i18n'
import { useAttempt } from '../../ui/use-attempt'

/** An image was deleted: one click has it back. It stays until it is put away. */
export function Undo({
  image,
  onBack,
  onOver,
}: {
  image: GalleryImage
  onBack: (image: GalleryImage) => void
  onOver: () => void
}) {
  const { failed, attempt } = useAttempt()
  useAnnounce(t('gallery_deleted'))
  const undo = async () => {
    const { url, thumbUrl } = await api.restoreImage(image.id)
    onBack({ ...image, url, thumbUrl })
    onOver()
  }
  return (
    <div className="gallery-undo">
      <span>{t('gallery_deleted')}</span>
      {failed !== null && <FailureNote code={failed} />}
      <span className="row">
        <Button size="small" onClick={() => attempt(undo)}>
          {t('gallery_undo')}
        </Button>
        <IconButton icon="close" name={t('close')} onClick={onOver} />
      </span>
    </div>
  )
}
