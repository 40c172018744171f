import { monthsAfter } from '../../platform/months.ts'
import type { BookedOrder } from './provider.ts'
import { styles } from './styles.ts'
import { wordsFor } from './words.ts'

const mark = `<svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true"><clipPath id="m"><rect width="32" height="32" rx="6"/></clipPath><g clip-path="url(#m)"><rect width="32" height="32" fill="var(--accent)"/><g fill="var(--bg)"><path d="M9.500 6.500c3 3.700 4 6.500 4 9.500s-1 5.800-4 9.500c-3-3.700-4-6.500-4-9.500s1-5.800 4-9.500z"/><path d="M22.500 22.500c3 3.700 4 6.500 4 9.500h-8c0-3 1-5.800 4-9.500zM22.500 9.500c3-3.700 4-6.500 4-9.500h-8c0 3 1 5.800 4 9.500z"/></g></g></svg>`

/** The order, with the choice of what the test should do. One that was declined can be tried again. */
export function orderPage(acceptLanguage: string | undefined, checkout: BookedOrder, balance: number): string {
  const { words, locale } = wordsFor(acceptLanguage)
  const { credits, price, date } = figures(locale, checkout)
  const option = (value: string, label: string, hint: string, checked: boolean) =>
    `<label class="option"><input type="radio" name="outcome" value="${value}"${checked ? ' checked' : ''}><span><b>${label}</b><small>${hint}</small></span></label>`
  return page(
    locale,
    words.title(credits),
    `<main><form method="post" class="sheet">
      <section class="what">${brand()}<h1>${words.title(credits)}</h1>
        ${checkout.state === 'declined' ? `<p class="declined" role="status"><b>${words.declined}</b> ${words.declinedHint}</p>` : ''}
        <fieldset><legend>${words.question}</legend>
          ${option('succeed', words.succeed, words.succeedHint, true)}${option('decline', words.decline, words.declineHint, false)}
        </fieldset></section>
      <section class="order"><h2>${words.order}</h2>
        <dl><div><dt>${words.pack(credits)}<small>${words.expires(date)}</small></dt><dd>${price}</dd></div>
          <div class="strong"><dt>${words.total}</dt><dd>${price}</dd></div>
          <div><dt>${words.balanceAfter}</dt><dd><b>${words.credits(number(locale, balance + checkout.credits))}</b></dd></div></dl>
        <button class="main">${words.pay(price)}</button>
        <button class="quiet" name="outcome" value="cancel" formnovalidate>${words.cancel}</button>
        <p>${words.once}</p></section></form></main>`,
    acceptLanguage,
  )
}

/** What became of it. */
export function endPage(acceptLanguage: string | undefined, checkout: BookedOrder, balance: number): string {
  const { words, locale } = wordsFor(acceptLanguage)
  const paid = checkout.state === 'paid'
  const title = paid ? words.added(number(locale, checkout.credits)) : words.cancelled
  const told = paid ? words.balance(number(locale, balance)) : words.nothing
  return page(
    locale,
    title,
    `<main class="end">${brand()}<div role="status"><h1>${title}</h1><p class="lead">${told}</p></div><p>${words.close}</p></main>`,
    acceptLanguage,
  )
}

function brand(): string {
  return `<div class="brand">${mark}<span>Toile</span></div>`
}

function figures(locale: string, checkout: BookedOrder) {
  const price = new Intl.NumberFormat(locale, { style: 'currency', currency: checkout.currency }).format(checkout.amount / 100)
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    monthsAfter(checkout.createdAt, 12),
  )
  return { credits: number(locale, checkout.credits), price, date }
}

function number(locale: string, value: number): string {
  return new Intl.NumberFormat(locale).format(value)
}

function page(locale: string, title: string, body: string, acceptLanguage: string | undefined): string {
  const { words } = wordsFor(acceptLanguage)
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title} · Toile</title><link rel="icon" href="data:,"><style>${styles}</style></head>
<body><header class="banner"><b>${words.testMode}</b> ${words.noCard}</header>${body}</body></html>`
}
