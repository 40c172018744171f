import { ask } from '../messages'
import { Announcer } from '../ui/announce'
import { Button } from '../ui/button'
import { FailureNote } from '../ui/failure-note'
import { t } from '../ui/i18n'
import { useAccountGone } from '../ui/no-account'
import { Note } from '../ui/note'
import { useAttempt } from '../ui/use-attempt'
import { OverlayHeader } from './header'
import { closeOverlay } from './leave'
import { Panel } from './panel'
import { useKeys } from './use-keys'
import { useSession } from './use-session'

/** The overlay for the session that this page is about. */
export function OverlayHere() {
  const state = useSession()
  if (state.at === 'reading') return <div className="overlay" />
  if (state.at === 'gone') return <Gone sessionId={state.sessionId} />
  return <Panel key={state.session.id} session={state.session} />
}

/** Sessions end with the browser; a page that the browser restored finds none. */
function Gone({ sessionId }: { sessionId: string }) {
  const { failed, attempt } = useAttempt()
  const isAccountGone = useAccountGone()
  const [title, text] = isAccountGone ? [t('error_no_account'), t('deleted_anew_text')] : [t('gone_title'), t('gone_text')]
  const openNew = () => attempt(() => ask('ui-bg-open-overlay', { operation: 'generate' }))
  const close = () => void closeOverlay(sessionId)
  useKeys(close, null)
  return (
    <div className="overlay" role="dialog" aria-label={t('extensionName')}>
      <Announcer>
        <OverlayHeader balance={null} onClose={close} />
        <div className="overlay-body">
          <Note title={title} text={text} actions={<Button onClick={openNew}>{t('new_from_words')}</Button>} />
          {failed !== null && <FailureNote code={failed} />}
        </div>
      </Announcer>
    </div>
  )
}
