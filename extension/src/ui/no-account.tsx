import { ask } from '../messages'
import { local } from '../storage'
import { Button } from './button'
import { FailureNote } from './failure-note'
import { t } from './i18n'
import { Note } from './note'
import { useAttempt } from './use-attempt'
import { useStored } from './use-stored'

/** Whether the designer has deleted their account at the server of the settings, and not begun anew. */
export function useAccountGone(): boolean {
  const serverUrl = useStored(local.settings)?.serverUrl
  const farewells = useStored(local.farewells)
  return serverUrl !== undefined && farewells?.[serverUrl] === 'gone'
}

/** In place of what an account had: it begins with a new one only when the designer says so. */
export function NoAccount({ onBegun = () => {} }: { onBegun?: () => void }) {
  const { failed, attempt } = useAttempt()
  const begin = () => attempt(() => ask('ui-bg-begin-anew', {}).then(onBegun))
  const action = (
    <Button size="small" onClick={begin}>
      {t('deleted_anew')}
    </Button>
  )
  return (
    <>
      <Note title={t('error_no_account')} text={t('deleted_anew_text')} actions={action} />
      {failed !== null && <FailureNote code={failed} />}
    </>
  )
}
