import { type ReactNode, useRef, useState } from 'react'
import type { Plan, PlanList, PlanStanding } from 'shared'
import { Button } from '../../ui/button'
import { dateInSentence } from '../../ui/dates'
import { t, tn } from '../../ui/i18n'
import { useFocusKept } from '../../ui/use-focus-kept'
import { PayOpenBill } from '../pay-open-bill'
import type { Plans } from '../use-plans'
import { beside } from './beside'
import { CancelPlan } from './cancel-plan'
import { ChangePlan } from './change-plan'
import { KeepPlan } from './keep-plan'
import { Subscribe } from './subscribe'

export interface PlanFootProps {
  list: PlanList
  plans: Plans
  picked: Plan
  onPick: (planId: string | null) => void
}

/** The one next step with the plan that is chosen. What costs money, or ends a plan, is asked once more in its place. */
export function PlanFoot({ list, plans, picked, onPick }: PlanFootProps) {
  const { current } = list
  const [asking, setAsking] = useState<'change' | 'cancel' | 'over' | null>(null)
  const place = useRef<HTMLDivElement>(null)
  // Whoever comes back from a question is where they asked it; who has just come here is not moved.
  useFocusKept(() => (asking === 'over' ? (place.current?.querySelector('button') ?? null) : null), asking ?? 'none')
  const over = () => {
    setAsking('over')
    onPick(null)
  }
  if (current === null && list.starting) return <Blocked label={t('payment_on_way')} why={t('plan_on_way')} />
  if (current === null) return <Subscribe picked={picked} testMode={list.testMode} />
  if (asking === 'cancel') return <CancelPlan current={current} plans={plans} onOver={over} />
  if (asking === 'change')
    return <ChangePlan key={picked.id} current={current} picked={picked} plans={plans} testMode={list.testMode} onOver={over} />
  return (
    <div className="shop-step" ref={place}>
      <OwnFoot current={current} picked={picked} plans={plans} onAsk={setAsking} />
    </div>
  )
}

function OwnFoot({
  current,
  picked,
  plans,
  onAsk,
}: {
  current: PlanStanding
  picked: Plan
  plans: Plans
  onAsk: (asking: 'change' | 'cancel') => void
}) {
  const isBeside = beside(picked, current)
  const until = dateInSentence(current.paidUntil, new Date())
  if (current.state === 'ending' && isBeside === 'yours') return <KeepPlan plans={plans} />
  const cancel = !current.ends && current.state !== 'ending' && (
    <Button look="ghost" size="small" onClick={() => onAsk('cancel')}>
      {t(current.state === 'unpaid' ? 'plan_cancel_yes' : current.plan.interval === 'month' ? 'plan_cancel' : 'plan_cancel_year')}
    </Button>
  )
  if (isBeside === 'yours' && (current.state === 'past_due' || current.state === 'unpaid'))
    return (
      <section className="shop-foot">
        <PayOpenBill label={t('plan_pay_renewal')} />
        {current.ends && <p className="caption centred">{t('plan_ends', { date: until })}</p>}
        {cancel}
      </section>
    )
  // One's own, chosen again while it is to become another: that is taken back.
  const goesBack = isBeside === 'yours' && current.next !== null
  if (isBeside === 'yours' && !goesBack) return <Blocked label={t('plan_is_yours')}>{cancel}</Blocked>
  if (isBeside === 'next') return <Blocked label={t('plan_is_next', { date: until })}>{cancel}</Blocked>
  const why = whyNot(current, isBeside === 'other-interval', until)
  const change = tn(goesBack ? 'plan_keep' : 'plan_change_to', picked.credits)
  if (why !== null)
    return (
      <Blocked label={change} why={why}>
        {cancel}
      </Blocked>
    )
  return (
    <section className="shop-foot">
      <Button look="main" size="large" wide onClick={() => onAsk('change')}>
        {change}
      </Button>
      <p className="caption centred">{t('plan_asked_first')}</p>
      {goesBack && cancel}
    </section>
  )
}

/** Why one cannot go over to another plan, and what to do first; null where one can. */
function whyNot({ state }: PlanStanding, isOtherInterval: boolean, until: string): string | null {
  if (state === 'ending') return t('plan_keep_first')
  if (state !== 'active') return t('plan_pay_first')
  return isOtherInterval ? t('plan_other_interval', { date: until }) : null
}

/** The place of the next step where there is none. */
function Blocked({ label, why, children }: { label: string; why?: string; children?: ReactNode }) {
  return (
    <section className="shop-foot">
      <Button look="main" size="large" wide blocked aria-describedby={why === undefined ? undefined : 'plan-why'}>
        {label}
      </Button>
      {why !== undefined && (
        <p className="caption centred" id="plan-why">
          {why}
        </p>
      )}
      {children}
    </section>
  )
}
