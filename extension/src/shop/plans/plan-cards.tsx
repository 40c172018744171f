import { useRef } from 'react'
import type { Plan, PlanChangePreview, PlanStanding } from 'shared'
import { t, tn } from '../../ui/i18n'
import { priceEach } from '../../ui/money'
import { useFocusKept } from '../../ui/use-focus-kept'
import { OfferCard } from '../offer-card'
import { useImagesFor } from '../usual-image'
import { besideWords, creditsPaid, planPrice, pricePerMonth } from './plan-words'

/** The plans of one interval, one of them chosen. */
export function PlanCards({
  plans,
  current,
  previews,
  picked,
  onPick,
}: {
  plans: Plan[]
  current: PlanStanding | null
  previews: Record<string, PlanChangePreview>
  picked: Plan | undefined
  onPick: (plan: Plan) => void
}) {
  const imagesFor = useImagesFor()
  const now = new Date()
  const place = useRef<HTMLFieldSetElement>(null)
  const standing = current === null ? 'none' : `${current.plan.id} ${current.state}`
  useFocusKept(() => place.current?.querySelector('input:checked') ?? null, standing)
  return (
    <fieldset className="stack" ref={place}>
      <legend className="unseen">{t('plans_label')}</legend>
      {plans.map((plan) => (
        <OfferCard
          key={plan.id}
          group="plan"
          chosen={plan.id === picked?.id}
          title={tn('plan_credits', plan.credits)}
          facts={[
            ...besideWords(plan, current, previews[plan.id], now),
            ...imagesFor(plan.credits),
            ...(plan.entitlement === null ? [] : [t('plan_brings_access')]),
          ]}
          price={planPrice(plan)}
          each={[...pricePerMonth(plan), priceEach(creditsPaid(plan))]}
          onChoose={() => onPick(plan)}
        />
      ))}
    </fieldset>
  )
}
