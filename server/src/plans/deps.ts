import type { Checkouts } from '../payments/checkouts/checkouts.ts'
import type { BuyingDeps } from '../payments/deps.ts'

export interface PlansDeps extends BuyingDeps {
  checkouts: Pick<Checkouts, 'start' | 'close'>
  /** Whether an account was deleted: nothing of it goes on. */
  isDeleted: (accountId: string) => Promise<boolean>
}
