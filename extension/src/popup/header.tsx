import { IconButton } from '../ui/button'
import { t } from '../ui/i18n'
import { Mark } from '../ui/mark'

export type PopupView = 'home' | 'history' | 'buy'

/** Where one is in the popup, and where one can go. */
export function PopupHeader({ view, onView }: { view: PopupView; onView: (view: PopupView) => void }) {
  return (
    <header className="popup-header">
      {view === 'home' ? (
        <>
          <Mark />
          <h1 className="word grow">{t('extensionName')}</h1>
        </>
      ) : (
        <>
          <IconButton icon="left" name={t('back')} onClick={() => onView('home')} />
          <h1 className="title grow">{view === 'buy' ? t('buy_credits') : t('history_title')}</h1>
        </>
      )}
      {view !== 'history' && <IconButton icon="history" name={t('history_title')} onClick={() => onView('history')} />}
      <IconButton icon="settings" name={t('settings_title')} onClick={() => void chrome.runtime.openOptionsPage()} />
    </header>
  )
}
