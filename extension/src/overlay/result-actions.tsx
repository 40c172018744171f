import { useState } from 'react'
import type { Image } from 'shared'
import { Button } from '../ui/button'
import { type MessageKey, t } from '../ui/i18n'
import type { Delivered } from './delivered-tile'
import { imageBytes } from './image-bytes'
import { copyImage, downloadFile, fillDrag } from './take-out'

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

/** Actions on the chosen image; each says how it went. */
export function useImageActions(chosen: Delivered | null, onSource: ((image: Image) => void) | null): ImageActions {
  const [said, setSaid] = useState<MessageKey | null>(null)
  return {
    said,
    copy: async () => {
      if (chosen === null) return
      const drawn = document.querySelector<HTMLImageElement>(`[data-tile="${CSS.escape(chosen.key)}"] img`)
      setSaid((await copyImage(imageBytes(chosen.generationId, chosen.image), drawn)) ? 'said_copied' : 'said_not_copied')
    },
    download: async () => {
      if (chosen === null) return
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
export function ResultActions({ chosen, actions }: { chosen: Delivered; actions: ImageActions }) {
  return (
    <>
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
          <Button icon="source" onClick={actions.asSource}>
            {t('action_source')}
          </Button>
        )}
      </fieldset>
      <p className="caption" role="status">
        {actions.said === null ? '' : t(actions.said)}
      </p>
    </>
  )
}
