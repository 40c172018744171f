import { meteredOffer, pack, plan } from 'shared'
import * as z from 'zod'

/** What is given away is given by a promo code or the operator, not by a checkout. */
const costs = (offers: { price: { amount: number } }[]) => offers.every(({ price }) => price.amount > 0)
const unique = <Item extends { id: string }>(items: Item[]) => new Set(items.map(({ id }) => id)).size === items.length
const twice = 'the same id stands there twice'
const free = 'a price must be above 0; a promo code gives credits for nothing'

/** All that is for sale. Prices are in the currency's smallest unit, tax included. A version never changes: another price is another version. */
export const offerList = z
  .strictObject({
    version: z.int().positive(),
    packs: z.array(pack.strict()).max(20).refine(unique, twice).refine(costs, free),
    plans: z.array(plan.strict()).max(20).refine(unique, twice).refine(costs, free).default([]),
    /** Null: pay-as-you-go is not offered. */
    metered: meteredOffer
      .strict()
      .refine(({ creditPrice }) => creditPrice.amount > 0, free)
      .refine(({ usualCap, maxCap }) => usualCap <= maxCap, 'usualCap must be at most maxCap')
      .nullable()
      .default(null),
  })
  .refine(({ packs, plans }) => unique([...packs, ...plans]), 'a pack and a plan must not have the same id')
export type OfferList = z.infer<typeof offerList>

const eur = (amount: number) => ({ amount, currency: 'EUR' })

/** What Toile sells where the operator has set nothing else. */
export const defaultOffers: OfferList = offerList.parse({
  version: 1,
  packs: [
    { id: 'pack-100', credits: 100, price: eur(900), validMonths: 12 },
    { id: 'pack-300', credits: 300, price: eur(2400), validMonths: 12 },
    { id: 'pack-600', credits: 600, price: eur(4200), validMonths: 12 },
  ],
  plans: [
    { id: 'month-30', credits: 30, interval: 'month', price: eur(270) },
    { id: 'month-120', credits: 120, interval: 'month', price: eur(960) },
    { id: 'month-400', credits: 400, interval: 'month', price: eur(2800) },
    { id: 'year-30', credits: 30, interval: 'year', price: eur(2700) },
    { id: 'year-120', credits: 120, interval: 'year', price: eur(9600) },
    { id: 'year-400', credits: 400, interval: 'year', price: eur(28_000) },
  ],
  metered: { creditPrice: eur(10), usualCap: 50, maxCap: 1000 },
})
