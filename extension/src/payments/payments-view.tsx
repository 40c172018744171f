import { useRef } from 'react'
import { Button } from '../ui/button'
import { FailureNote } from '../ui/failure-note'
import { t } from '../ui/i18n'
import { Icon } from '../ui/icon'
import { ListEnd } from '../ui/list-end'
import { useAttempt } from '../ui/use-attempt'
import { useFocusKept } from '../ui/use-focus-kept'
import { openPortal } from './open-portal'
import { PaymentLine } from './payment-line'
import { savePayments } from './save-payment-file'
import { usePayments } from './use-payments'

/** What was paid, newest first, each with its receipt; all of it as a table; and the way to the payment service. */
export function PaymentsView({ news }: { news: unknown }) {
  const { state, more } = usePayments(news)
  const { payments, nextCursor } = state
  const place = useRef<HTMLDivElement>(null)
  // A note, or the button that showed the rest, goes and takes the focus along.
  useFocusKept(() => place.current?.querySelector<HTMLElement>('button') ?? null, `${state.at} ${nextCursor === null}`)
  const now = new Date()
  return (
    <div className="stack" ref={place}>
      <ul>
        {payments.map((payment) => (
          <PaymentLine key={payment.id} payment={payment} now={now} />
        ))}
      </ul>
      <ListEnd state={state} none={payments.length === 0 ? t('payments_none') : null} more={more} />
      {payments.length > 0 && <Foot />}
    </div>
  )
}

/** What concerns all of them. */
function Foot() {
  const { failed, attempt } = useAttempt()
  return (
    <>
      <div className="row history-foot">
        <Button size="small" className="grow" onClick={() => attempt(openPortal)}>
          {t('manage_payment')}
          <Icon name="external" />
        </Button>
        <Button size="small" className="grow" onClick={() => attempt(savePayments)}>
          {t('history_export')}
        </Button>
      </div>
      {failed !== null && <FailureNote code={failed} />}
    </>
  )
}
