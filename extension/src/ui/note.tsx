import type { ReactNode } from 'react'
import { useAnnounce } from './announce'
import { Icon } from './icon'
import type { IconName } from './icon-shapes'

const icons: Record<NoteLook, IconName> = { plain: 'info', warn: 'warn', ok: 'check', offline: 'globe', expiring: 'clock' }
const classes: Record<NoteLook, string> = { plain: '', warn: 'note-warn', ok: 'note-ok', offline: '', expiring: 'note-warn' }
type NoteLook = 'plain' | 'warn' | 'ok' | 'offline' | 'expiring'

/** One calm message: what happened, what to do, and at most a few ways on. The page's announcer reads it out. */
export function Note({
  look = 'plain',
  title,
  text = '',
  actions,
}: {
  look?: NoteLook
  title: string
  text?: string
  actions?: ReactNode
}) {
  useAnnounce(text === '' ? title : `${title} ${text}`)
  return (
    <div className={`note ${classes[look]}`}>
      <Icon name={icons[look]} />
      <div>
        <b className="strong">{title}</b>
        {text !== '' && <p className="caption">{text}</p>}
        {actions && <div className="note-actions">{actions}</div>}
      </div>
    </div>
  )
}
