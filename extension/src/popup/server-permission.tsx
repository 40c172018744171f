import { type ReactNode, useEffect, useState } from 'react'
import { permissionFor } from '../server-address'
import { local } from '../storage'
import { Button } from '../ui/button'
import { t } from '../ui/i18n'
import { Note } from '../ui/note'
import { useStored } from '../ui/use-stored'

/**
 * Where the server does not answer: whether it is for want of the browser's permission, which some browsers do not give at
 * install, and the way to give it. `otherwise` is shown where the permission is there.
 */
export function ServerPermission({ onAllowed, otherwise }: { onAllowed: () => void; otherwise: ReactNode }) {
  const serverUrl = useStored(local.settings)?.serverUrl
  const [lacking, setLacking] = useState(false)
  useEffect(() => {
    if (serverUrl === undefined) return
    let gone = false
    chrome.permissions.contains({ origins: [permissionFor(serverUrl)] }).then(
      (there) => gone || setLacking(!there),
      (error: unknown) => console.info('Toile: the permission is not told', error),
    )
    return () => {
      gone = true
    }
  }, [serverUrl])
  if (!lacking || serverUrl === undefined) return otherwise
  const allow = () => {
    chrome.permissions.request({ origins: [permissionFor(serverUrl)] }).then(
      (there) => {
        setLacking(!there)
        if (there) onAllowed()
      },
      (error: unknown) => console.warn('Toile: the browser did not ask', error),
    )
  }
  const button = (
    <Button size="small" onClick={allow}>
      {t('server_allow')}
    </Button>
  )
  return (
    <Note look="offline" title={t('server_lacking', { server: serverUrl })} text={t('server_lacking_text')} actions={button} />
  )
}
