import type { Balance, WalletSettings } from 'shared'

/** When the balance is low, as the designer set it. */
export type LowSettings = Pick<WalletSettings, 'lowPercent' | 'lowCredits'>

/** What a wallet begins with. */
const usual: LowSettings = { lowPercent: 20, lowCredits: 5 }

/**
 * Whether to warn: at so few credits, at so small a share of what there was after the last grant, or at the reserve. Zero is
 * more than low. `settings` is null while the server has not told them.
 */
export function isLow({ credits, afterLastGrant, reserve }: Balance, settings: LowSettings | null): boolean {
  const { lowPercent, lowCredits } = settings ?? usual
  return credits > 0 && credits <= Math.max(lowCredits, (afterLastGrant * lowPercent) / 100, reserve)
}
