import { Button } from '../ui/button'
import { t } from '../ui/i18n'
import { Icon } from '../ui/icon'

/** The place of an image that was deleted, and the way to have it back. */
export function DeletedTile({ place, onUndo }: { place: string; onUndo: (() => void) | null }) {
  return (
    <li className="tile tile-missing" data-place={place}>
      <div>
        <Icon name="trash" />
        <b className="strong">{t('tile_deleted')}</b>
        {onUndo !== null && (
          <Button size="small" icon="back" onClick={onUndo}>
            {t('tile_undo')}
          </Button>
        )}
      </div>
    </li>
  )
}
