import { local } from '../storage'
import { FailureNote } from '../ui/failure-note'
import { type MessageKey, t } from '../ui/i18n'
import { Switch } from '../ui/switch'
import { useAttempt } from '../ui/use-attempt'
import { useStored } from '../ui/use-stored'
import { Row, Section } from './section'

type Kind = keyof Awaited<ReturnType<typeof local.notify.get>>

const rows: { kind: Kind; title: MessageKey; text: MessageKey }[] = [
  { kind: 'finished', title: 'options_notify_finished', text: 'options_notify_finished_text' },
  { kind: 'low', title: 'options_notify_low', text: 'options_notify_low_text' },
  { kind: 'expiring', title: 'options_notify_expiring', text: 'options_notify_expiring_text' },
  { kind: 'renewal', title: 'options_notify_renewal', text: 'options_notify_renewal_text' },
]

/** What the system may tell outside the browser's window. It holds for this browser. */
export function NotificationsSection() {
  return (
    <Section title={t('options_notify')} text={t('options_notify_text')}>
      {rows.map(({ kind, title, text }) => (
        <NotifyRow key={kind} kind={kind} title={t(title)} text={t(text)} />
      ))}
    </Section>
  )
}

function NotifyRow({ kind, title, text }: { kind: Kind; title: string; text: string }) {
  const notify = useStored(local.notify)
  const { failed, attempt } = useAttempt()
  const id = `notify-${kind}`
  return (
    <Row>
      <div className="grow">
        <span>{title}</span>
        <p className="quiet" id={id}>
          {text}
        </p>
        {failed !== null && <FailureNote code={failed} />}
      </div>
      {notify !== undefined && (
        <Switch
          name={title}
          checked={notify[kind]}
          describedBy={id}
          onChange={(on) => attempt(() => local.notify.update((all) => ({ ...all, [kind]: on })))}
        />
      )}
    </Row>
  )
}
