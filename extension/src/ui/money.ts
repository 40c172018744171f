import type { Money, Pack } from 'shared'
import { locale, t } from './i18n'

/** A price; whole amounts without decimals. */
export function price({ amount, currency }: Money): string {
  const whole = amount % 100 === 0
  return new Intl.NumberFormat(locale(), { style: 'currency', currency, minimumFractionDigits: whole ? 0 : 2 }).format(
    amount / 100,
  )
}

/** What one credit of a pack costs. Fractions of a cent matter here, so it shows one decimal of a cent. */
export function priceEach(pack: Pack): string {
  const each = pack.price.amount / pack.credits / 100
  const digits = { style: 'currency', currency: pack.price.currency, minimumFractionDigits: 2, maximumFractionDigits: 3 } as const
  return t('price_each', { price: new Intl.NumberFormat(locale(), digits).format(each) })
}
