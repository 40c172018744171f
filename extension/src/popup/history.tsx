import { useState } from 'react'
import { PaymentsView } from '../payments/payments-view'
import { t } from '../ui/i18n'
import { TabPanel, Tabs } from '../ui/tabs'
import { CreditsHistory } from './credits-history'

type Books = 'credits' | 'payments'

/** Where the credits went, and what was paid for them. */
export function History({ paymentNews }: { paymentNews: unknown }) {
  const [books, setBooks] = useState<Books>('credits')
  const tabs: { view: Books; name: string }[] = [
    { view: 'credits', name: t('history_credits') },
    { view: 'payments', name: t('payments_title') },
  ]
  return (
    <div className="section-first history">
      <Tabs label={t('history_books')} tabs={tabs} chosen={books} onChoose={setBooks} />
      <TabPanel view={books}>{books === 'credits' ? <CreditsHistory /> : <PaymentsView news={paymentNews} />}</TabPanel>
    </div>
  )
}
