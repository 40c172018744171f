import type { MeteredOffer, Pack, Plan } from 'shared'
import { ToileError } from '../../platform/errors.ts'
import type { SoldPlan } from '../provider.ts'
import type { OfferList } from './offer-list.ts'

/** What is for sale, and the terms of what was. */
export interface Offers {
  /** Of the list that is sold by now; 0 where nothing is. */
  version: number
  /** Smallest first. */
  packs: Pack[]
  plans: Plan[]
  /** Null where pay-as-you-go is not offered. */
  metered: MeteredOffer | null
  /** `NOT_FOUND` where it is not sold now. */
  pack(id: string): Pack
  /** As it is sold now, or as it was by an older list. `NOT_FOUND` where it is in neither. */
  plan(id: string, version?: number): Plan
  /** Pay-as-you-go as an older list offered it, or this one. `NOT_FOUND` where that list did not. */
  meteredOf(version: number): MeteredOffer
  /** A plan in the form in which a provider is told of it. */
  sold(plan: Plan, version: number): SoldPlan
  /** Ids of the plans that bring an entitlement, as they are sold now. */
  plansBringing(entitlement: string): string[]
  /** Ids of the packs that cover a shortfall of so many credits, smallest first; the largest where none does. */
  covering(shortfall: number): string[]
}

/**
 * @param sold null where nothing is for sale: then older lists still say what was sold
 * @param lists every list that was ever sold by, in any order; `sold` among them or not
 */
export function createOffers(sold: OfferList | null, lists: readonly OfferList[] = []): Offers {
  const current = sold ?? nothing
  const byVersion = new Map([...lists, current].map((list) => [list.version, list]))
  const packs = current.packs.toSorted((a, b) => a.credits - b.credits)
  return {
    version: current.version,
    packs,
    plans: current.plans,
    metered: current.metered,
    pack: (id) => found(packs, id),
    plan: (id, version = current.version) => found(byVersion.get(version)?.plans ?? [], id),
    meteredOf: (version) => {
      const offer = byVersion.get(version)?.metered ?? null
      if (offer === null) throw new ToileError('NOT_FOUND')
      return offer
    },
    sold: ({ id, credits, price, interval }, version) => ({ id, version, credits, price, interval }),
    plansBringing: (name) => current.plans.filter(({ entitlement }) => entitlement === name).map(({ id }) => id),
    covering: (shortfall) => {
      const enough = packs.filter((candidate) => candidate.credits >= shortfall)
      return (enough.length > 0 ? enough : packs.slice(-1)).map((candidate) => candidate.id)
    },
  }
}

const nothing: OfferList = { version: 0, packs: [], plans: [], metered: null }

function found<Offer extends { id: string }>(offers: readonly Offer[], id: string): Offer {
  const offer = offers.find((candidate) => candidate.id === id)
  if (offer === undefined) throw new ToileError('NOT_FOUND')
  return offer
}
