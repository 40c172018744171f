import type { UseReport } from '../../../generated/sqlite/client.ts'
import type { PlansDeps } from '../deps.ts'
import { pauseAfter } from '../sync/pause.ts'

/** How long after a period's end a provider still counts use towards it, in ms. */
const countedForMs = 55 * 60_000
/** Most reports in one run; what is left is for the next. */
const batchSize = 100

/**
 * Tells the provider of the use that it has yet to bill. The identifier is the cycle's name, so that telling twice counts once.
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

async function send({ db, clock, log, provider }: PlansDeps, report: UseReport): Promise<boolean> {
  const { identifier, subscriptionId, credits, attempts } = report
  const now = clock.now()
  try {
    const { reference } = await db.write.subscription.findUniqueOrThrow({ where: { id: subscriptionId } })
    const { customer, period } = await provider.readSubscription(reference)
    const late = now.getTime() - report.at.getTime() >= countedForMs
    await provider.reportUse({ identifier, customer, credits, at: late ? now : report.at })
    // Its statement goes with the period that it is charged with.
    const chargedWith = { periodStart: period.start, periodEnd: period.end }
    if (late) await db.write.payment.updateMany({ where: { kind: 'metered', reference: identifier }, data: chargedWith })
    await db.write.useReport.update({ where: { identifier }, data: { sentAt: now, attempts: attempts + 1, lastError: null } })
    return true
  } catch (error) {
    const pauseMs = pauseAfter(attempts)
    log.warn({ err: error, cycle: identifier, attempts: attempts + 1, pauseMs }, 'use could not be reported; it is tried again')
    const lastError = error instanceof Error ? error.message : String(error)
    const nextTryAt = new Date(now.getTime() + pauseMs)
    await db.write.useReport.update({ where: { identifier }, data: { attempts: { increment: 1 }, nextTryAt, lastError } })
    return false
  }
}
