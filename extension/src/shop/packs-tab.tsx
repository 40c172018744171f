import { useRef, useState } from 'react'
import type { Balance, Pack, PackList } from 'shared'
import { Button } from '../ui/button'
import { FailureNote } from '../ui/failure-note'
import { withStillFree } from '../ui/free'
import { number, t, tn } from '../ui/i18n'
import { Icon } from '../ui/icon'
import { price, priceEach } from '../ui/money'
import { TryAgain } from '../ui/try-again'
import { useCheckout } from '../ui/use-checkout'
import { useFocusKept } from '../ui/use-focus-kept'
import { usePrices } from '../ui/use-free'
import { usePacks } from '../ui/use-packs'
import { DeedFailure } from './deed-failure'
import { OfferCard } from './offer-card'
import { PromoCode } from './promo-code'
import { useImagesFor } from './usual-image'

/** Packs, what the balance becomes, and the way to the checkout. */
export function PacksTab(props: { balance: Balance | null; onLeave: () => void }) {
  const [attempt, setAttempt] = useState(1)
  return <Shop key={attempt} {...props} onAgain={() => setAttempt(attempt + 1)} />
}

function Shop({ onAgain, ...props }: { balance: Balance | null; onLeave: () => void; onAgain: () => void }) {
  const packs = usePacks(true)
  if (packs.at === 'asking') return <div className="shop-waiting" aria-hidden="true" />
  if (packs.at === 'failed') {
    return (
      <section className="shop-part">
        <FailureNote code={packs.code} actions={<TryAgain onClick={onAgain} />} />
      </section>
    )
  }
  return <Packs list={packs.list} {...props} />
}

function Packs({ list, balance, onLeave }: { list: PackList; balance: Balance | null; onLeave: () => void }) {
  const prices = usePrices()
  const imagesFor = useImagesFor()
  const checkout = useCheckout()
  const [picked, setPicked] = useState<Pack | undefined>(list.packs[1] ?? list.packs[0])
  const place = useRef<HTMLFieldSetElement>(null)
  useFocusKept(() => place.current?.querySelector('input:checked') ?? null, 'packs')
  return (
    <>
      <section className="shop-part">
        <fieldset className="stack" ref={place}>
          <legend className="unseen">{t('packs_label')}</legend>
          {list.packs.map((pack) => (
            <OfferCard
              key={pack.id}
              group="pack"
              chosen={pack.id === picked?.id}
              title={tn('cost_credits', pack.credits)}
              facts={[...imagesFor(pack.credits), tn('expires_months', pack.validMonths)]}
              price={price(pack.price)}
              each={[priceEach(pack)]}
              onChoose={() => setPicked(pack)}
            />
          ))}
        </fieldset>
        <PromoCode
          lead={list.packs.length > 0 ? withStillFree(t('packs_once'), prices) : t('packs_none')}
          balance={balance}
          onLeave={onLeave}
        />
      </section>
      {picked !== undefined && (
        <section className="shop-foot">
          {balance !== null && <Sums balance={balance} bought={picked.credits} />}
          <DeedFailure state={checkout.state} />
          <Button look="main" size="large" wide blocked={checkout.state.at === 'doing'} onClick={() => void checkout.buy(picked)}>
            {t('continue_to_checkout', { price: price(picked.price) })}
            <Icon name="external" />
          </Button>
          <p className="caption centred">{t('hint_checkout')}</p>
          {list.testMode && <p className="caption centred">{t('test_mode')}</p>}
        </section>
      )}
    </>
  )
}

/** What the balance becomes; what is owed is paid first. */
function Sums({ balance: { credits, debt }, bought }: { balance: Balance; bought: number }) {
  const paid = Math.min(debt, bought)
  return (
    <dl className="sums">
      <dt>{t('balance_now')}</dt>
      <dd>{number(credits)}</dd>
      {paid > 0 && (
        <>
          <dt>{t('balance_owed')}</dt>
          <dd>{`−${number(paid)}`}</dd>
        </>
      )}
      <dt>{t('balance_after')}</dt>
      <dd className="strong">{number(credits + bought - paid)}</dd>
    </dl>
  )
}
