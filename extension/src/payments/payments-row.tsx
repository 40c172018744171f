import { Button } from '../ui/button'
import { FailureNote } from '../ui/failure-note'
import { t } from '../ui/i18n'
import { useAttempt } from '../ui/use-attempt'
import { openPortal } from './open-portal'
import { savePayments } from './save-payment-file'

/** In the settings: all payments as a table, and the way to the payment service. */
export function PaymentsRow() {
  const { failed, attempt } = useAttempt()
  return (
    <div className="settings-row">
      <div className="grow stack">
        <div>
          <span>{t('payments_title')}</span>
          <p className="quiet">{t('payments_row_text')}</p>
        </div>
        {failed !== null && <FailureNote code={failed} />}
      </div>
      <Button onClick={() => attempt(openPortal)}>{t('manage_payment')}</Button>
      <Button onClick={() => attempt(savePayments)}>{t('history_export')}</Button>
    </div>
  )
}
