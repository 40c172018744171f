import { useEffect, useState } from 'react'
import type { Plan, PlanChangePreview, PlanStanding } from 'shared'
import { codeOf, type FailureCode } from '../../failures'
import { shopApi } from '../../shop-api'
import { Button } from '../../ui/button'
import { dateInSentence } from '../../ui/dates'
import { FailureNote } from '../../ui/failure-note'
import { t, tn } from '../../ui/i18n'
import { price } from '../../ui/money'
import { useDeed } from '../../ui/use-deed'
import { AskedOnceMore } from '../asked-once-more'
import { DeedFailure } from '../deed-failure'
import type { Plans } from '../use-plans'
import { planPrice } from './plan-words'

type Previewed = { at: 'asking' } | { at: 'known'; preview: PlanChangePreview } | { at: 'failed'; code: FailureCode }

interface ChangePlanProps {
  current: PlanStanding
  picked: Plan
  plans: Plans
  testMode: boolean
  onOver: () => void
}

/** Says to the cent what going over to another plan does, and does it after a yes to that. */
export function ChangePlan(props: ChangePlanProps) {
  const { picked, onOver } = props
  const [previewed, setPreviewed] = useState<Previewed>({ at: 'asking' })
  useEffect(() => {
    let over = false
    shopApi.previewPlan(picked.id).then(
      (preview) => over || setPreviewed({ at: 'known', preview }),
      (error: unknown) => over || setPreviewed({ at: 'failed', code: codeOf(error) }),
    )
    return () => {
      over = true
    }
  }, [picked.id])
  if (previewed.at === 'known') return <Confirm {...props} preview={previewed.preview} />
  return (
    <section className="shop-foot">
      {previewed.at === 'failed' && <FailureNote code={previewed.code} />}
      <Button wide size="large" onClick={onOver}>
        {t('plan_not_now')}
      </Button>
    </section>
  )
}

function Confirm({ current, picked, plans, testMode, onOver, preview }: ChangePlanProps & { preview: PlanChangePreview }) {
  const { state, run } = useDeed()
  const { amount, currency } = preview.charge
  const change = () =>
    run(`${picked.id} ${amount} ${currency}`, async (intentId) => {
      const { url } = await shopApi.changePlan({ intentId, planId: picked.id, maxCharge: amount })
      if (url !== null) await chrome.tabs.create({ url })
      plans.soon()
      onOver()
    })
  const pays = amount > 0
  const later = current.plan.interval === 'month' ? 'plan_change_yes' : 'plan_change_yes_year'
  return (
    <AskedOnceMore title={tn('plan_change_title', picked.credits)} text={whatHappens(picked, preview, current.paidUntil)}>
      <DeedFailure state={state} />
      <Button look="main" size="large" wide blocked={state.at === 'doing'} onClick={() => void change()}>
        {pays ? t('plan_change_pay', { price: price(preview.charge) }) : t(later)}
      </Button>
      <Button wide onClick={onOver}>
        {t('plan_not_now')}
      </Button>
      {testMode && <p className="caption centred">{t('test_mode')}</p>}
    </AskedOnceMore>
  )
}

/** Exactly what it charges, what it brings, and what it costs from then on. */
function whatHappens(plan: Plan, { when, charge, credits }: PlanChangePreview, renewedAt: string): string {
  const words = { date: dateInSentence(renewedAt, new Date()), renewal: planPrice(plan) }
  if (when === 'now') return tn('plan_change_now', credits, { ...words, price: price(charge) })
  return tn('plan_change_later', plan.credits, words)
}
