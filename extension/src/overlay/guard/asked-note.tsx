import { Button } from '../../ui/button'
import { FailureNote } from '../../ui/failure-note'
import { t } from '../../ui/i18n'
import { Note } from '../../ui/note'
import type { Spending } from './use-spending'

/** In the panel, while the window asks: where to look, and that nothing is spent meanwhile. */
export function AskedNote({ spending: { asked, failed, drop } }: { spending: Spending }) {
  if (failed !== null) {
    return (
      <div className="overlay-notice">
        <FailureNote code={failed} />
      </div>
    )
  }
  if (!asked) return null
  return (
    <div className="overlay-notice">
      <Note
        title={t('asked_title')}
        text={t('asked_text')}
        actions={
          <Button size="small" onClick={drop}>
            {t('cancel')}
          </Button>
        }
      />
    </div>
  )
}
