/*
 * How finely a currency is counted where it is paid with. `Intl` can't be asked: it knows how it is written, and leaves out the
 * decimals of some that are charged with them, like the forint, the rupiah and the Colombian peso.
 */
const whole = new Set('BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' '))
const thousandths = new Set('BHD JOD KWD OMR TND'.split(' '))

/** Decimals of an amount of money: its smallest unit is 1 / 10 ** decimals. */
export function decimalsOf(currency: string): number {
  if (whole.has(currency)) return 0
  return thousandths.has(currency) ? 3 : 2
}
