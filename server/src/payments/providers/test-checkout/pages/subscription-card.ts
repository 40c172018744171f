import type { TestSubscription } from '../../../../../generated/sqlite/client.ts'
import { type Html, html } from '../../../pages/html.ts'
import { moment, number, price, type Reader } from '../../../pages/reader.ts'
import type { Overview } from '../books/overview.ts'
import { choiceForm } from './act-form.ts'
import type { ManageWords } from './manage-words.ts'

/** A plan or pay-as-you-go, and how its next charges shall go. */
export function subscriptionCard(reader: Reader, words: ManageWords, one: Overview['subscriptions'][number]): Html {
  const { subscription, standing } = one
  const { id, kind, credits, renewals, chargesDeclined, endedAt } = subscription
  const name = kind === 'metered' ? words.metered : words.plan(number(reader, credits))
  const next = choiceForm('renewals', id, {
    label: kind === 'metered' ? words.bills_metered : words.renewals,
    chosen: renewals,
    options: [
      ['succeed', words.succeed],
      ['fail', words.fail],
      ['give_up', words.give_up],
    ],
    set: words.set,
  })
  const charges = choiceForm('charges', id, {
    label: words.charges,
    chosen: chargesDeclined ? 'decline' : 'succeed',
    options: [
      ['succeed', words.succeed],
      ['decline', words.declined],
    ],
    set: words.set,
  })
  const forms = html`<div class="acts">${next}${kind === 'plan' && charges}</div>`
  return html`<article class="card" id="${id}"><div class="facts"><h3>${name}</h3><span class="chip">${words.standing[standing]}</span>
<b>${kind === 'metered' ? words.each(price(reader, subscription)) : price(reader, subscription)}</b><span class="caption">${[id, courseOf(reader, words, subscription)].join(' · ')}</span></div>
${endedAt === null && forms}</article>`
}

function courseOf(reader: Reader, words: ManageWords, { kind, endedAt, endsWithPeriod, periodEnd }: TestSubscription): string {
  if (endedAt !== null) return words.ended(moment(reader, endedAt))
  if (endsWithPeriod) return words.ends(moment(reader, periodEnd))
  return (kind === 'metered' ? words.bills : words.renews)(moment(reader, periodEnd))
}
