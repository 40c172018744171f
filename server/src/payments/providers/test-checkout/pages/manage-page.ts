import type { TestCheckout } from '../../../../../generated/sqlite/client.ts'
import { brand, page } from '../../../pages/frame.ts'
import { type Html, html } from '../../../pages/html.ts'
import { moment, price, type Reader } from '../../../pages/reader.ts'
import type { Overview } from '../books/overview.ts'
import { actForm } from './act-form.ts'
import { type ManageWords, manageWords } from './manage-words.ts'
import { paymentCard } from './payment-card.ts'
import { subscriptionCard } from './subscription-card.ts'

/** The test bank: all that a customer bought, and everything that a bank, a card or a shop can do to it afterwards. */
export function managePage(
  reader: Reader,
  { overview, told, newKey }: { overview: Overview; told: 'done' | 'stale' | null; newKey: () => string },
): Html {
  const words = manageWords[reader.language]
  const { subscriptions, payments, pending } = overview
  const nothing = subscriptions.length + payments.length + pending.length === 0
  const body = html`<main class="bank">${brand}<h1>${words.title}</h1><p class="lead">${words.lead} ${words.today(moment(reader, reader.now))}</p>
${told === 'done' && html`<p class="note note-ok" role="status">${words.told}</p>`}${told === 'stale' && html`<p class="note" role="status">${words.stale}</p>`}
${nothing && html`<p class="card">${words.none}</p>`}
${subscriptions.length + pending.length > 0 && html`<h2>${words.subscriptions}</h2>`}
${pending.map((checkout) => pendingCard(reader, words, checkout))}${subscriptions.map((one) => subscriptionCard(reader, words, one))}
${payments.length > 0 && html`<h2>${words.payments}</h2>`}${payments.map((one) => paymentCard(reader, words, one, newKey))}
<div class="links"><a class="button quiet" href="/checkout/done">${words.back}</a></div></main>`
  return page(reader, { title: words.title, banner: 'own', body })
}

function pendingCard(reader: Reader, words: ManageWords, checkout: TestCheckout): Html {
  return html`<article class="card" id="${checkout.id}"><div class="facts"><h3>${words.metered}</h3><span class="chip">${words.states.pending}</span>
<b>${price(reader, checkout)}</b></div>
<div class="acts">${actForm('arrive', checkout.id, words.arrive)}${actForm('never', checkout.id, words.never)}</div></article>`
}
