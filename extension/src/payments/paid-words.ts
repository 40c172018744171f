import type { PaymentNews } from 'shared'
import { dateInSentence } from '../ui/dates'
import { t, tn } from '../ui/i18n'

/** What a payment that went through has brought, and until when: “100 credits added.” “Pack 100, expires 22 November 2027.” */
export function paidWords({ kind, credits, expiresAt }: PaymentNews, now: Date): { title: string; text: string } {
  if (kind === 'metered') return { title: t('metered_begun'), text: '' }
  const title = tn('credits_added', credits)
  if (expiresAt === null) return { title, text: '' }
  const words = { label: String(credits), date: dateInSentence(expiresAt, now) }
  return { title, text: t(kind === 'pack' ? 'pack_until' : 'plan_until', words) }
}
