import type { AccountErasure } from 'shared'
import { DeleteRow } from '../account/delete-row'
import { ExportRow } from '../account/export-row'
import { useMe } from '../account/use-me'
import { PaymentsRow } from '../payments/payments-row'
import { t } from '../ui/i18n'
import { Section } from './section'

/** All that is kept of the designer: to take, or to erase. */
export function DataSection({ onDeleted }: { onDeleted: (erased: AccountErasure) => void }) {
  const me = useMe()
  return (
    <Section title={t('options_data')} text={t('options_data_text')}>
      <ExportRow />
      <PaymentsRow />
      <DeleteRow accountId={me.at === 'known' ? me.me.accountId : null} onDeleted={onDeleted} />
    </Section>
  )
}
