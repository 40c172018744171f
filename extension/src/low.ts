import { type Balance, lowWarnings, type WalletSettings } from 'shared'

/** When the balance is low, as the designer set it. */
export type LowSettings = Pick<WalletSettings, 'lowPercent' | 'lowCredits'>

/** What a wallet begins with. */
const usual: LowSettings = { lowPercent: 20, lowCredits: 5 }

/**
 * Whether to warn: where the server does, and at the reserve. Zero is more than low. `settings` is null while the server has
 * not told them.
 */
export function isLow(balance: Balance, settings: LowSettings | null): boolean {
  const { credits, reserve } = balance
  return credits > 0 && (credits <= reserve || lowWarnings(balance, settings ?? usual).length > 0)
}
