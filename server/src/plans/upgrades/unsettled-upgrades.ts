import type { Checkout, Subscription } from '../../../generated/sqlite/client.ts'
import { payable } from '../../payments/checkouts/checkouts.ts'
import { paymentNewsOf } from '../../payments/payment-news.ts'
import { ProviderError } from '../../payments/provider.ts'
import { ToileError } from '../../platform/errors.ts'
import { cycleAt, type Span } from '../cycles/cycles.ts'
import type { PlansDeps } from '../deps.ts'
import { keepUpgrade } from './charge-upgrade.ts'
import type { ReadUpgrade } from './upgrades.ts'

/** How long a charge may be on its way to a provider that is slow, in ms. */
const underWayMs = 600_000

/** Differences that an account has agreed to with this plan, and that are neither paid nor off. */
export function unsettledUpgrades(
  { db }: Pick<PlansDeps, 'db'>,
  { accountId, provider, anchor }: Subscription,
): Promise<Checkout[]> {
  return db.write.checkout.findMany({
    where: { accountId, provider, kind: 'upgrade', state: { in: [...payable, 'pending'] }, createdAt: { gte: anchor } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
}

/**
 * Looks for charges whose answer never came: they may have been made. One that was not made is off: its designer was told that
 * nothing was charged, and is not charged later. True where one may be on its way still.
 */
export async function findAnswers(deps: PlansDeps, row: Subscription, cycles: readonly Span[]): Promise<boolean> {
  const { log } = deps
  let unanswered = false
  for (const asked of await withoutAnswer(deps, row)) {
    try {
      if (await isUnderWay(deps, { row, cycles }, asked)) unanswered = true
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error
      log.warn({ err: error, checkout: asked.id }, 'whether the difference to a larger plan was charged is asked again')
      unanswered = true
    }
  }
  return unanswered
}

async function withoutAnswer({ db }: PlansDeps, row: Subscription): Promise<Checkout[]> {
  const open = (await unsettledUpgrades({ db }, row)).filter(({ state, createdAt }) => {
    return state === 'open' && (row.endedAt === null || createdAt <= row.endedAt)
  })
  const charged = await db.write.payment.findMany({ where: { checkoutId: { in: open.map(({ id }) => id) } } })
  return open.filter(({ id }) => !charged.some(({ checkoutId }) => checkoutId === id))
}

async function isUnderWay(
  deps: PlansDeps,
  running: { row: Subscription; cycles: readonly Span[] },
  asked: Checkout,
): Promise<boolean> {
  const { db, clock, log, provider } = deps
  const reference = await provider.findCharge(running.row.reference, asked.id)
  if (reference !== null) {
    await keepUpgrade(deps, running, { asked, reference })
    return false
  }
  if (clock.now().getTime() - asked.createdAt.getTime() < underWayMs) return true
  await db.write.checkout.deleteMany({ where: { id: asked.id, state: 'open' } })
  log.info({ checkout: asked.id }, 'the difference to a larger plan was never charged, and will not be')
  return false
}

/**
 * Takes back what an account has agreed to and not paid, before something else is agreed to: nobody can pay both. `BUSY` where
 * the charge may be on its way.
 */
export async function dropUnsettled(deps: PlansDeps, running: { row: Subscription; cycles: readonly Span[] }): Promise<void> {
  const { db, clock } = deps
  for (const asked of await withoutAnswer(deps, running.row)) {
    if (!(await isUnderWay(deps, running, asked))) continue
    throw new ToileError('BUSY', { retryAfterMs: asked.createdAt.getTime() + underWayMs - clock.now().getTime() })
  }
  const unsettled = (await unsettledUpgrades(deps, running.row)).filter(({ state }) => state !== 'pending')
  for (const asked of unsettled) {
    const payment = await db.write.payment.findFirst({ where: { checkoutId: asked.id } })
    if (payment !== null) await drop(deps, asked.id, payment.reference)
  }
}

/**
 * A difference that nobody paid in its cycle cannot be paid after it: it would bring credits that have ended. Answers them as
 * they are then, and whether one is left that could not be dropped yet.
 */
export async function dropLate(
  deps: PlansDeps,
  upgrades: readonly ReadUpgrade[],
  { cycles, ended }: { cycles: readonly Span[]; ended: boolean },
): Promise<{ upgrades: ReadUpgrade[]; left: boolean }> {
  const { db, clock, log, provider } = deps
  const running = cycleAt(cycles, clock.now())
  const isLate = ({ from }: ReadUpgrade) => ended || (running !== undefined && from < running.start)
  const now: ReadUpgrade[] = []
  let left = false
  for (const upgrade of upgrades) {
    const { checkoutId, reference, state } = upgrade
    const unpaid = checkoutId !== null && (state === 'open' || state === 'failed') && isLate(upgrade)
    const open = unpaid && (await db.write.checkout.count({ where: { id: checkoutId, state: { in: payable } } })) > 0
    if (!open) {
      now.push(upgrade)
      continue
    }
    try {
      await drop(deps, checkoutId, reference)
      const facts = await provider.readPayment(reference)
      now.push({ ...upgrade, state: facts.state, facts })
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error
      log.warn({ err: error, checkout: checkoutId }, 'a difference that was not paid in time could not be taken back yet')
      now.push(upgrade)
      left = true
    }
  }
  return { upgrades: now, left }
}

/** One that was paid meanwhile is told as paid when it is read. */
async function drop({ db, clock, provider, onNews }: PlansDeps, checkoutId: string, reference: string): Promise<void> {
  await provider.dropCharge(reference)
  const dropped = { state: 'cancelled', finishedAt: clock.now() }
  const [row] = await db.write.checkout.updateManyAndReturn({ where: { id: checkoutId, state: { in: payable } }, data: dropped })
  if (row !== undefined) onNews(row.accountId, paymentNewsOf(row, 'cancelled', null))
}
