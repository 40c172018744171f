import * as z from 'zod'
import type { Subscription } from '../../../generated/sqlite/client.ts'
import type { Tx } from '../../platform/db.ts'
import type { Span } from '../cycles/cycles.ts'
import type { PlansDeps } from '../deps.ts'
import { asRead, orSuperseded, type Reading } from './reading.ts'

/** The wallet's name of a cycle of pay-as-you-go. */
export function meteredCycle(subscriptionId: string, { start }: Pick<Span, 'start'>): string {
  return `metered:${subscriptionId}:${start.toISOString()}`
}

/** Under this key a cycle is closed, once. */
export function closeKey(cycle: string): string {
  return `close:${cycle}`
}

interface Closing {
  row: Subscription
  reading: Reading
  period: Span
  customer: string
}

/**
 * Closes a cycle that is over, once. What was used is a statement: with the ledger's rows the payment is written that will be
 * charged for it, and the report by which the provider learns of it. A cycle in which nothing was used leaves no statement.
 */
export async function closeStatement(deps: PlansDeps, closing: Closing): Promise<void> {
  const { row, reading, period } = closing
  const { accountId } = row
  const cycle = meteredCycle(row.id, period)
  const key = closeKey(cycle)
  const written = asRead(reading, (tx) => writeStatement(tx, deps, closing, { cycle, key }))
  // By the ledger's own clock it may not be over yet: then this throws, and the next look closes it.
  await deps.wallet.closeCycle({ accountId, key, cycle, endsAt: period.end.getTime() }, written).catch(orSuperseded)
}

const answer = z.object({ billed: z.int().nonnegative() })

async function writeStatement(
  tx: Tx,
  { ids, clock, offers }: PlansDeps,
  { row, period }: Closing,
  { cycle, key }: { cycle: string; key: string },
): Promise<void> {
  const { id: subscriptionId, accountId, provider, offersVersion } = row
  // How much it billed is decided in this transaction, and stands in its answer.
  const kept = await tx.commandKey.findUniqueOrThrow({ where: { accountId_key: { accountId, key } } })
  const { billed: credits } = answer.parse(JSON.parse(kept.answer))
  if (credits === 0) return
  const now = clock.now()
  const { creditPrice } = offers.meteredOf(offersVersion)
  const owner = { accountId, subscriptionId, credits }
  // Until the provider has made its payment, the statement goes by the cycle's name.
  const bill = { kind: 'metered', provider, reference: cycle, offerId: 'metered', offersVersion, state: 'open', createdAt: now }
  const price = { amount: credits * creditPrice.amount, currency: creditPrice.currency }
  const span = { periodStart: period.start, periodEnd: period.end }
  await tx.payment.create({ data: { id: ids.next(), ...owner, ...bill, ...price, ...span } })
  const at = new Date(period.end.getTime() - 1000)
  await tx.useReport.create({ data: { identifier: cycle, ...owner, at, nextTryAt: now } })
}
