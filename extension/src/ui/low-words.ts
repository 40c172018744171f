import type { Balance } from 'shared'
import { t, tn } from './i18n'

/** What is left of a low balance, and what happens next. */
export function lowWords({ credits, reserve }: Pick<Balance, 'credits' | 'reserve'>): { title: string; text: string } {
  if (reserve === 0) return { title: tn('low_title', credits), text: t('low_text') }
  const above = credits - reserve
  if (above <= 0) return { title: tn('low_reserve', credits), text: t('low_reserve_text') }
  return { title: tn('low_above', credits, { above }), text: t('low_above_text') }
}
