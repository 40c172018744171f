import { useId, useState } from 'react'
import { DownloadPanel } from '../images/download-panel'
import type { ImageActions } from '../images/image-actions'
import { fillDrag } from '../images/take-out'
import { useAnnounce } from '../ui/announce'
import { Button } from '../ui/button'
import { t } from '../ui/i18n'
import type { Delivered } from './delivered-tile'

/** What one can do with the chosen image in the overlay. */
export interface ResultWays extends ImageActions {
  /** Null while images are still on their way: their view stays. */
  asSource: (() => void) | null
}

/** The buttons for the chosen image. Dragging has the tile, and this handle; Copy and Download do the same by keyboard. */
export function ResultActions({ chosen, actions, blocked }: { chosen: Delivered; actions: ResultWays; blocked: boolean }) {
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
