import { useAnnounce } from '../ui/announce'
import { t } from '../ui/i18n'
import { Icon } from '../ui/icon'
import { Mark } from '../ui/mark'
import { usePinned } from './use-pinned'

/** How to keep the icon in sight: browsers hide it at first, and its number with it. It goes when that is done. */
export function PinHint() {
  const pinned = usePinned()
  useAnnounce(pinned ? t('welcome_pinned') : '')
  if (pinned !== false) return null
  return (
    <aside className="pin-hint" aria-label={t('welcome_pin')}>
      <div className="pin-drawing" aria-hidden="true">
        <Icon name="puzzle" />
        <Icon name="right" />
        <span className="row pin-line">
          <Mark size={16} />
          {t('extensionName')}
          <Icon name="pin" />
        </span>
      </div>
      <div>
        <h2 className="strong">{t('welcome_pin')}</h2>
        <p className="quiet">{t('welcome_pin_text')}</p>
      </div>
    </aside>
  )
}
