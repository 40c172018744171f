import type { Tx } from '../platform/db.ts'
import type { WalletState } from './state.ts'

/** One accepted command: the wallet before and after it. */
export interface Step {
  before: WalletState | null
  after: WalletState
  /** ms */
  now: number
}

/**
 * Sees every step of every batch, in order, inside the transaction that records it. So what another feature notices (a
 * balance that fell below a threshold) is written exactly when it happened, and never when it did not.
 */
export interface Witness {
  see(tx: Tx, steps: readonly Step[]): Promise<void>
}
