import { useEffect, useRef } from 'react'
import type { Balance } from 'shared'
import { BalanceChip } from '../ui/balance-chip'
import { IconButton } from '../ui/button'
import { t } from '../ui/i18n'
import { Mark } from '../ui/mark'

/** What lies over the panel's views, and the way back to them. */
export interface Over {
  title: string
  back: () => void
}

/** Where one is in the panel, what can be spent and the way to more of it, and the way to the settings. */
export function PanelHeader({
  balance,
  over,
  onBuy,
}: {
  balance: Balance | null
  over: Over | null
  /** Null where credits are bought just now, or cannot be. */
  onBuy: (() => void) | null
}) {
  const title = useRef<HTMLHeadingElement>(null)
  const words = over?.title
  // The view below cannot be reached meanwhile: the next key press starts here.
  useEffect(() => {
    if (words !== undefined) title.current?.focus()
  }, [words])
  return (
    <header className="page-header">
      {over === null ? (
        <>
          <Mark />
          <h1 key="panel" className="word grow heading" tabIndex={-1} ref={title}>
            {t('extensionName')}
          </h1>
        </>
      ) : (
        <>
          <IconButton icon="left" name={t('back')} onClick={over.back} />
          <h1 key={over.title} className="title grow heading" tabIndex={-1} ref={title}>
            {over.title}
          </h1>
        </>
      )}
      <BalanceChip balance={balance} onBuy={onBuy} />
      <IconButton icon="settings" name={t('settings_title')} onClick={() => void chrome.runtime.openOptionsPage()} />
    </header>
  )
}
