import type { TestPayment } from '../../../../../generated/sqlite/client.ts'
import { type Html, html } from '../../../pages/html.ts'
import { fieldAmount, moment, number, price, type Reader } from '../../../pages/reader.ts'
import { disputedOf, refundedOf } from '../books/facts.ts'
import type { PaymentOverview } from '../books/overview.ts'
import { actForm } from './act-form.ts'
import type { ManageWords } from './manage-words.ts'

/** A payment, and what can be done to it as it is now. */
export function paymentCard(reader: Reader, words: ManageWords, one: PaymentOverview, newKey: () => string): Html {
  const { payment } = one
  const { id, periodStart, periodEnd } = payment
  const told = [id, ...standOf(reader, words, one)]
  if (periodStart !== null && periodEnd !== null) told.push(words.period(moment(reader, periodStart), moment(reader, periodEnd)))
  return html`<article class="card" id="${id}"><div class="facts"><h3>${nameOf(reader, words, payment)}</h3>${stateChip(words, payment)}
<b>${price(reader, payment)}</b><span class="caption">${told.join(' · ')}</span></div>
<div class="acts">${actsOf(reader, words, one, newKey)}</div></article>`
}

function nameOf(reader: Reader, words: ManageWords, { kind, credits }: TestPayment): string {
  const count = number(reader, credits)
  if (kind === 'pack') return words.pack(count)
  if (kind === 'statement') return words.statement(count)
  return (kind === 'charge' ? words.upgrade : words.plan)(count)
}

function stateChip({ states }: ManageWords, { state }: TestPayment): Html {
  const said = state === 'pending' || state === 'paid' || state === 'failed' ? states[state] : states.open
  return html`<span class="chip${state === 'failed' ? ' danger' : state === 'paid' ? ' ok' : ''}">${said}</span>`
}

/** “paid on 22 Nov 2026, 09:00”, “€4.50 refunded”. */
function standOf(reader: Reader, words: ManageWords, { payment, undone }: PaymentOverview): string[] {
  const { paidAt, tryAt, givenUp, state, currency } = payment
  const told: string[] = []
  if (paidAt !== null) told.push(words.paidOn(moment(reader, paidAt)))
  if (tryAt !== null) told.push(words.triedAgain(moment(reader, tryAt)))
  if (givenUp && state === 'failed') told.push(words.givenUp)
  const amounts: [number, (price: string) => string][] = [
    [refundedOf(undone.refunds), words.refunded],
    [disputedOf(undone.disputes.filter((dispute) => dispute.state === 'open')), words.disputed],
    [disputedOf(undone.disputes.filter((dispute) => dispute.state === 'lost')), words.lost],
  ]
  for (const [amount, said] of amounts) if (amount > 0) told.push(said(price(reader, { amount, currency })))
  return told
}

/** A charge that was dropped is not to be paid. */
function canBePaid({ state, kind, givenUp }: TestPayment): boolean {
  return state === 'open' || (state === 'failed' && !(kind === 'charge' && givenUp))
}

function actsOf(
  reader: Reader,
  words: ManageWords,
  { payment, undone, left, onItsWayTo }: PaymentOverview,
  newKey: () => string,
) {
  const { id, state, currency } = payment
  if (onItsWayTo !== null) return [actForm('arrive', onItsWayTo, words.arrive), actForm('never', onItsWayTo, words.never)]
  if (state !== 'paid') return canBePaid(payment) ? [actForm('pay', id, words.pay)] : []
  const acts: Html[] = []
  if (left > 0) acts.push(refundForm(words, payment, { left, key: newKey() }), actForm('dispute', id, words.dispute))
  if (undone.disputes.some((dispute) => dispute.state === 'open')) {
    acts.push(actForm('won', id, words.won), actForm('lost', id, words.lostIt))
  }
  const refunded = refundedOf(undone.refunds)
  if (refunded > 0) acts.push(actForm('failRefund', id, `${words.failRefund} · ${price(reader, { amount: refunded, currency })}`))
  return acts
}

/** The key goes with the form: sent twice, the money goes back once. */
function refundForm(words: ManageWords, { id, currency }: TestPayment, { left, key }: { left: number; key: string }): Html {
  const { value, step } = fieldAmount({ amount: left, currency })
  const digits = value.split('.')[1]?.length ?? 0
  const hidden = Object.entries({ act: 'refund', id, key, digits }).map(
    ([name, its]) => html`<input type="hidden" name="${name}" value="${its}">`,
  )
  return html`<form method="post">${hidden}<label>${words.amount}<input type="number" name="amount" min="${step}" max="${value}" step="${step}" value="${value}"></label>
<button>${words.refund}</button></form>`
}
