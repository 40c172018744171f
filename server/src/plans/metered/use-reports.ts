import type { UseReport } from '../../../generated/sqlite/client.ts'
import { pauseAfter } from '../../payments/pause.ts'
import type { PlansDeps } from '../deps.ts'

/** How long after a period's end a provider still counts use towards it, in ms. */
const countedForMs = 55 * 60_000
const minuteMs = 60_000
const dayMs = 86_400_000
/** Most reports in one run; what is left is for the next. */
const batchSize = 100

/**
 * Tells the provider of the use that it has yet to bill. The identifier is the cycle's name, so that telling twice in a day counts
 * once; who tells again reads first what was heard.
 * One that cannot be told is tried again after a growing pause, and keeps no other waiting. Answers how many were told.
 */
export async function sendUseReports(deps: PlansDeps): Promise<number> {
  const { db, clock } = deps
  const due = await db.write.useReport.findMany({
    where: { sentAt: null, nextTryAt: { lte: clock.now() } },
    orderBy: [{ nextTryAt: 'asc' }, { identifier: 'asc' }],
    take: batchSize,
  })
  let told = 0
  for (const report of due) if (await send(deps, report)) told++
  return told
}

async function send(deps: PlansDeps, report: UseReport): Promise<boolean> {
  const { db, clock, log, provider } = deps
  const { identifier, subscriptionId, credits } = report
  const now = clock.now()
  const { reference, provider: name } = await db.write.subscription.findUniqueOrThrow({ where: { id: subscriptionId } })
  if (name !== provider.name) {
    // Only who was to bill it can: in case that it is used again.
    await db.write.useReport.update({ where: { identifier }, data: { nextTryAt: new Date(now.getTime() + dayMs) } })
    return false
  }
  // Before it is sent: whoever dies of it has tried.
  const tried = await db.write.useReport.update({ where: { identifier }, data: { attempts: { increment: 1 } } })
  try {
    const { customer, period } = await provider.readSubscription(reference)
    const before = report.attempts === 0 ? null : await toldBefore(deps, report, { customer, now })
    const late = before?.late ?? now.getTime() - report.at.getTime() >= countedForMs
    const at = late ? now : report.at
    if (before === null) await provider.reportUse({ identifier, customer, credits, at })
    // Its statement goes with the period that it is charged with.
    const chargedWith = { periodStart: period.start, periodEnd: period.end }
    if (late) await db.write.payment.updateMany({ where: { kind: 'metered', reference: identifier }, data: chargedWith })
    await db.write.useReport.update({ where: { identifier }, data: { at, sentAt: now, lastError: null } })
    return true
  } catch (error) {
    const pauseMs = pauseAfter(report.attempts)
    const { attempts } = tried
    log.warn({ err: error, cycle: identifier, attempts, pauseMs }, 'use could not be reported; it is tried again')
    const lastError = error instanceof Error ? error.message : String(error)
    const nextTryAt = new Date(now.getTime() + pauseMs)
    await db.write.useReport.update({ where: { identifier }, data: { nextTryAt, lastError } })
    return false
  }
}

/**
 * Whether a report whose answer never came was heard all the same, in its own period or late. A provider forgets its name after a
 * day, and would count it again; what it was told of the customer, less what else we told, says so for ever.
 */
async function toldBefore(
  { db, provider }: PlansDeps,
  { identifier, accountId, credits, at }: UseReport,
  { customer, now }: { customer: string; now: Date },
): Promise<{ late: boolean } | null> {
  const isTold = async (start: Date, end: Date) => {
    const others = { accountId, identifier: { not: identifier }, sentAt: { not: null }, at: { gte: start, lt: end } }
    const { _sum } = await db.write.useReport.aggregate({ where: others, _sum: { credits: true } })
    return (await provider.readUse(customer, { start, end })) - (_sum.credits ?? 0) >= credits
  }
  const began = minuteOf(at)
  const after = new Date(began.getTime() + minuteMs)
  if (await isTold(began, after)) return { late: false }
  return (await isTold(after, minuteOf(now))) ? { late: true } : null
}

function minuteOf(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / minuteMs) * minuteMs)
}
