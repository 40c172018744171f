import { useEffect, useRef } from 'react'
import type { AccountErasure } from 'shared'
import { Button } from '../ui/button'
import { facts, t, tn } from '../ui/i18n'
import { Mark } from '../ui/mark'

/** What was erased, and what is still there. */
export function DeletedView({ erased }: { erased: AccountErasure }) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const close = async () => {
    const own = await chrome.tabs.getCurrent()
    if (own?.id !== undefined) await chrome.tabs.remove(own.id)
  }
  return (
    <main className="settings settings-deleted">
      <Mark />
      <h1 className="settings-title" tabIndex={-1} ref={title}>
        {t('deleted_title')}
      </h1>
      <p>{facts(tn('images', erased.images), tn('deleted_requests', erased.requests), tn('cost_credits', erased.credits))}</p>
      <p className="quiet">{t('deleted_text')}</p>
      <p className="quiet">{t('deleted_next')}</p>
      <Button onClick={() => void close()}>{t('deleted_close')}</Button>
    </main>
  )
}
