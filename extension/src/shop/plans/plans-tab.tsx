import { useState } from 'react'
import type { Plan, PlanList } from 'shared'
import { t } from '../../ui/i18n'
import { KnownPlans } from '../known-plans'
import type { Plans } from '../use-plans'
import { plansOf } from './beside'
import { PlanCards } from './plan-cards'
import { PlanFoot } from './plan-foot'
import { FormerNote, LeftOverNote, StandingNote } from './plan-notes'
import { usePreviews } from './use-previews'

/** Credits that come each month: the plans on sale, the account's own, and the way from one to another. */
export function PlansTab({ plans }: { plans: Plans }) {
  return <KnownPlans plans={plans}>{(list) => <PlansOnSale list={list} plans={plans} />}</KnownPlans>
}

function PlansOnSale({ list, plans }: { list: PlanList; plans: Plans }) {
  const { current } = list
  const [interval, setInterval] = useState<Plan['interval']>(current?.plan.interval ?? firstInterval(list))
  const [pickedId, pick] = useState<string | null>(null)
  const shown = plansOf(list.plans, interval, current)
  const previews = usePreviews(shown, current)
  const usual = interval === current?.plan.interval ? current.plan.id : undefined
  // Who looks at the other interval compares the plan that was chosen.
  const alike = list.plans.find(({ id }) => id === pickedId)?.credits
  const picked =
    [pickedId, usual].flatMap((id) => shown.find((plan) => plan.id === id) ?? []).at(0) ??
    shown.find(({ credits }) => credits === alike) ??
    shown[0]
  const intervals = new Set([...list.plans, ...(current === null ? [] : [current.plan])].map((plan) => plan.interval))
  const former = list.former !== null && <FormerNote former={list.former} />
  if (shown.length === 0 && intervals.size < 2)
    return (
      <section className="shop-part">
        {former}
        <p className="quiet">{t('plans_none')}</p>
      </section>
    )
  return (
    <>
      <section className="shop-part">
        {former}
        {current !== null && <StandingNote current={current} />}
        {intervals.size > 1 && <Intervals chosen={interval} onChoose={setInterval} />}
        <PlanCards plans={shown} current={current} previews={previews} picked={picked} onPick={({ id }) => pick(id)} />
        <LeftOverNote current={current} picked={picked} />
      </section>
      {picked !== undefined && <PlanFoot key={current?.plan.id} list={list} plans={plans} picked={picked} onPick={pick} />}
    </>
  )
}

function firstInterval({ plans }: PlanList): Plan['interval'] {
  return plans.some(({ interval }) => interval === 'month') || plans.length === 0 ? 'month' : 'year'
}

function Intervals({ chosen, onChoose }: { chosen: Plan['interval']; onChoose: (interval: Plan['interval']) => void }) {
  return (
    <fieldset className="segments">
      <legend className="unseen">{t('plan_paid')}</legend>
      {(['month', 'year'] as const).map((interval) => (
        <label key={interval} className="segment">
          <input type="radio" name="plan-interval" checked={interval === chosen} onChange={() => onChoose(interval)} />
          {t(interval === 'month' ? 'plan_monthly' : 'plan_yearly')}
        </label>
      ))}
    </fieldset>
  )
}
