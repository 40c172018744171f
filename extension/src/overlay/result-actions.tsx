import { useState } from 'react'
import type { Image } from 'shared'
import { useAnnounce } from '../ui/announce'
import { Button } from '../ui/button'
import { type MessageKey, t } from '../ui/i18n'
import type { Delivered } from './delivered-tile'
import { imageBytes } from './image-bytes'
import { type Copied, copyImage, downloadFile, fillDrag } from './take-out'

/** What one can do with the chosen image; `said` is the last outcome in words. */
export interface ImageActions {
  said: MessageKey | null
  copy: () => Promise<void>
  download: () => Promise<void>
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

/** Actions on the chosen image; each says how it went. */
export function useImageActions(chosen: Delivered | null, onSource: ((image: Image) => void) | null): ImageActions {
  const [said, setSaid] = useState<MessageKey | null>(null)
  return {
    said,
    copy: async () => {
      if (chosen === null) return
      setSaid(null)
      setSaid(copyWords[await copyImage(imageBytes(chosen.generationId, chosen.image), chosen.image)])
    },
    download: async () => {
      if (chosen === null) return
      setSaid(null)
      try {
        downloadFile(await imageBytes(chosen.generationId, chosen.image), chosen.name)
        setSaid('said_downloaded')
      } catch (error) {
        console.warn('Toile: the image could not be fetched', error)
        setSaid('said_not_downloaded')
      }
    },
    asSource: onSource === null ? null : () => chosen !== null && onSource(chosen.image),
    explainDrag: () => setSaid('said_drag_how'),
  }
}

/** The buttons for the chosen image. Dragging has the tile, and this handle; Copy and Download do the same by keyboard. */
export function ResultActions({ chosen, actions, blocked }: { chosen: Delivered; actions: ImageActions; blocked: boolean }) {
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
        <Button icon="download" onClick={() => void actions.download()}>
          {t('action_download')}
        </Button>
        {actions.asSource !== null && (
          <Button icon="source" blocked={blocked} onClick={actions.asSource}>
            {t('action_source')}
          </Button>
        )}
      </fieldset>
      <p className="caption said">{said}</p>
    </div>
  )
}
