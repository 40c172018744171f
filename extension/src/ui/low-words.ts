import type { Balance, PriceList } from 'shared'
import { withStillFree } from './free'
import { t, tn } from './i18n'

/** What is left of a low balance, and what happens next. `prices` null: the server has told none. */
export function lowWords(
  { credits, reserve }: Pick<Balance, 'credits' | 'reserve'>,
  prices: PriceList | null,
): { title: string; text: string } {
  if (reserve === 0) return { title: tn('low_title', credits), text: withStillFree(t('low_text'), prices) }
  const above = credits - reserve
  if (above <= 0) return { title: tn('low_reserve', credits), text: withStillFree(t('low_reserve_text'), prices) }
  return { title: tn('low_above', credits, { above }), text: t('low_above_text') }
}
