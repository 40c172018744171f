import type { ReactNode } from 'react'
import type { PaymentNews } from 'shared'
import { Button } from '../ui/button'
import { FailureNote } from '../ui/failure-note'
import { t } from '../ui/i18n'
import { Note } from '../ui/note'
import { useAttempt } from '../ui/use-attempt'
import { type Due, duesWords, onTheWayWords, tellingWords, unpaidWords } from './money-words'
import { openPortal } from './open-portal'
import type { Telling } from './told'
import { type MoneyNews, noteSeen } from './use-money-news'

/** What there is to say about money: on its way, tried for in vain, undone, or due; each with its one next step. */
export function MoneyNotes({
  money,
  inVain,
  onBuy,
  onSeen,
}: {
  money: MoneyNews | null
  /** A checkout that was tried in vain while the page was open. */
  inVain: PaymentNews | null
  onBuy: () => void
  onSeen: () => void
}) {
  const vain = inVain === null ? null : unpaidWords(inVain)
  return (
    <>
      {money?.onTheirWay.map((payment) => (
        <Note key={payment.id} {...onTheWayWords(payment)} />
      ))}
      {vain !== null && <Note {...vain} actions={<BuyAgain onBuy={onBuy} />} />}
      {money?.told.map((telling) => (
        <ToldNote key={telling.payment.id} telling={telling} onBuy={onBuy} onSeen={onSeen} />
      ))}
      {money !== null && duesWords(money.plans, new Date()).map((due) => <DueNote key={due.title} {...due} />)}
    </>
  )
}

/** Whether `MoneyNotes` says anything. */
export function hasMoneyNotes(money: MoneyNews | null, inVain: PaymentNews | null): boolean {
  if (inVain !== null) return true
  return money !== null && money.onTheirWay.length + money.told.length + duesWords(money.plans, new Date()).length > 0
}

function BuyAgain({ onBuy }: { onBuy: () => void }) {
  return (
    <Button size="small" onClick={onBuy}>
      {t('buy_credits')}
    </Button>
  )
}

/** Said until the designer has seen it. */
function ToldNote({ telling, onBuy, onSeen }: { telling: Telling; onBuy: () => void; onSeen: () => void }) {
  const { failed, attempt } = useAttempt()
  const actions = (
    <>
      {telling.what === 'failed' && <BuyAgain onBuy={onBuy} />}
      <Button size="small" onClick={() => attempt(() => noteSeen(telling.payment.id).then(onSeen))}>
        {t('alert_seen')}
      </Button>
    </>
  )
  return <WithFailure note={<Note {...tellingWords(telling)} actions={actions} />} failed={failed} />
}

/** What is to be paid is paid where the payment service has its page. */
function DueNote({ payable, ...words }: Due) {
  const { failed, attempt } = useAttempt()
  const pay = (
    <Button size="small" onClick={() => attempt(openPortal)}>
      {t('pay_now')}
    </Button>
  )
  return <WithFailure note={<Note {...words} actions={payable && pay} />} failed={failed} />
}

function WithFailure({ note, failed }: { note: ReactNode; failed: ReturnType<typeof useAttempt>['failed'] }) {
  return (
    <>
      {note}
      {failed !== null && <FailureNote code={failed} />}
    </>
  )
}
