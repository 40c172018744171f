import type { AccountExportPart } from 'shared'
import type { Checkout, Payment, Subscription } from '../../generated/sqlite/client.ts'
import { undoneOf } from '../payments/paid-lots.ts'
import { stateOf } from '../payments/records/view.ts'
import type { Db } from '../platform/db.ts'

export type ExportedAccount = NonNullable<AccountExportPart['account']>

type Purchases = Pick<
  ExportedAccount,
  'payments' | 'checkouts' | 'subscriptions' | 'use' | 'customers' | 'promos' | 'entitlements'
>

/** What an account bought and was given, and what it may use by that. */
export async function readPurchases({ read }: Db, accountId: string): Promise<Purchases> {
  const own = { where: { accountId }, orderBy: { createdAt: 'asc' as const } }
  const [payments, checkouts, subscriptions, use, customers, promos, entitlements] = await Promise.all([
    read.payment.findMany(own),
    read.checkout.findMany(own),
    read.subscription.findMany(own),
    read.useReport.findMany({ where: { accountId }, orderBy: { at: 'asc' } }),
    read.customer.findMany({ where: { accountId }, orderBy: { provider: 'asc' } }),
    read.promoUse.findMany({ where: { accountId }, orderBy: { at: 'asc' } }),
    read.entitlement.findMany({ where: { accountId }, orderBy: [{ since: 'asc' }, { name: 'asc' }] }),
  ])
  return {
    payments: payments.map(paymentLine),
    checkouts: checkouts.map(checkoutLine),
    subscriptions: subscriptions.map(subscriptionLine),
    use: use.map(({ at, credits, sentAt }) => ({ at: at.toISOString(), credits, sentAt: moment(sentAt) })),
    customers: customers.map(({ provider, reference }) => ({ provider, reference })),
    promos: promos.map(({ at, code }) => ({ at: at.toISOString(), code })),
    entitlements: entitlements.map(({ name, source, since, until }) => {
      return { name, source, since: since.toISOString(), until: moment(until) }
    }),
  }
}

const moment = (at: Date | null) => at?.toISOString() ?? null

function paymentLine(row: Payment): ExportedAccount['payments'][number] {
  const { id, kind, offerId, credits, amount, currency } = row
  const moments = { createdAt: row.createdAt.toISOString(), paidAt: row.paidAt?.toISOString() ?? null }
  return { id, kind, offerId, credits, amount, currency, undone: undoneOf(row), state: stateOf(row), ...moments }
}

function checkoutLine(row: Checkout): ExportedAccount['checkouts'][number] {
  const { id, kind, offerId, credits, amount, currency, cap, state, createdAt, finishedAt } = row
  const moments = { createdAt: createdAt.toISOString(), finishedAt: moment(finishedAt) }
  return { id, kind, offerId, credits, amount, currency, cap, state, ...moments }
}

function subscriptionLine(row: Subscription): ExportedAccount['subscriptions'][number] {
  const { id, kind, state, planId, nextPlanId, cap, periodStart, periodEnd, endsWithPeriod, createdAt, endedAt } = row
  const period = { start: periodStart.toISOString(), end: periodEnd.toISOString() }
  const moments = { createdAt: createdAt.toISOString(), endedAt: moment(endedAt) }
  return { id, kind, state, planId, nextPlanId, cap, period, endsWithPeriod, ...moments }
}
