import { ToileError } from '../platform/errors.ts'
import type { MeteredForSale, PlansForSale } from './plans.router.ts'

const refused = (): never => {
  throw new ToileError('NOT_FOUND')
}

/** Where nothing but packs is sold. */
export const noPlans: PlansForSale = {
  list: async () => ({ plans: [], current: null, metered: null, testMode: true }),
  subscribe: async () => refused(),
  preview: async () => refused(),
  change: async () => refused(),
  cancel: async () => refused(),
  resume: async () => refused(),
}

export const noMetered: MeteredForSale = {
  enable: async () => refused(),
  setCap: async () => refused(),
  disable: async () => refused(),
}
