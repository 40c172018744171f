import type { Lot, LotKind, PayingLot } from 'shared'
import { date, daysUntil } from './dates'
import { type CountedKey, listed, type MessageKey, t, tn } from './i18n'

/** Credits that end within so many days are spoken of in days, and stand out. */
const soonDays = 7

const names: Record<LotKind, MessageKey> = {
  trial: 'lot_trial',
  promo: 'lot_promo',
  plan: 'lot_plan',
  metered: 'lot_metered',
  pack: 'lot_pack',
}

/** Of which one has several: each is called by its size. */
const labelled: Partial<Record<LotKind, MessageKey>> = { pack: 'lot_pack_labelled', plan: 'lot_plan_labelled' }

/** What a lot is called: “Trial”, “Pack 100”, “Plan 120”. */
export function lotName({ kind, label }: { kind: LotKind; label: string | null }): string {
  const withLabel = labelled[kind]
  return label === null || withLabel === undefined ? t(names[kind]) : t(withLabel, { label })
}

/** Whether these credits end soon enough to stand out. */
export function endsSoon(expiresAt: string, now: Date): boolean {
  return daysUntil(expiresAt, now) <= soonDays
}

interface ExpiryKeys {
  today: MessageKey
  tomorrow: MessageKey
  days: CountedKey
  date: MessageKey
}

function inWords(keys: ExpiryKeys, expiresAt: string, now: Date, words: Record<string, string>): string {
  const days = daysUntil(expiresAt, now)
  if (days <= 0) return t(keys.today, words)
  if (days === 1) return t(keys.tomorrow, words)
  if (days <= soonDays) return tn(keys.days, days, words)
  return t(keys.date, { ...words, date: date(expiresAt, now) })
}

/** “expires in 3 days”, “expires 14 May 2027”. */
export function expiry(expiresAt: string, now: Date): string {
  const keys = { today: 'expires_today', tomorrow: 'expires_tomorrow', days: 'expires_days', date: 'expires_date' } as const
  return inWords(keys, expiresAt, now, {})
}

/** Until when a lot is good. A plan's credits come anew when they end: “resets 8 Dec”; what was carried over of them does not. */
export function lotEnd({ kind, source, expiresAt }: Pick<Lot, 'kind' | 'source' | 'expiresAt'>, now: Date): string {
  if (kind !== 'plan' || source !== 'grant') return expiry(expiresAt, now)
  const keys = { today: 'resets_today', tomorrow: 'resets_tomorrow', days: 'resets_days', date: 'resets_date' } as const
  return inWords(keys, expiresAt, now, {})
}

/** “from Trial, expires in 3 days”. */
function fromLot(lot: PayingLot, now: Date): string {
  const keys = { today: 'from_today', tomorrow: 'from_tomorrow', days: 'from_days', date: 'from_date' } as const
  return inWords(keys, lot.expiresAt, now, { lot: lotName(lot) })
}

/** Which lots pay, without their ends: “from Trial”, or their shares: “6 from Trial, 2 from Promo”. */
export function lotShares(lots: PayingLot[]): string | null {
  const [first, ...others] = lots
  if (first === undefined) return null
  if (others.length === 0) return t('from_lot', { lot: lotName(first) })
  return listed(lots.map((lot) => t('share_from', { count: lot.credits, lot: lotName(lot) })))
}

/** Which lots pay; a single one with its end: “from Trial, expires in 3 days”. */
export function payingLots(lots: PayingLot[], now: Date): string | null {
  const [first, ...others] = lots
  return first !== undefined && others.length === 0 ? fromLot(first, now) : lotShares(lots)
}
