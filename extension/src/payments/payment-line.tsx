import type { Payment } from 'shared'
import { FailureNote } from '../ui/failure-note'
import { facts, t } from '../ui/i18n'
import { Icon } from '../ui/icon'
import { price } from '../ui/money'
import { useAttempt } from '../ui/use-attempt'
import { needsNotice, paymentFacts, paymentIcons, paymentStanding, paymentTitle } from './payment-words'
import { saveReceipt } from './save-payment-file'

/** One payment: what for, when, where it stands, how much; and its receipt, once there is one. */
export function PaymentLine({ payment, now }: { payment: Payment; now: Date }) {
  const { failed, attempt } = useAttempt()
  const title = paymentTitle(payment)
  const shown = paymentFacts(payment, now)
  return (
    <li className="line payment-line">
      <span className="thumb line-icon">
        <Icon name={paymentIcons[payment.kind]} />
      </span>
      <div className="grow">
        <p className="strong">{title}</p>
        <p className="caption">{shown}</p>
        <p className="caption">
          <span className={needsNotice(payment) ? 'strong warn-text' : ''}>{paymentStanding(payment, now)}</span>
          {payment.paidAt !== null && (
            <>
              {' · '}
              <button
                type="button"
                className="link"
                aria-label={t('receipt_save_named', { what: facts(title, shown) })}
                onClick={() => attempt(() => saveReceipt(payment.id))}
              >
                {t('receipt_save')}
              </button>
            </>
          )}
        </p>
        {failed !== null && <FailureNote code={failed} />}
      </div>
      <span className={payment.state === 'pending' ? 'quiet' : 'strong'}>{price(payment.price)}</span>
    </li>
  )
}
