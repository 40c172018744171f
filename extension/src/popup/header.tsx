import { useRef } from 'react'
import { openGallery } from '../open-gallery'
import { IconButton } from '../ui/button'
import { t } from '../ui/i18n'
import { Mark } from '../ui/mark'
import { useFocusKept } from '../ui/use-focus-kept'

export type PopupView = 'home' | 'history' | 'buy'

/** Where one is in the popup, and where one can go. */
export function PopupHeader({ view, onView }: { view: PopupView; onView: (view: PopupView) => void }) {
  const title = useRef<HTMLHeadingElement>(null)
  useFocusKept(title, view)
  return (
    <header className="page-header">
      {view === 'home' ? (
        <>
          <Mark />
          <h1 key="home" className="word grow heading" tabIndex={-1} ref={title}>
            {t('extensionName')}
          </h1>
        </>
      ) : (
        <>
          <IconButton icon="left" name={t('back')} onClick={() => onView('home')} />
          <h1 key={view} className="title grow heading" tabIndex={-1} ref={title}>
            {view === 'buy' ? t('buy_credits') : t('history_title')}
          </h1>
        </>
      )}
      {view !== 'history' && <IconButton icon="history" name={t('history_title')} onClick={() => onView('history')} />}
      <IconButton
        icon="gallery"
        name={t('open_gallery')}
        onClick={() => {
          openGallery().then(
            () => window.close(),
            (error: unknown) => console.error('Toile: the gallery did not open', error),
          )
        }}
      />
      <IconButton icon="settings" name={t('settings_title')} onClick={() => void chrome.runtime.openOptionsPage()} />
    </header>
  )
}
