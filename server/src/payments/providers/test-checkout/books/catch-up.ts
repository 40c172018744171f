import { settle } from './agree.ts'
import { billOrTryAgain } from './charges.ts'
import { endPeriod } from './renewals.ts'
import type { Turn } from './turn.ts'

/** Most things that one turn writes down; what is left comes in the next. */
const maxSteps = 500

interface Step {
  at: Date
  take(): Promise<void>
}

/** Writes what time alone has changed since the last look, in the order in which it happened. */
export async function catchUp(turn: Turn): Promise<void> {
  for (let steps = 0; steps < maxSteps; steps++) {
    const next = await firstStep(turn)
    if (next === null || next.at > turn.now) return
    await next.take()
  }
}

/** When time alone will change something next; null where it never does. */
export async function nextDue(turn: Turn): Promise<Date | null> {
  return (await firstStep(turn))?.at ?? null
}

async function firstStep(turn: Turn): Promise<Step | null> {
  const { tx, customerId } = turn
  const checkout = await tx.testCheckout.findFirst({
    where: { customerId, settlesAt: { not: null } },
    orderBy: [{ settlesAt: 'asc' }, { id: 'asc' }],
  })
  const payment = await tx.testPayment.findFirst({
    where: { customerId, tryAt: { not: null } },
    orderBy: [{ tryAt: 'asc' }, { id: 'asc' }],
  })
  const subscription = await tx.testSubscription.findFirst({
    where: { customerId, endedAt: null },
    orderBy: [{ periodEnd: 'asc' }, { id: 'asc' }],
  })
  const steps: Step[] = []
  if (checkout?.settlesAt) {
    const at = checkout.settlesAt
    steps.push({ at, take: () => settle(turn, checkout, at, true) })
  }
  if (payment?.tryAt) {
    const at = payment.tryAt
    steps.push({ at, take: () => billOrTryAgain(turn, payment, at) })
  }
  if (subscription !== null) steps.push({ at: subscription.periodEnd, take: () => endPeriod(turn, subscription) })
  // Of what happens in one moment, money comes first: it may decide whether a plan goes on.
  return steps.reduce<Step | null>((first, step) => (first === null || step.at < first.at ? step : first), null)
}
