import { useEffect, useRef, useState } from 'react'
import type { Lot } from 'shared'
import { useMe } from '../account/use-me'
import { api } from '../api'
import { openShop } from '../shop/open-shop'
import { local } from '../storage'
import { Button } from '../ui/button'
import { FailureNote } from '../ui/failure-note'
import { facts, t, tn } from '../ui/i18n'
import { lotName } from '../ui/lot-words'
import { NoAccount, useAccountGone } from '../ui/no-account'
import { useStored } from '../ui/use-stored'
import { Row, Section } from './section'

/** Who the designer is here, what they have, and what a guest can lose; or that they have deleted their account. */
export function AccountSection() {
  const isGone = useAccountGone()
  return (
    <Section title={t('options_account')} text={t('options_account_text')}>
      {isGone ? (
        <Row>
          <div className="grow">
            <NoAccount />
          </div>
        </Row>
      ) : (
        <Account />
      )}
    </Section>
  )
}

function Account() {
  const me = useMe()
  return (
    <>
      <Row>
        <div className="grow">
          <span>{me.at === 'known' && me.me.email !== null ? me.me.email : t('account_guest')}</span>
          <p className="quiet">{t('account_guest_text')}</p>
          {me.at === 'known' && <p className="caption account-id">{t('account_id', { id: me.me.accountId })}</p>}
          {me.at === 'failed' && <FailureNote code={me.code} />}
        </div>
      </Row>
      <BalanceRow />
    </>
  )
}

function BalanceRow() {
  const balance = useStored(local.balance) ?? null
  const lots = useLots(balance?.credits ?? null)
  const own = lots.filter(({ available, kind }) => available > 0 && kind !== 'metered')
  return (
    <Row>
      <div className="grow">
        <span>{balance === null ? t('account_balance_unknown') : tn('account_balance', balance.credits)}</span>
        {own.length > 0 && (
          <p className="quiet">{facts(...own.map((lot) => t('lot_amount', { lot: lotName(lot), credits: lot.available })))}</p>
        )}
      </div>
      <Button look="main" onClick={() => openShop()}>
        {t('buy_credits')}
      </Button>
    </Row>
  )
}

/** The lots, asked for anew whenever the balance is another one, with that itself. Without them the balance says enough. */
function useLots(credits: number | null): Lot[] {
  const [lots, setLots] = useState<Lot[]>([])
  const asked = useRef(false)
  useEffect(() => {
    // A balance that is forgotten is that of an account deleted: asking would open another one.
    if (credits === null && asked.current) return setLots([])
    asked.current = true
    let gone = false
    Promise.all([api.lots(), api.balance()]).then(
      ([found]) => gone || setLots(found),
      (error: unknown) => console.info('Toile: no lots', error),
    )
    return () => {
      gone = true
    }
  }, [credits])
  return lots
}
