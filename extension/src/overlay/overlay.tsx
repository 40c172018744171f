import { ask } from '../messages'
import { Button } from '../ui/button'
import { FailureNote } from '../ui/failure-note'
import { t } from '../ui/i18n'
import { Note } from '../ui/note'
import { useAttempt } from '../ui/use-attempt'
import { Panel } from './panel'
import { useSession } from './use-session'

/** The overlay for the session that the page's address names. */
export function OverlayFor({ sessionId }: { sessionId: string }) {
  const state = useSession(sessionId)
  if (state.at === 'reading') return <div className="overlay" />
  if (state.at === 'gone') return <Gone />
  return <Panel key={state.session.id} session={state.session} />
}

/** Sessions end with the browser; a page that the browser restored finds none. */
function Gone() {
  const { failed, attempt } = useAttempt()
  const openNew = () => attempt(() => ask('ui-bg-open-overlay', { operation: 'generate' }))
  return (
    <div className="overlay">
      <div className="overlay-body">
        <Note title={t('gone_title')} actions={<Button onClick={openNew}>{t('new_from_words')}</Button>}>
          {t('gone_text')}
        </Note>
        {failed !== null && <FailureNote code={failed} />}
      </div>
    </div>
  )
}
