import type { Plan, PlanList, PlanStanding } from 'shared'
import { dateInSentence } from '../../ui/dates'
import { t, tn } from '../../ui/i18n'
import { Note } from '../../ui/note'

/** What to know about plans: how one's own stands, and what becomes of credits that a month leaves over. */
export function PlanNotes({ list: { current }, picked }: { list: PlanList; picked: Plan | undefined }) {
  return (
    <>
      {current !== null && <StandingNote current={current} />}
      {current === null && picked !== undefined && <LeftOverNote plan={picked} />}
      {current?.state === 'active' && <OwnLeftOverNote current={current} />}
    </>
  )
}

/** A plan that does not simply go on. */
function StandingNote({ current }: { current: PlanStanding }) {
  const now = new Date()
  const until = dateInSentence(current.paidUntil, now)
  if (current.state === 'ending')
    return (
      <Note
        title={t('plan_ends', { date: until })}
        text={tn('plan_ends_text', current.left, { date: dateInSentence(current.cycle.end, now) })}
      />
    )
  if (current.state === 'past_due') {
    const text = current.graceUntil === null ? '' : t('plan_past_due_text', { date: dateInSentence(current.graceUntil, now) })
    return <Note look="warn" title={t('plan_past_due')} text={text} />
  }
  if (current.state === 'unpaid') return <Note look="warn" title={t('plan_unpaid')} text={t('plan_unpaid_text')} />
  return null
}

function LeftOverNote({ plan: { rollover } }: { plan: Plan }) {
  if (rollover === null) return <Note title={t('plan_no_rollover')} text={t('plan_no_rollover_text')} />
  return <Note title={tn('plan_rollover', rollover.max)} text={tn('plan_rollover_months', rollover.cycles)} />
}

/** The same with one's own figures. */
function OwnLeftOverNote({ current: { plan, left, cycle } }: { current: PlanStanding }) {
  const date = dateInSentence(cycle.end, new Date())
  const { rollover } = plan
  if (rollover === null)
    return <Note title={t('plan_no_rollover')} text={tn('plan_no_rollover_left', left, { credits: plan.credits, date })} />
  const kept = Math.min(left, rollover.max)
  return <Note title={tn('plan_rollover', rollover.max)} text={tn('plan_rollover_left', kept, { left, date })} />
}
