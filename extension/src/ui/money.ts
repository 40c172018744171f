import { decimalsOf, type Money, type Pack } from 'shared'
import { locale, t } from './i18n'

function format(currency: string, digits: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return new Intl.NumberFormat(locale(), { style: 'currency', currency, ...digits })
}

/** A price; whole amounts without decimals. */
export function price({ amount, currency }: Money): string {
  const decimals = decimalsOf(currency)
  const value = amount / 10 ** decimals
  return format(currency, {
    minimumFractionDigits: Number.isInteger(value) ? 0 : decimals,
    maximumFractionDigits: decimals,
  }).format(value)
}

/** A price that may have cents, among others that have: always with its decimals. */
export function exactPrice({ amount, currency }: Money): string {
  const decimals = decimalsOf(currency)
  return format(currency, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(amount / 10 ** decimals)
}

/** What one credit of so many costs. Fractions of a cent matter here, so it shows one decimal more than the currency has. */
export function priceEach({ price: { amount, currency }, credits }: Pick<Pack, 'price' | 'credits'>): string {
  const decimals = decimalsOf(currency)
  const each = amount / credits / 10 ** decimals
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals + 1 }
  return t('price_each', { price: format(currency, digits).format(each) })
}
