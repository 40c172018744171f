import { useId, useState } from 'react'
import type { GalleryImage, Generation } from 'shared'
import { api } from '../../api'
import { downloadName } from '../../images/download-name'
import { DownloadPanel } from '../../images/download-panel'
import { useImageActions } from '../../images/image-actions'
import { MoveCard } from '../../images/move-card'
import { ReceiptCard } from '../../images/receipt-card'
import { useAnnounce } from '../../ui/announce'
import { Button } from '../../ui/button'
import { FailureNote } from '../../ui/failure-note'
import { t } from '../../ui/i18n'
import { operationName } from '../../ui/operation-name'
import { useAttempt } from '../../ui/use-attempt'
import { MainActions, OpenBatch } from './image-buttons'
import { MadeFromThis } from './made-from-this'
import { RecipeCard } from './recipe-card'
import { useDetail } from './use-detail'

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
      <img
        className="image-large"
        src={image.url}
        width={image.width}
        height={image.height}
        alt={image.prompt || operationName(image.operation)}
      />
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
