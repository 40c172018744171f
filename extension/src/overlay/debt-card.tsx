import type { ErrorDetails, PaymentNews } from 'shared'
import { CheckoutNote } from '../payments/checkout-note'
import { useAnnounce } from '../ui/announce'
import { errorSentence } from '../ui/error-sentence'
import { FailureNote } from '../ui/failure-note'
import { Heading } from './heading'
import { PackChoices } from './pack-choices'
import type { PackChoice } from './use-pack-choice'

/** A payment was undone: what is owed, what is safe, and the packs that pay it. Calm, as at zero. */
export function DebtCard({
  details,
  payment,
  choice,
}: {
  details: ErrorDetails
  /** The last that was heard of a payment. */
  payment: PaymentNews | null
  choice: PackChoice
}) {
  const { what, next } = errorSentence('IN_DEBT', details)
  useAnnounce(`${what} ${next}`)
  return (
    <>
      <div className="card blocked-card">
        <Heading view="debt">{what}</Heading>
        <p className="quiet">{next}</p>
        <PackChoices choice={choice} />
      </div>
      {payment !== null && <CheckoutNote news={payment} />}
      {choice.failed !== null && <FailureNote code={choice.failed} />}
    </>
  )
}
