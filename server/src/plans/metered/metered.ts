import type { MeteredEnableRequest, MeteredEnabling } from 'shared'
import type { Subscription } from '../../../generated/sqlite/client.ts'
import type { Member } from '../../member.ts'
import { payable } from '../../payments/checkouts/checkouts.ts'
import { fromProvider } from '../../payments/from-provider.ts'
import { Overtaken } from '../../payments/readings.ts'
import { ToileError } from '../../platform/errors.ts'
import { lotIdOf } from '../cycles/lot-id.ts'
import type { PlansDeps } from '../deps.ts'
import type { MeteredForSale } from '../plans.router.ts'
import { asRead } from '../sync/reading.ts'
import { meteredCycle } from '../sync/statement.ts'
import { syncSubscription } from '../sync/sync-subscription.ts'
import { meteredDispute, meteredOwed, meteredStandingOf, runningMetered } from './standing.ts'

/** What a designer does about pay-as-you-go. The cap is theirs alone: the provider never knows it. */
export function createMetered(deps: PlansDeps): MeteredForSale {
  const { provider } = deps
  return {
    enable: (member, request) => enable(deps, member, request),
    setCap: async (accountId, { cap, intentId }) => {
      requireCap(deps, cap)
      const row = await runningMetered(deps, accountId)
      if (row === null) throw new ToileError('NOT_FOUND')
      await keepCap(deps, row, { cap, key: `metered-cap:${intentId}` })
      return meteredStandingOf(deps, accountId)
    },
    disable: async (accountId) => {
      const row = await runningMetered(deps, accountId)
      if (row !== null) {
        // Nothing more is spent from now on, also where the provider cannot be told yet.
        await keepCap(deps, row, { cap: 0, key: `metered-off:${row.id}:${row.readings}` })
        await fromProvider(deps, provider.endWithPeriod(row.reference, true))
        await fromProvider(deps, syncSubscription(deps, row.reference))
      } else await giveUp(deps, accountId)
      return meteredStandingOf(deps, accountId)
    },
  }
}

/** Whoever overtook it has begun to read after it was closed, and keeps that. */
function orOvertaken(error: unknown): void {
  if (!(error instanceof Overtaken)) throw error
}

/** Closes where how to pay was to be agreed; who has agreed there meanwhile has it on. */
async function giveUp(deps: PlansDeps, accountId: string): Promise<void> {
  const { db, checkouts, provider } = deps
  const open = { accountId, kind: 'metered', provider: provider.name, state: { in: payable } }
  const begun = await db.write.checkout.findMany({ where: open, select: { id: true } })
  for (const { id } of begun) await fromProvider(deps, checkouts.close(id)).catch(orOvertaken)
}

/** Goes on with what runs, or opens the place where how to pay is agreed. */
async function enable(deps: PlansDeps, member: Member, request: MeteredEnableRequest): Promise<MeteredEnabling> {
  const { offers, checkouts, provider } = deps
  const { accountId } = member
  const { intentId, cap } = request
  requireCap(deps, cap)
  const row = await runningMetered(deps, accountId)
  if (await isStopped(deps, accountId)) throw new ToileError('ALREADY_SUBSCRIBED')
  if (row !== null) {
    if (row.endsWithPeriod) await fromProvider(deps, provider.endWithPeriod(row.reference, false))
    await keepCap(deps, row, { cap, key: `metered-on:${intentId}` })
    await fromProvider(deps, syncSubscription(deps, row.reference))
    return { standing: await meteredStandingOf(deps, accountId), url: null }
  }
  const { version, metered } = offers
  if (metered === null) throw new ToileError('NOT_FOUND')
  const thing = { kind: 'metered' as const, version, creditPrice: metered.creditPrice }
  const { url } = await checkouts.start(member, { intentId, thing, cap })
  return { standing: await meteredStandingOf(deps, accountId), url }
}

/** A bill has yet to be paid, or is disputed. */
async function isStopped(deps: PlansDeps, accountId: string): Promise<boolean> {
  return (await meteredOwed(deps, accountId)) !== null || (await meteredDispute(deps, accountId)) !== 'none'
}

function requireCap({ offers }: PlansDeps, cap: number): void {
  if (offers.metered === null) throw new ToileError('NOT_FOUND')
  if (cap > offers.metered.maxCap) throw new ToileError('BAD_REQUEST', { field: 'cap' })
}

/** Tries to keep a cap while the same subscription is read, or its cap set elsewhere. */
const maxTries = 10

/** Keeps the cap that the designer wants, and makes it the wallet's in the cycle that runs. The same key does it once. */
async function keepCap(deps: PlansDeps, row: Subscription, order: { cap: number; key: string }): Promise<void> {
  let newest = row
  for (let tries = 0; tries < maxTries; tries++) {
    try {
      return await keepCapAsRead(deps, newest, order)
    } catch (error) {
      if (!(error instanceof ToileError && error.code === 'CANCELLED')) throw error
      newest = await deps.db.write.subscription.findUniqueOrThrow({ where: { id: row.id } })
    }
  }
  throw new ToileError('BUSY', { retryAfterMs: 1000 })
}

/** `CANCELLED` where the row was read at the provider meanwhile, or another cap was set. */
async function keepCapAsRead(deps: PlansDeps, row: Subscription, { cap, key }: { cap: number; key: string }): Promise<void> {
  const { db, wallet, clock } = deps
  const { id, accountId, periodStart, periodEnd } = row
  const kept = { where: { id }, data: { cap, readings: { increment: 1 }, lookAt: clock.now() } }
  const stopped = row.state !== 'active' || (await isStopped(deps, accountId))
  // While a charge is owed, or the next period has yet to begin, it is kept for when it counts again.
  if (stopped || periodEnd <= clock.now()) {
    await db.write.subscription.update(kept)
    return
  }
  const reading = { subscriptionId: id, number: row.readings }
  const span = { effectiveAt: periodStart.getTime(), expiresAt: periodEnd.getTime() }
  const cycle = meteredCycle(id, { start: periodStart })
  const written = asRead(reading, async (tx) => {
    await tx.subscription.update(kept)
  })
  await wallet.setCap({ accountId, key, lotId: lotIdOf(`${cycle} ${key}`), cycle, label: null, cap, ...span }, written)
}
