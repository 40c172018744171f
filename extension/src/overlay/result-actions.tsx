import { useId, useState } from 'react'
import type { Image, ImageFileRequest } from 'shared'
import { api } from '../api'
import { useAnnounce } from '../ui/announce'
import { Button } from '../ui/button'
import { type MessageKey, t } from '../ui/i18n'
import type { Delivered } from './delivered-tile'
import { DownloadPanel } from './download-panel'
import { fileBytes, imageBytes } from './image-bytes'
import { type Copied, copyImage, downloadFile, fillDrag } from './take-out'

/** A file for print: its format, and its width or its resolution. */
export type FileWish = Pick<ImageFileRequest, 'format' | 'widthCm' | 'dpi'>

/** What one can do with the chosen image; `said` is the last outcome in words. */
export interface ImageActions {
  said: MessageKey | null
  copy: () => Promise<void>
  /** The image as it is. */
  download: () => Promise<void>
  downloadAs: (wish: FileWish) => Promise<void>
  /** A file for print is being made. */
  working: boolean
  /** Null while images are still on their way: their view stays. */
  asSource: (() => void) | null
  /** A click on what has to be dragged: says how, and what does the same by keyboard. */
  explainDrag: () => void
}

const copyWords: Record<Copied, MessageKey> = {
  'as-png': 'said_copied',
  'as-picture': 'said_copied_picture',
  'not-arrived': 'said_not_arrived',
  'not-allowed': 'said_not_copied',
}

/** The chosen image's file in another format or for a size in print. */
async function printFile({ image, name }: Delivered, wish: FileWish): Promise<{ bytes: Blob; name: string }> {
  const file = await api.file({ id: image.id, ...wish })
  const ending = file.name.slice(file.name.lastIndexOf('.'))
  return { bytes: await fileBytes(file.url), name: name.replace(/\.\w+$/, '') + ending }
}

/** Actions on the chosen image; each says how it went. */
export function useImageActions(chosen: Delivered | null, onSource: ((image: Image) => void) | null): ImageActions {
  const [said, setSaid] = useState<MessageKey | null>(null)
  const [working, setWorking] = useState(false)
  const save = async (made: Promise<{ bytes: Blob; name: string }>) => {
    setSaid(null)
    setWorking(true)
    try {
      const { bytes, name } = await made
      downloadFile(bytes, name)
      setSaid('said_downloaded')
    } catch (error) {
      console.warn('Toile: the image could not be fetched', error)
      setSaid('said_not_downloaded')
    } finally {
      setWorking(false)
    }
  }
  return {
    said,
    working,
    copy: async () => {
      if (chosen === null) return
      setSaid(null)
      setSaid(copyWords[await copyImage(imageBytes(chosen.generationId, chosen.image), chosen.image)])
    },
    download: async () => {
      if (chosen === null) return
      const { generationId, image, name } = chosen
      await save(imageBytes(generationId, image).then((bytes) => ({ bytes, name })))
    },
    downloadAs: async (wish) => {
      if (chosen !== null) await save(printFile(chosen, wish))
    },
    asSource: onSource === null ? null : () => chosen !== null && onSource(chosen.image),
    explainDrag: () => setSaid('said_drag_how'),
  }
}

/** The buttons for the chosen image. Dragging has the tile, and this handle; Copy and Download do the same by keyboard. */
export function ResultActions({ chosen, actions, blocked }: { chosen: Delivered; actions: ImageActions; blocked: boolean }) {
  const [choosing, setChoosing] = useState(false)
  const panelId = useId()
  const said = actions.said === null ? '' : t(actions.said)
  useAnnounce(said)
  return (
    <div className="result-actions">
      <fieldset className="actions" aria-label={t('actions_label')}>
        <Button
          icon="drag"
          className="drag-handle"
          draggable
          onDragStart={(event) => fillDrag(event.dataTransfer, chosen.image, chosen.name)}
          onClick={actions.explainDrag}
        >
          {t('action_drag')}
        </Button>
        <Button icon="copy" onClick={() => void actions.copy()}>
          {t('action_copy')}
        </Button>
        <Button
          icon="download"
          aria-expanded={choosing}
          aria-controls={choosing ? panelId : undefined}
          onClick={() => setChoosing(!choosing)}
        >
          {t('action_download')}
        </Button>
        {actions.asSource !== null && (
          <Button icon="source" blocked={blocked} onClick={actions.asSource}>
            {t('action_source')}
          </Button>
        )}
      </fieldset>
      {choosing && (
        <DownloadPanel
          id={panelId}
          image={chosen.image}
          working={actions.working}
          onDownload={(wish) => void actions.downloadAs(wish)}
        />
      )}
      <p className="caption said">{said}</p>
    </div>
  )
}
