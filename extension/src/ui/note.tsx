import type { ReactNode } from 'react'
import { useAnnounce } from './announce'
import { Icon } from './icon'
import type { IconName } from './icon-shapes'

const icons: Record<NoteLook, IconName> = {
  plain: 'info',
  warn: 'warn',
  ok: 'check',
  offline: 'globe',
  expiring: 'clock',
  waiting: 'clock',
  reserve: 'lock',
}
const classes: Record<NoteLook, string> = {
  plain: '',
  warn: 'note-warn',
  ok: 'note-ok',
  offline: '',
  expiring: 'note-warn',
  waiting: '',
  reserve: 'note-warn',
}
export type NoteLook = 'plain' | 'warn' | 'ok' | 'offline' | 'expiring' | 'waiting' | 'reserve'

/**
 * One calm message: what happened, what to do, and at most a few ways on: buttons side by side as `actions`, or whatever
 * `children` are. The page's announcer reads it out; `id` is that of its words, to describe something by.
 */
export function Note({
  look = 'plain',
  title,
  text = '',
  actions,
  id,
  children,
}: {
  look?: NoteLook
  title: string
  text?: string
  actions?: ReactNode
  id?: string
  children?: ReactNode
}) {
  useAnnounce(text === '' ? title : `${title} ${text}`)
  return (
    <div className={`note ${classes[look]}`}>
      <Icon name={icons[look]} />
      <div>
        <div id={id}>
          <b className="strong">{title}</b>
          {text !== '' && <p className="caption">{text}</p>}
        </div>
        {actions && <div className="note-actions">{actions}</div>}
        {children}
      </div>
    </div>
  )
}
