import type { Plan, PlanList, PlanStanding } from 'shared'
import { dateInSentence } from '../../ui/dates'
import { number, t, tn } from '../../ui/i18n'
import { Note } from '../../ui/note'

/** A plan that does not simply go on. */
export function StandingNote({ current }: { current: PlanStanding }) {
  const now = new Date()
  const until = dateInSentence(current.paidUntil, now)
  if (current.state === 'ending')
    return (
      <Note
        title={t('plan_ends', { date: until })}
        text={
          current.left === 0
            ? t('plan_ends_text_none')
            : tn('plan_ends_text', current.left, { date: dateInSentence(current.cycle.end, now) })
        }
      />
    )
  if (current.state === 'past_due') {
    const text = current.graceUntil === null ? '' : t('plan_past_due_text', { date: dateInSentence(current.graceUntil, now) })
    return <Note look="warn" title={t('plan_past_due')} text={text} />
  }
  if (current.state === 'unpaid') return <Note look="warn" title={t('plan_unpaid')} text={t('plan_unpaid_text')} />
  if (current.refused !== null) {
    const { refused, next, plan } = current
    const figures = { refused: number(refused.credits), renews: number((next ?? plan).credits), date: until }
    return <Note look="warn" title={t('plan_refused')} text={t('plan_refused_text', figures)} />
  }
  return null
}

/** A plan that nobody hears of any more. */
export function FormerNote({ former: { plan, paidUntil } }: { former: NonNullable<PlanList['former']> }) {
  const now = new Date()
  const over = paidUntil <= now.toISOString()
  const text = t(over ? 'plan_former_over' : 'plan_former_until', { date: dateInSentence(paidUntil, now) })
  return <Note look="warn" title={tn('plan_former', plan.credits)} text={text} />
}

/** What becomes of credits that a month leaves over: with one's own figures, or those of the plan that is chosen. */
export function LeftOverNote({ current, picked }: { current: PlanStanding | null; picked: Plan | undefined }) {
  if (current?.state === 'active') return <OwnLeftOver current={current} />
  return current === null && picked !== undefined ? <LeftOver plan={picked} /> : null
}

function LeftOver({ plan: { rollover } }: { plan: Plan }) {
  if (rollover === null) return <Note title={t('plan_no_rollover')} text={t('plan_no_rollover_text')} />
  return <Note title={tn('plan_rollover', rollover.max)} text={tn('plan_rollover_months', rollover.cycles)} />
}

function OwnLeftOver({ current: { plan, left, cycle } }: { current: PlanStanding }) {
  const date = dateInSentence(cycle.end, new Date())
  const { rollover } = plan
  const title = rollover === null ? t('plan_no_rollover') : tn('plan_rollover', rollover.max)
  if (left === 0) return <Note title={title} text={t('plan_left_none', { date })} />
  if (rollover === null) return <Note title={title} text={tn('plan_no_rollover_left', left, { credits: plan.credits, date })} />
  return <Note title={title} text={tn('plan_rollover_left', Math.min(left, rollover.max), { left, date })} />
}
