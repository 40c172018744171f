import { useEffect, useRef } from 'react'
import type { Balance } from 'shared'
import { BalanceChip } from '../ui/balance-chip'
import { IconButton } from '../ui/button'
import { t } from '../ui/i18n'
import { Mark } from '../ui/mark'

/** Where one is in the panel, what can be spent, and the way to the settings. With `onBack` it is the header of one image. */
export function PanelHeader({ balance, onBack }: { balance: Balance | null; onBack: (() => void) | null }) {
  const title = useRef<HTMLHeadingElement>(null)
  const isImage = onBack !== null
  // The gallery below cannot be reached meanwhile: the next key press starts here.
  useEffect(() => {
    if (isImage) title.current?.focus()
  }, [isImage])
  return (
    <header className="page-header">
      {onBack === null ? (
        <>
          <Mark />
          <h1 key="panel" className="word grow heading" tabIndex={-1} ref={title}>
            {t('extensionName')}
          </h1>
        </>
      ) : (
        <>
          <IconButton icon="left" name={t('back')} onClick={onBack} />
          <h1 key="image" className="title grow heading" tabIndex={-1} ref={title}>
            {t('image_title')}
          </h1>
        </>
      )}
      <BalanceChip balance={balance} />
      <IconButton icon="settings" name={t('settings_title')} onClick={() => void chrome.runtime.openOptionsPage()} />
    </header>
  )
}
