import { useEffect, useEffectEvent, useId, useState } from 'react'
import type { GalleryImage, Generation, Image, ImageDetail } from 'shared'
import { api } from '../../api'
import { codeOf, type FailureCode } from '../../failures'
import { downloadName } from '../../images/download-name'
import { DownloadPanel } from '../../images/download-panel'
import { type ImageActions, useImageActions } from '../../images/image-actions'
import { MoveCard } from '../../images/move-card'
import { ReceiptCard } from '../../images/receipt-card'
import { ask } from '../../messages'
import { useAnnounce } from '../../ui/announce'
import { Button } from '../../ui/button'
import { FailureNote } from '../../ui/failure-note'
import { type MessageKey, t } from '../../ui/i18n'
import type { IconName } from '../../ui/icon-shapes'
import { operationName } from '../../ui/operation-name'
import { ownSource } from '../../ui/own-source'
import { useAttempt } from '../../ui/use-attempt'
import { worksUntil } from '../gallery/addresses'
import { MadeFromThis } from './made-from-this'
import { openBatch } from './open-batch'
import { RecipeCard } from './recipe-card'

export interface ImageViewProps {
  image: GalleryImage
  /** The generation that has ended last meanwhile. */
  ended: Generation | null
  /** Another state of it, or newer addresses. */
  onChange: (image: GalleryImage) => void
  onDeleted: (image: GalleryImage) => void
  /** It lies in another project now. */
  onMoved: () => void
  /** Another image is to be looked at. */
  onOpen: (image: GalleryImage) => void
}

/** One image in large, with what it cost, how it was made, and what one can do with it. */
export function ImageView({ image, ended, onChange, onDeleted, onMoved, onOpen }: ImageViewProps) {
  const { detail, failed } = useDetail(image, onChange)
  const [open, setOpen] = useState<'file' | 'project' | null>(null)
  const name = downloadName(image, [image.prompt, operationName(image.operation)], image.generationId, image.index)
  const own = { image, name, generationId: image.generationId, operation: image.operation }
  const actions = useImageActions(own, async ({ imageId }) => onChange((await api.imageDetail(imageId)).image))
  useAnnounce(actions.said)
  const cardId = useId()
  const toggle = (card: 'file' | 'project') => setOpen(open === card ? null : card)
  const deleting = useAttempt()
  const remove = async () => {
    await api.deleteImage(image.id)
    onDeleted(image)
  }
  return (
    <div className="image-view panel-sections">
      <img className="image-large" src={image.url} alt={image.prompt || operationName(image.operation)} />
      <MainActions image={image} actions={actions} fileOpen={open === 'file'} cardId={cardId} onFile={() => toggle('file')} />
      {open === 'file' && (
        <DownloadPanel
          id={cardId}
          image={image}
          working={actions.working}
          onDownload={(wish) => void actions.downloadAs(wish)}
          onPalette={() => void actions.downloadPalette()}
        />
      )}
      {actions.said !== '' && <p className="caption image-said">{actions.said}</p>}
      {failed !== null && <FailureNote code={failed} />}
      <h2 className="unseen">{operationName(image.operation)}</h2>
      <ReceiptCard generationId={image.generationId} imageId={image.id} />
      <RecipeCard image={image} detail={detail} />
      <MadeFromThis image={image} ended={ended} onOpen={onOpen} />
      {open === 'project' && (
        <MoveCard
          id={cardId}
          generationId={image.generationId}
          projectId={image.projectId}
          count={image.count}
          onMoved={(moved, words) => {
            setOpen(null)
            actions.tell(words)
            onChange({ ...image, projectId: moved.projectId })
            onMoved()
          }}
        />
      )}
      <div className="row image-last">
        <Button look="ghost" icon="folder" aria-expanded={open === 'project'} onClick={() => toggle('project')}>
          {t('detail_move')}
        </Button>
        <OpenBatch image={image} />
        <Button look="ghost" icon="trash" className="image-delete" onClick={() => deleting.attempt(remove)}>
          {t('detail_delete')}
        </Button>
      </div>
      {deleting.failed !== null && <FailureNote code={deleting.failed} />}
    </div>
  )
}

/**
 * What the gallery does not tell of an image: asked for as it opens.
 * @param onNewer its address had ended, as in a panel that was left open: it has one that works again
 */
function useDetail(image: GalleryImage, onNewer: (image: GalleryImage) => void) {
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

const withImage = (image: Image, operation: 'vary' | 'recolour') =>
  ask('ui-bg-open-overlay', { operation, source: ownSource(image) })

function MainActions({
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
function OpenBatch({ image }: { image: GalleryImage }) {
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
