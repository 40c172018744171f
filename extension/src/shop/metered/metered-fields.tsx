import { useId } from 'react'
import { BudgetBar } from '../../projects/budget-bar'
import { Button } from '../../ui/button'
import { dateInSentence } from '../../ui/dates'
import { t, tn } from '../../ui/i18n'
import { exactPrice } from '../../ui/money'
import { Switch } from '../../ui/switch'
import { DeedFailure } from '../deed-failure'
import type { MeteredTerms, MeteredWish } from './use-metered'

/** The switch, the cap and what it comes to, what is used so far, and the button that makes it count. */
export function MeteredFields({ metered, wish, testMode }: { metered: MeteredTerms; wish: MeteredWish; testMode: boolean }) {
  const id = useId()
  const hint = saveHint(metered, wish)
  return (
    <>
      <section className="shop-part">
        <div className="row metered-switch">
          <div className="grow">
            <p className="strong">{t('metered_use')}</p>
            <p className="caption" id={`${id}-when`}>
              {t('metered_when')}
            </p>
          </div>
          <Switch name={t('metered_use')} checked={wish.on} describedBy={`${id}-when`} onChange={wish.turn} />
        </div>
      </section>
      <section className="shop-part">
        {(wish.on || metered.standing.cap > 0) && <Cap metered={metered} wish={wish} />}
        <p className="caption">{howBilled(metered)}</p>
      </section>
      <section className="shop-foot">
        <DeedFailure state={wish.state} />
        <Button
          look="main"
          size="large"
          wide
          blocked={wish.would === null || wish.state.at === 'doing'}
          aria-describedby={hint === null ? undefined : `${id}-hint`}
          onClick={wish.save}
        >
          {t(metered.standing.state === 'starting' && wish.would === 'enable' ? 'metered_go_on' : 'metered_save')}
        </Button>
        {hint !== null && (
          <p className="caption centred" id={`${id}-hint`}>
            {hint}
          </p>
        )}
        {testMode && <p className="caption centred">{t('test_mode')}</p>}
      </section>
    </>
  )
}

/** The most that a month may cost, and how much of it is used. */
function Cap({ metered: { offer, standing }, wish }: { metered: MeteredTerms; wish: MeteredWish }) {
  const id = useId()
  const { creditPrice, maxCap } = offer
  const cap = standing.state === 'off' ? (wish.cap ?? offer.usualCap) : standing.cap
  const { used } = standing
  return (
    <>
      <div>
        <label className="field-label" htmlFor={id}>
          {t('metered_cap')}
        </label>
        <div className="row">
          <input
            id={id}
            className="field metered-cap"
            type="text"
            inputMode="numeric"
            autoComplete="off"
            aria-describedby={`${id}-most`}
            aria-invalid={wish.cap === null || undefined}
            readOnly={!wish.on}
            value={wish.capText}
            onChange={(event) => wish.type(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && wish.save()}
          />
          <span className={wish.cap === null ? 'caption grow warn-text' : 'caption grow'} id={`${id}-most`} role="status">
            {wish.cap === null
              ? t('options_no_number', { least: 1, most: maxCap })
              : tn('metered_at_most', wish.cap, { price: exactPrice({ ...creditPrice, amount: creditPrice.amount * wish.cap }) })}
          </span>
        </div>
      </div>
      <div>
        <p className="row caption metered-used">
          <span className="grow">{t('metered_used_so_far')}</span>
          <span>{t('metered_used_of', { used, cap })}</span>
        </p>
        <BudgetBar project={{ budget: cap, used, left: Math.max(0, cap - used) }} />
      </div>
    </>
  )
}

function howBilled({ offer, standing: { until } }: MeteredTerms): string {
  const price = exactPrice(offer.creditPrice)
  if (until === null) return t('metered_how', { price })
  return t('metered_how_on', { price, date: dateInSentence(until, new Date()) })
}

/** What saving does beyond what the fields say; null where there is nothing to add. */
function saveHint(
  { offer: { creditPrice }, standing: { used, until } }: MeteredTerms,
  { would, cap }: MeteredWish,
): string | null {
  if (would === 'enable') return t('metered_hint_enable')
  const billed = { price: exactPrice({ ...creditPrice, amount: creditPrice.amount * used }) }
  if (would === 'disable')
    return used === 0 || until === null
      ? t('metered_hint_disable')
      : tn('metered_hint_disable_used', used, { ...billed, date: dateInSentence(until, new Date()) })
  if (would === 'set-cap' && cap !== null && cap < used) return tn('metered_hint_lower', used, billed)
  return null
}
