import type { TestCheckout } from '../../../../../generated/sqlite/client.ts'
import { monthsAfter } from '../../../../platform/months.ts'
import { brand, page } from '../../../pages/frame.ts'
import { type Html, html } from '../../../pages/html.ts'
import { day, dayInSentence, number, price, type Reader } from '../../../pages/reader.ts'
import { firstPeriod } from '../books/periods.ts'
import { type OrderWords, orderWords } from './order-words.ts'

/** What is ordered, and by whom. */
export interface Order {
  checkout: TestCheckout
  /** Of a member; null of a guest. */
  email: string | null
  /** Credits that the account has now, less what it owes. */
  balance: number
  /** Of a pack: months for which its credits are good. */
  validMonths: number | null
  /** Of pay-as-you-go: credits a month. */
  cap: number | null
}

/** The order, with the choice of what the test should do. One that was declined can be tried again. */
export function orderPage(reader: Reader, order: Order): Html {
  const words = orderWords[reader.language]
  const { title, sums, main, foot } = partsOf(reader, words, order)
  const { checkout, email } = order
  const body = html`<main><form method="post" class="sheet"><section>${brand}<h1>${title}</h1>
${email !== null && html`<p class="caption">${words.for(email)}</p>`}
${checkout.state === 'declined' && html`<p class="note" role="status">${words.declined}</p>`}
${choice(words, checkout.kind)}</section>
<section class="order"><h2>${words.order}</h2><dl class="sums">${sums}</dl>
<button class="main">${main}</button><button class="quiet" name="outcome" value="cancel" formnovalidate>${words.cancel}</button>
<p class="caption">${foot}</p></section></form></main>`
  return page(reader, { title, banner: 'own', body })
}

interface Parts {
  title: string
  sums: Html[]
  main: string
  foot: string
}

function partsOf(reader: Reader, words: OrderWords, order: Order): Parts {
  if (order.checkout.kind === 'pack') return packParts(reader, words, order)
  return order.checkout.kind === 'plan' ? planParts(reader, words, order) : meteredParts(reader, words, order)
}

function packParts(reader: Reader, words: OrderWords, { checkout, validMonths, balance }: Order): Parts {
  const { credits } = checkout
  const cost = price(reader, checkout)
  const count = number(reader, credits)
  const hint = validMonths === null ? null : words.expires(day(reader, monthsAfter(reader.now, validMonths)))
  return {
    title: words.buy(count, credits === 1),
    sums: [
      sum(words.pack(count, credits === 1), hint, cost),
      total(words.total, cost),
      balanceAfter(reader, words, balance + credits),
    ],
    main: words.pay(cost),
    foot: words.once,
  }
}

function planParts(reader: Reader, words: OrderWords, { checkout, balance }: Order): Parts {
  const { credits, interval } = checkout
  const cost = price(reader, checkout)
  const count = number(reader, credits)
  const renewal = dayInSentence(reader, firstPeriod(reader.now, interval ?? 'month').end)
  const terms = (interval === 'year' ? words.yearly : words.monthly)(cost, renewal)
  return {
    title: words.subscribe(count),
    sums: [sum(words.plan(count), terms, cost), total(words.totalNow, cost), balanceAfter(reader, words, balance + credits)],
    main: words.pay(cost),
    foot: words.renews(cost, renewal),
  }
}

function meteredParts(reader: Reader, words: OrderWords, { checkout, cap }: Order): Parts {
  const { amount, currency } = checkout
  const most = cap === null ? null : words.cap(number(reader, cap), price(reader, { amount: amount * cap, currency }))
  return {
    title: words.agree,
    sums: [
      sum(words.credit, most, words.each(price(reader, checkout))),
      total(words.totalNow, price(reader, { amount: 0, currency })),
    ],
    main: words.agreeTo,
    foot: words.billed(dayInSentence(reader, firstPeriod(reader.now, 'month').end)),
  }
}

function sum(what: string, hint: string | null, amount: string): Html {
  return html`<div><dt>${what}${hint !== null && html`<span class="caption">${hint}</span>`}</dt><dd>${amount}</dd></div>`
}

function total(what: string, amount: string): Html {
  return html`<div class="strong"><dt>${what}</dt><dd>${amount}</dd></div>`
}

function balanceAfter(reader: Reader, words: OrderWords, credits: number): Html {
  return sum(words.balanceAfter, null, words.credits(number(reader, credits), credits === 1))
}

function choice(words: OrderWords, kind: string): Html {
  const of = kind === 'plan' || kind === 'metered' ? kind : 'pack'
  const option = (value: string, label: string, hint: string) =>
    html`<label class="option"><input type="radio" name="outcome" value="${value}"${value === 'succeed' && html` checked`}>
<span><b>${label}</b><span class="caption">${hint}</span></span></label>`
  return html`<fieldset><legend>${words.question}</legend>${option('succeed', words.succeed, words.succeedHint[of])}
${option('decline', words.decline, words.declineHint[of])}${option('later', words.later, words.laterHint[of])}</fieldset>`
}
