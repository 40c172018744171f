import type { Balance, CheckoutState, GenerationRequest, Lot, PaymentKind } from 'shared'
import { type DoneWords, doneWords } from './done-words.ts'
import { brand, page, type TestBanner } from './frame.ts'
import { type Html, html } from './html.ts'
import { lotsCard } from './lots.ts'
import { dayInSentence, number, type Reader } from './reader.ts'

/** Characters of a draft's prompt that are shown. */
const promptShown = 40

/** What became of a checkout, and what the designer has now. */
export interface Done {
  kind: PaymentKind
  state: CheckoutState
  credits: number
  /** Of pay-as-you-go. */
  cap: number | null
  /** Of a plan: when it renews. */
  renewsAt: Date | null
  /** Where it can be tried again; null where it cannot. */
  url: string | null
  receiptUrl: string | null
  balance: Balance
  lots: Lot[]
  draft: Pick<GenerationRequest, 'operation' | 'count' | 'prompt'> | null
  /** No money moves. */
  banner: TestBanner
}

/** The page that one comes back to after paying, or after not paying. */
export function donePage(reader: Reader, done: Done): Html {
  const words = doneWords[reader.language]
  const { title, told, rest } = partsOf(reader, words, done)
  const body = html`<main class="end" data-state="${done.state}">${brand}${heading(title, told)}<div class="rest">${rest}</div></main>`
  return page(reader, { title, banner: done.banner, body, again: done.state === 'pending' })
}

interface Parts {
  title: string
  told: string[]
  rest: Html
}

function partsOf(reader: Reader, words: DoneWords, done: Done): Parts {
  if (done.state === 'paid') return paid(reader, words, done)
  if (done.state === 'pending') {
    const look = html`<div class="links"><a class="button quiet" href="">${words.lookAgain}</a></div>`
    return { title: words.pending, told: [words.pendingHint], rest: html`${look}${foot(words.closeHint)}` }
  }
  const { open, declined, failed, cancelled } = words
  const title = { open, declined, failed, cancelled }[done.state]
  const balance = number(reader, done.balance.credits)
  const told = [done.draft === null ? words.nothing(balance) : words.nothingAndDraft(balance)]
  const retry = done.state === 'open' ? words.goOn : words.tryAgain
  const isOpen = done.state !== 'cancelled' && done.state !== 'failed' && done.url !== null
  const other = done.kind === 'pack' ? words.otherPack : words.otherOffer
  return {
    title,
    told,
    rest: html`${isOpen && html`<a class="button main" href="${done.url}">${retry}</a>`}
${foot(done.state === 'failed' ? words.beginAnew : other)}`,
  }
}

function paid(reader: Reader, words: DoneWords, done: Done): Parts {
  const { kind, credits, cap, renewsAt, banner } = done
  const metered = kind === 'metered'
  const title = metered ? words.meteredOn : words.added(number(reader, credits), credits === 1)
  const told = [metered ? words.meteredCap(number(reader, cap ?? 0)) : words.balance(number(reader, done.balance.credits))]
  if (kind === 'plan' && renewsAt !== null) told.push(words.renews(dayInSentence(reader, renewsAt)))
  if (banner !== null) told.push(words.wasTest)
  const rest = html`${lotsCard(reader, done.lots)}${draft(reader, words, done)}${receipt(words, done)}${foot(words.closeHint)}`
  return { title, told, rest }
}

function heading(title: string, told: string[]): Html {
  return html`<div role="status"><h1>${title}</h1><p class="lead">${told.join(' ')}</p></div>`
}

/** The work that waited for the credits. */
function draft(reader: Reader, words: DoneWords, { draft: kept }: Done): Html | null {
  if (kept === null) return null
  const { operation, count, prompt } = kept
  const what = (operation === 'vary' ? words.variations : words.images)(number(reader, count), count === 1)
  const characters = [...prompt]
  const short = characters.length > promptShown ? `${characters.slice(0, promptShown).join('').trimEnd()}…` : prompt
  return html`<div class="card"><p class="strong">${words.draftWaits}</p><p class="caption">${prompt === '' ? what : words.draft(what, short)}</p></div>`
}

function receipt(words: DoneWords, { receiptUrl, banner }: Done): Html | null {
  if (receiptUrl === null) return null
  return html`<div class="links"><a class="button quiet" href="${receiptUrl}">${banner === null ? words.receipt : words.testReceipt}</a></div>`
}

/** What this page cannot do: tabs are closed by hand. */
function foot(told: string): Html {
  return html`<p class="caption centred">${told}</p>`
}

/** Where pages of a payment service lead back to. */
export function backPage(reader: Reader, banner: TestBanner): Html {
  const words = doneWords[reader.language]
  return page(reader, {
    title: words.back,
    banner,
    body: html`<main class="end">${brand}${heading(words.back, [words.closeHint])}</main>`,
  })
}
