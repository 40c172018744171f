import type { ReactNode } from 'react'
import { Icon } from './icon'
import type { IconName } from './icon-shapes'

const icons: Record<NoteLook, IconName> = { plain: 'info', warn: 'warn', ok: 'check', offline: 'globe', expiring: 'clock' }
const classes: Record<NoteLook, string> = { plain: '', warn: 'note-warn', ok: 'note-ok', offline: '', expiring: 'note-warn' }
type NoteLook = 'plain' | 'warn' | 'ok' | 'offline' | 'expiring'

/** One calm message: what happened, what to do, and at most a few ways on. Announced politely, never as an alert. */
export function Note({
  look = 'plain',
  title,
  children,
  actions,
}: {
  look?: NoteLook
  title: string
  children?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className={`note ${classes[look]}`} role="status">
      <Icon name={icons[look]} />
      <div>
        <b className="strong">{title}</b>
        {children && <p className="caption">{children}</p>}
        {actions && <div className="note-actions">{actions}</div>}
      </div>
    </div>
  )
}
