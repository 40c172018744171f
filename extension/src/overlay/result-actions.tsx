import { useId } from 'react'
import type { Generation } from 'shared'
import { fillDrag } from '../images/take-out'
import { useAnnounce } from '../ui/announce'
import { Button, IconButton } from '../ui/button'
import { type MessageKey, t } from '../ui/i18n'
import { useFree } from '../ui/use-free'
import type { Delivered } from './delivered-tile'
import { ResultCard } from './result-card'
import type { ResultWays } from './result-ways'
import type { Overlay } from './use-overlay'

/** The name of an action as its tooltip has it: with the key that does the same on a tile. */
const withKey = (action: MessageKey, key: string) => t('action_with_key', { action: t(action), key })

interface Shown {
  chosen: Delivered
  ways: ResultWays
  /** Nothing new can be begun: an order is on its way. */
  blocked: boolean
  /** Lets several images be chosen; null where there are not several. */
  onSeveral: (() => void) | null
}

/** The buttons for the chosen image. Dragging has the tile, and a handle; Copy and Download do the same by keyboard. */
export function ResultActions({ overlay, generation, ...shown }: Shown & { overlay: Overlay; generation: Generation }) {
  const cardId = useId()
  const { chosen, ways } = shown
  useAnnounce(ways.said)
  return (
    <div className="result-actions">
      <MainActions {...shown} cardId={cardId} />
      {ways.open !== null && (
        <ResultCard id={cardId} overlay={overlay} chosen={chosen} generation={generation} ways={ways} card={ways.open} />
      )}
      <div className="row more-actions">
        <MoreActions {...shown} cardId={cardId} />
        <p className="caption said grow">{ways.said}</p>
      </div>
      {ways.copyElsewhere !== null && (
        <Button wide icon="copy" onClick={() => void ways.copyElsewhere?.()}>
          {t('action_copy_elsewhere')}
        </Button>
      )}
    </div>
  )
}

function MainActions({ chosen, ways, blocked, cardId }: Shown & { cardId: string }) {
  const { asSource, adjust, open } = ways
  const isFree = useFree()
  const unfolds = (card: ResultWays['open']) => ({
    'aria-expanded': open === card,
    'aria-controls': open === card ? cardId : undefined,
  })
  return (
    <fieldset className={adjust === null ? 'actions actions-few' : 'actions'} aria-label={t('actions_label')}>
      <Button
        icon="drag"
        className="drag-handle"
        draggable
        onDragStart={(event) => fillDrag(event.dataTransfer, chosen.image, chosen.name)}
        onClick={ways.explainDrag}
      >
        {t('action_drag')}
      </Button>
      <Button icon="copy" title={withKey('action_copy', 'C')} onClick={() => void ways.copy()}>
        {t('action_copy')}
      </Button>
      <Button icon="download" {...unfolds('file')} title={withKey('action_download', 'D')} onClick={() => ways.toggle('file')}>
        {t('action_download')}
      </Button>
      {asSource !== null && (
        <Button icon="source" title={withKey('action_source', 'U')} blocked={blocked} onClick={asSource}>
          {t('action_source')}
        </Button>
      )}
      {adjust !== null && (
        <Button icon="adjust" title={withKey('action_adjust', 'A')} blocked={blocked} onClick={adjust}>
          <span>
            {t('action_adjust')} {isFree('recolour') && <span className="ok-text">{t('action_free')}</span>}
          </span>
        </Button>
      )}
      <Button
        icon="receipt"
        {...unfolds('receipt')}
        title={withKey('action_receipt', 'R')}
        onClick={() => ways.toggle('receipt')}
      >
        {t('action_receipt')}
      </Button>
    </fieldset>
  )
}

function MoreActions({ chosen, ways, blocked, onSeveral, cardId }: Shown & { cardId: string }) {
  const { favourite } = chosen.image
  const unfolds = (card: 'project' | 'again') => ({
    'aria-expanded': ways.open === card,
    'aria-controls': ways.open === card ? cardId : undefined,
    onClick: () => ways.toggle(card),
  })
  return (
    <fieldset className="row more-buttons" aria-label={t('action_more')}>
      <IconButton
        icon={favourite ? 'hearted' : 'heart'}
        name={t('action_favourite')}
        aria-pressed={favourite}
        onClick={() => void ways.favour()}
      />
      <IconButton icon="folder" name={t('action_project')} {...unfolds('project')} />
      {!blocked && ways.asSource !== null && <IconButton icon="again" name={t('action_again')} {...unfolds('again')} />}
      {onSeveral !== null && <IconButton icon="select" name={t('action_select')} onClick={onSeveral} />}
      <IconButton
        icon="trash"
        name={t('action_delete')}
        title={withKey('action_delete', t('key_delete'))}
        onClick={() => void ways.remove()}
      />
    </fieldset>
  )
}
