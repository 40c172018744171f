import type { GalleryImage, Image } from 'shared'
import type { ImageActions } from '../../images/image-actions'
import { ask } from '../../messages'
import { Button } from '../../ui/button'
import { FailureNote } from '../../ui/failure-note'
import { type MessageKey, t } from '../../ui/i18n'
import type { IconName } from '../../ui/icon-shapes'
import { ownSource } from '../../ui/own-source'
import { useAttempt } from '../../ui/use-attempt'
import { openBatch } from './open-batch'

const withImage = (image: Image, operation: 'vary' | 'recolour') =>
  ask('ui-bg-open-overlay', { operation, source: ownSource(image) })

/** What one does with an image as it is: take it out, work on from it, mark it. */
export function MainActions({
  image,
  actions,
  fileOpen,
  cardId,
  onFile,
}: {
  image: GalleryImage
  actions: ImageActions
  fileOpen: boolean
  cardId: string
  onFile: () => void
}) {
  const opening = useAttempt()
  return (
    <>
      <fieldset className="image-actions" aria-label={t('actions_label')}>
        <Button icon="download" aria-expanded={fileOpen} aria-controls={fileOpen ? cardId : undefined} onClick={onFile}>
          {t('detail_download')}
        </Button>
        <Action icon="copy" name="action_copy" onClick={() => void actions.copy()} />
        <Action icon="source" name="action_source" onClick={() => opening.attempt(() => withImage(image, 'vary'))} />
        <Action icon="adjust" name="action_adjust" onClick={() => opening.attempt(() => withImage(image, 'recolour'))} />
        <Button icon={image.favourite ? 'hearted' : 'heart'} aria-pressed={image.favourite} onClick={() => void actions.favour()}>
          {t('action_favourite')}
        </Button>
      </fieldset>
      {opening.failed !== null && <FailureNote code={opening.failed} />}
    </>
  )
}

function Action({ icon, name, onClick }: { icon: IconName; name: MessageKey; onClick: () => void }) {
  return (
    <Button icon={icon} onClick={onClick}>
      {t(name)}
    </Button>
  )
}

/** Opens the images that were made together. */
export function OpenBatch({ image }: { image: GalleryImage }) {
  const { failed, attempt } = useAttempt()
  return (
    <>
      <Button look="ghost" icon="gallery" onClick={() => attempt(() => openBatch(image))}>
        {t('detail_batch')}
      </Button>
      {failed !== null && <FailureNote code={failed} />}
    </>
  )
}
