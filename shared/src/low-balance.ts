import type { Balance } from './wallet.ts'
import type { WalletSettings } from './wallet-settings.ts'

/** One of the two warnings of a low balance. */
export interface LowWarning {
  of: 'percent' | 'credits'
  /** As the designer set it. */
  level: number
  /** In whole credits: at so many the balance is low. */
  threshold: number
}

/**
 * Why a balance is low: it is at or below a number of credits, or at or below a share of what there was after the last
 * grant; 0 is off. Alerts, badge and pill all mean this by it.
 */
export function lowWarnings(
  { credits, afterLastGrant }: Pick<Balance, 'credits' | 'afterLastGrant'>,
  { lowPercent, lowCredits }: Pick<WalletSettings, 'lowPercent' | 'lowCredits'>,
): LowWarning[] {
  const share = { of: 'percent' as const, level: lowPercent, threshold: Math.floor((lowPercent * afterLastGrant) / 100) }
  const number = { of: 'credits' as const, level: lowCredits, threshold: lowCredits }
  // Where nothing was ever granted there is nothing to have a share of.
  const set = [...(afterLastGrant > 0 ? [share] : []), number]
  return set.filter(({ level, threshold }) => level > 0 && credits <= threshold)
}
