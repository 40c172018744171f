import type { Balance } from 'shared'
import { api } from '../api'
import { Button } from '../ui/button'
import { FailureNote } from '../ui/failure-note'
import { t } from '../ui/i18n'
import { lowWords } from '../ui/low-words'
import { Note } from '../ui/note'
import { endingTitle, endsNow, type Notice, noticesOf } from '../ui/notices'
import { useAttempt } from '../ui/use-attempt'
import { usePrices } from '../ui/use-free'
import type { WalletContents } from './read-wallet'

/** Early enough to act: the balance is low, credits end, a cap or a budget is nearly used up. */
export function Warnings({
  balance,
  low,
  contents: { lots, alerts },
  onSeen,
}: {
  balance: Balance
  low: boolean
  contents: WalletContents
  onSeen: () => void
}) {
  const now = new Date()
  const ending = lots.filter((lot) => endsNow(lot, now))
  const said = new Set(ending.map(({ id }) => id))
  const unsaid = alerts.filter(({ details }) => details.kind !== 'expiring' || !said.has(details.lotId))
  const notices = noticesOf(unsaid, lots, balance, now)
  if (!low && ending.length === 0 && notices.length === 0) return null
  return (
    <section className="section stack">
      {low && <LowNote balance={balance} />}
      {ending.map((lot) => (
        <Note key={lot.id} look="expiring" title={endingTitle(lot, lot.available, now)} text={t('ending_used_first')} />
      ))}
      {notices.map((notice) => (
        <NoticeNote key={notice.alertId} notice={notice} onSeen={onSeen} />
      ))}
    </section>
  )
}

function LowNote({ balance }: { balance: Balance }) {
  return <Note look="warn" {...lowWords(balance, usePrices())} />
}

/** Said until the designer has seen it. */
function NoticeNote({ notice: { alertId, look, title, text }, onSeen }: { notice: Notice; onSeen: () => void }) {
  const { failed, attempt } = useAttempt()
  const seen = () => attempt(() => api.acknowledge(alertId).then(onSeen))
  const action = (
    <Button size="small" onClick={seen}>
      {t('alert_seen')}
    </Button>
  )
  return (
    <>
      <Note look={look} title={title} text={text} actions={action} />
      {failed !== null && <FailureNote code={failed} />}
    </>
  )
}
