import type { Checkout as CheckoutView, PaymentNews } from 'shared'
import { checkoutState } from 'shared'
import type { Checkout } from '../../generated/sqlite/client.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import { ToileError } from '../platform/errors.ts'
import type { Ids } from '../platform/ids.ts'
import { monthsAfter } from '../platform/months.ts'
import { type CompanionWriter, companion } from '../wallet/companion.ts'
import type { Wallet } from '../wallet/wallet.ts'
import type { Offers } from './packs.ts'

export interface Checkouts {
  /** Starts buying a pack; the same intent gets the same checkout. */
  start(accountId: string, request: { intentId: string; packId: string }): Promise<CheckoutView>
  get(checkoutId: string): Promise<Checkout>
  /** The provider says that the money is there: the credits are usable when this returns. Once, however often it is called. */
  paid(checkoutId: string): Promise<Checkout>
  /** No money came. One that was declined may still be paid; one that was paid stays paid. */
  ended(checkoutId: string, how: 'declined' | 'cancelled'): Promise<Checkout>
}

interface CheckoutDeps {
  db: Db
  clock: Clock
  ids: Ids
  wallet: Wallet
  offers: Offers
  baseUrl: () => string
  onNews: (accountId: string, news: PaymentNews) => void
}

const payments: CompanionWriter<{ checkoutId: string; at: Date }> = {
  write: async (tx, rows) => {
    for (const { checkoutId, at } of rows) {
      await tx.checkout.update({ where: { id: checkoutId }, data: { state: 'paid', finishedAt: at } })
    }
  },
}

export function createCheckouts({ db, clock, ids, wallet, offers, baseUrl, onNews }: CheckoutDeps): Checkouts {
  const get = async (checkoutId: string): Promise<Checkout> => {
    const row = await db.write.checkout.findUnique({ where: { id: checkoutId } })
    if (row === null) throw new ToileError('NOT_FOUND')
    return row
  }

  /** Told once, by whoever changed the state. */
  const tell = (row: Checkout): Checkout => {
    const { id: checkoutId, offerId: packId, credits } = row
    const state = checkoutState.parse(row.state)
    const expiresAt =
      state === 'paid' && row.finishedAt && row.validMonths ? monthsAfter(row.finishedAt, row.validMonths).toISOString() : null
    onNews(row.accountId, { checkoutId, kind: 'pack', packId, credits, state, expiresAt })
    return row
  }

  return {
    get,
    start: async (accountId, { intentId, packId }) => {
      const { credits, price, validMonths } = offers.named(packId)
      const key = { accountId, intentId }
      const terms = { offerId: packId, credits, amount: price.amount, currency: price.currency, validMonths }
      const base = { id: ids.secret(), provider: 'test-checkout', state: 'open', createdAt: clock.now() }
      const row = await db.write.checkout.upsert({
        where: { accountId_intentId: key },
        create: { ...key, ...terms, ...base },
        // Not nothing: then Prisma would look first and insert later, and of two at once one would fail on PostgreSQL.
        update: key,
      })
      if (row.offerId !== packId) throw new ToileError('IDEMPOTENCY_MISMATCH')
      return { id: row.id, url: `${baseUrl()}/checkout/${row.id}` }
    },
    paid: async (checkoutId) => {
      const before = await get(checkoutId)
      if (before.state === 'paid') return before
      const { accountId, offerId: packId, credits, validMonths } = before
      const now = clock.now()
      const expiresAt = monthsAfter(now, validMonths ?? 12)
      const lot = { lotId: ids.next(), kind: 'pack' as const, label: String(credits), credits, expiresAt: expiresAt.getTime() }
      await wallet.grant(
        { accountId, key: `pack:${checkoutId}`, reference: packId, ...lot },
        companion(payments, { checkoutId, at: now }),
      )
      return tell(await get(checkoutId))
    },
    ended: async (checkoutId, how) => {
      const ended = { state: how, finishedAt: clock.now() }
      const { count } = await db.write.checkout.updateMany({
        where: { id: checkoutId, state: { in: ['open', 'declined'] } },
        data: ended,
      })
      const row = await get(checkoutId)
      return count === 1 ? tell(row) : row
    },
  }
}
