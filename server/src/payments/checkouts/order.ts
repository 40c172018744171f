import type { Checkout } from '../../../generated/sqlite/client.ts'
import type { Offers } from '../offers/offers.ts'
import type { OrderedThing } from '../provider.ts'

/** What somebody wants to buy or agree to. */
export interface Order {
  intentId: string
  thing: OrderedThing
  /** Of pay-as-you-go: the most credits of a cycle. */
  cap?: number
}

type Terms = Pick<Checkout, 'kind' | 'offerId' | 'offersVersion' | 'credits' | 'amount' | 'currency' | 'validMonths' | 'cap'>

/** An order's terms, as its checkout keeps them. `NOT_FOUND` where the pack is not sold any more. */
export function termsOf(offers: Offers, { thing, cap = 0 }: Order): Terms {
  switch (thing.kind) {
    case 'pack': {
      const { id: offerId, version: offersVersion, credits, price } = thing
      const { validMonths } = offers.pack(offerId)
      return { kind: 'pack', offerId, offersVersion, credits, ...price, validMonths, cap: null }
    }
    case 'plan': {
      const { id: offerId, version: offersVersion, credits, price } = thing.plan
      return { kind: 'plan', offerId, offersVersion, credits, ...price, validMonths: null, cap: null }
    }
    case 'metered': {
      const { version: offersVersion, creditPrice } = thing
      return { kind: 'metered', offerId: 'metered', offersVersion, credits: 0, ...creditPrice, validMonths: null, cap }
    }
  }
}

/** What a checkout is for, by the terms that it keeps. */
export function thingOf(offers: Offers, row: Checkout): OrderedThing {
  const { kind, offerId: id, offersVersion: version, credits } = row
  const price = { amount: row.amount, currency: row.currency }
  if (kind === 'plan') return { kind, plan: offers.sold(offers.plan(id, version), version) }
  return kind === 'metered' ? { kind, version, creditPrice: price } : { kind: 'pack', id, version, credits, price }
}
