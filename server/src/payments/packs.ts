import { type Pack, pack } from 'shared'
import * as z from 'zod'
import { ToileError } from '../platform/errors.ts'

/** What can be bought once. Prices are in cents, tax included. */
export const defaultPacks: Pack[] = z.array(pack).parse([
  { id: 'pack-100', credits: 100, price: { amount: 900, currency: 'EUR' }, validMonths: 12 },
  { id: 'pack-300', credits: 300, price: { amount: 2400, currency: 'EUR' }, validMonths: 12 },
  { id: 'pack-600', credits: 600, price: { amount: 4200, currency: 'EUR' }, validMonths: 12 },
])

export interface Offers {
  packs: Pack[]
  named(packId: string): Pack
  /** Ids of the packs that cover a shortfall of so many credits, smallest first; the largest where none does. */
  covering(shortfall: number): string[]
}

export function createOffers(packs: Pack[]): Offers {
  const bySize = [...packs].sort((a, b) => a.credits - b.credits)
  return {
    packs: bySize,
    named: (packId) => {
      const found = bySize.find((candidate) => candidate.id === packId)
      if (found === undefined) throw new ToileError('NOT_FOUND')
      return found
    },
    covering: (shortfall) => {
      const enough = bySize.filter((candidate) => candidate.credits >= shortfall)
      return (enough.length > 0 ? enough : bySize.slice(-1)).map((candidate) => candidate.id)
    },
  }
}
