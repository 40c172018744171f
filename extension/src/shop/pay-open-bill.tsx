import { openPortal } from '../payments/open-portal'
import { Button } from '../ui/button'
import { t } from '../ui/i18n'
import { Icon } from '../ui/icon'
import { useDeed } from '../ui/use-deed'
import { DeedFailure } from './deed-failure'

/** The way to the payment service's own page, where a bill is paid and a card changed. */
export function PayOpenBill({ label }: { label: string }) {
  const { state, run } = useDeed()
  return (
    <>
      <DeedFailure state={state} />
      <Button look="main" size="large" wide blocked={state.at === 'doing'} onClick={() => void run('portal', openPortal)}>
        {label}
        <Icon name="external" />
      </Button>
      <p className="caption centred">{t('hint_portal')}</p>
    </>
  )
}
