import type { Payment } from 'shared'
import { type Html, html } from '../pages/html.ts'
import { day, number, price, type Reader } from '../pages/reader.ts'
import { receiptStyles } from './receipt-styles.ts'
import { recordWords } from './words.ts'

const mark = html`<svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true"><clipPath id="m"><rect width="32" height="32" rx="6"/></clipPath><g clip-path="url(#m)"><rect width="32" height="32" fill="#2b3f7e"/><g fill="#fff"><path d="M9.500 6.500c3 3.700 4 6.500 4 9.500s-1 5.800-4 9.500c-3-3.700-4-6.500-4-9.500s1-5.800 4-9.500z"/><path d="M22.500 22.500c3 3.700 4 6.500 4 9.500h-8c0-3 1-5.800 4-9.500zM22.500 9.500c3-3.700 4-6.500 4-9.500h-8c0 3 1 5.800 4 9.500z"/></g></g></svg>`

/**
 * A receipt as a page of its own: it needs nothing from anywhere, runs nothing, and prints on one sheet.
 * @param email of a member; a guest has none
 */
export function receiptPage(reader: Reader, payment: Payment, email: string | null): Html {
  const words = recordWords[reader.language]
  const { label } = words
  const paid = payment.state !== 'pending' && payment.state !== 'failed'
  const title = paid ? (payment.testMode ? words.testReceipt : words.receipt) : words.unpaid
  const bought = words.bought[payment.kind](words.credits(number(reader, payment.credits), payment.credits === 1))
  const { price: total, undone, period } = payment
  const kept = { ...total, amount: total.amount - undone.amount }
  const on = (moment: string) => day({ ...reader, now: new Date(0) }, new Date(moment))
  const fact = (term: string, told: string | null) => told !== null && html`<div><dt>${term}</dt><dd>${told}</dd></div>`
  const sum = (term: string, amount: string, kind: string) =>
    html`<tr class="${kind}"><th scope="row">${term}</th><td>${amount}</td></tr>`
  return html`<!doctype html><html lang="${reader.locale}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${title} · Toile</title><link rel="icon" href="data:,"><style>${receiptStyles}</style></head>
<body><main>
<div class="brand">${mark}<span>Toile</span></div>
<h1>${title}</h1>
${payment.testMode && html`<p class="test">${paid ? words.noMoney : words.noMoneyYet}</p>`}
<dl>${fact(label.date, on(payment.createdAt))}${fact(label.paid, payment.paidAt && on(payment.paidAt))}${fact(label.state, words.state[payment.state])}${fact(label.email, email)}${fact(label.id, payment.id)}</dl>
<table><thead><tr><th scope="col">${label.item}</th><th scope="col">${label.price}</th></tr></thead>
<tbody><tr><td>${bought}${period !== null && html`<small>${words.period(on(period.start), on(period.end))}</small>`}</td><td>${price(reader, total)}</td></tr></tbody>
<tfoot>${sum(label.total, price(reader, total), 'total')}${undone.amount > 0 && html`${sum(label.returned, price(reader, { ...undone, amount: -undone.amount }), 'returned')}${sum(label.kept, price(reader, kept), 'total')}`}</tfoot></table>
<p class="note">${words.taxIncluded}</p>
</main></body></html>`
}
