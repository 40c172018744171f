import type { Lot } from 'shared'
import { type Html, html } from './html.ts'
import { type LotsWords, lotsWords } from './lots-words.ts'
import { day, daysUntil, number, type Reader } from './reader.ts'

/** Credits that end within so many days are spoken of in days, and stand out. */
const soonDays = 7

/** What the balance is made of: a bar with one stretch a lot, first to be used on the left, and the same in words. */
export function lotsCard(reader: Reader, lots: Lot[]): Html | null {
  // Pay-as-you-go is no part of the balance; what has yet to begin, or is set aside, cannot be spent now.
  const usable = lots.filter(
    ({ kind, available, effectiveAt }) => kind !== 'metered' && available > 0 && Date.parse(effectiveAt) <= reader.now.getTime(),
  )
  if (usable.length === 0) return null
  const words = lotsWords[reader.language]
  const label = usable.map((lot) => words.amount(nameOf(words, lot), number(reader, lot.available)))
  const stretches = usable.map((lot) => html`<span class="weave weave-${lot.kind}" style="flex:${lot.available}"></span>`)
  return html`<div class="card"><div class="lots-bar" role="img" aria-label="${new Intl.ListFormat(reader.locale, { type: 'unit' }).format(label)}">${stretches}</div>
<ul class="lots">${usable.map((lot) => legendOf(reader, words, lot))}</ul></div>`
}

function legendOf(reader: Reader, words: LotsWords, lot: Lot): Html {
  const soon = lot.kind !== 'plan' && daysUntil(reader, new Date(lot.expiresAt)) <= soonDays
  return html`<li><span class="swatch weave weave-${lot.kind}"></span><span>${nameOf(words, lot)}</span>
<span class="caption${soon ? ' warn strong' : ''}">${endOf(reader, words, lot)}</span><span class="amount">${number(reader, lot.available)}</span></li>`
}

function nameOf(words: LotsWords, { kind, label }: Lot): string {
  if (kind === 'plan') return words.plan(label)
  if (kind === 'trial' || kind === 'promo') return words[kind]
  return words.pack(label)
}

function endOf(reader: Reader, words: LotsWords, { kind, expiresAt }: Lot): string {
  const end = new Date(expiresAt)
  const days = daysUntil(reader, end)
  const said = kind === 'plan' ? words.resets : words.ends
  if (days <= 0) return said.today
  if (days === 1) return said.tomorrow
  return days <= soonDays ? said.days(number(reader, days)) : said.on(day(reader, end))
}
