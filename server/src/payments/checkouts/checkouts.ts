import type { Checkout as CheckoutView } from 'shared'
import type { Checkout } from '../../../generated/sqlite/client.ts'
import type { Member } from '../../member.ts'
import { ToileError } from '../../platform/errors.ts'
import { asCustomer } from '../customers.ts'
import { fromProvider } from '../from-provider.ts'
import type { OrderedThing } from '../provider.ts'
import type { CheckoutDeps } from './deps.ts'
import { type Order, termsOf, thingOf } from './order.ts'
import { firstLookMs, nextLook, syncCheckout } from './sync-checkout.ts'

export interface Checkouts {
  /**
   * Opens a place where something is paid or agreed to; the same intent gets the same one. `IDEMPOTENCY_MISMATCH` where the
   * intent was for something else, `BUSY` where too many are open, `PAYMENTS_AWAY` where the provider cannot be reached: then the
   * same intent may be sent again.
   */
  start(member: Pick<Member, 'accountId' | 'email'>, order: Order): Promise<CheckoutView>
  /** Reads a checkout back by the provider's id and does what follows. False where it is none of ours. */
  sync(reference: string): Promise<boolean>
  /** Nobody can pay there any more; one that was paid meanwhile counts. Throws `ProviderError`. */
  close(checkoutId: string): Promise<void>
  /** Closes all that an account could still pay. One that could not be closed stays open, and is closed by whoever asks again. */
  closeAll(accountId: string): Promise<void>
  /** Reads those back of which no event has told for long. Answers how many. */
  lookAgain(): Promise<number>
}

/** Checkouts that are looked at again in one run; the rest is for the next. */
const batchSize = 20

/** New checkouts that an account may have open, in an hour: a guest costs nothing to make, a place at the provider does. */
const mostOpen = 30
const hourMs = 3_600_000

/** Checkouts that can still be paid. */
export const payable = ['open', 'declined']

export function createCheckouts(deps: CheckoutDeps): Checkouts {
  const { db, clock, log, provider } = deps
  const sync = (reference: string) => syncCheckout(deps, reference)

  const lookAt = async ({ id, reference, createdAt }: Checkout): Promise<boolean> => {
    try {
      return reference !== null && (await sync(reference))
    } catch (error) {
      // The others are looked at all the same, and this one again later.
      await db.write.checkout.updateMany({ where: { id }, data: { lookAt: nextLook({ createdAt }, clock.now()) } })
      log.warn({ err: error, checkout: reference }, 'a checkout could not be looked at again')
      return false
    }
  }

  const close = async ({ id, reference }: Pick<Checkout, 'id' | 'reference'>): Promise<void> => {
    if (reference === null) {
      await db.write.checkout.updateMany({ where: { id, state: { in: payable } }, data: { state: 'cancelled' } })
    } else {
      await provider.closeCheckout(reference)
      await sync(reference)
    }
  }

  return {
    start: (member, order) => start(deps, member, order),
    sync,
    close: async (checkoutId) => close(await db.write.checkout.findUniqueOrThrow({ where: { id: checkoutId } })),
    closeAll: async (accountId) => {
      // A difference that was charged is taken back at the provider when its plan has ended.
      const charged = { accountId, provider: provider.name, kind: 'upgrade', checkoutId: { not: null } }
      const bills = await db.write.payment.findMany({ where: charged, select: { checkoutId: true } })
      const open = { accountId, state: { in: payable }, id: { notIn: bills.flatMap(({ checkoutId }) => checkoutId ?? []) } }
      // Nobody can pay where it was never opened, or at a provider that is not asked any more.
      const nowhere = { OR: [{ reference: null }, { provider: { not: provider.name } }] }
      await db.write.checkout.updateMany({ where: { ...open, ...nowhere }, data: { state: 'cancelled', lookAt: null } })
      for (const row of await db.write.checkout.findMany({ where: open })) {
        await close(row).catch((error: unknown) =>
          log.warn({ err: error, checkout: row.reference }, 'a checkout could not be closed yet'),
        )
      }
    },
    lookAgain: async () => {
      const due = { provider: provider.name, lookAt: { lte: clock.now() } }
      const rows = await db.read.checkout.findMany({ where: due, orderBy: { lookAt: 'asc' }, take: batchSize })
      let looked = 0
      for (const row of rows) if (await lookAt(row)) looked += 1
      return looked
    },
  }
}

/** Our row first: who asks again after a crash finds it, and gets the same place at the provider. */
async function start(deps: CheckoutDeps, member: Pick<Member, 'accountId' | 'email'>, order: Order): Promise<CheckoutView> {
  await refuseFlood(deps, member.accountId, order)
  const row = await keptRow(deps, member.accountId, order)
  if (row.url !== null) return { id: row.id, url: row.url }
  const url = await fromProvider(deps, open(deps, member, row))
  return { id: row.id, url }
}

async function refuseFlood({ db, clock }: CheckoutDeps, accountId: string, { intentId }: Order): Promise<void> {
  const now = clock.now().getTime()
  const open = { accountId, intentId: { not: intentId }, state: { in: payable }, createdAt: { gt: new Date(now - hourMs) } }
  const rows = await db.write.checkout.findMany({ where: open, orderBy: { createdAt: 'desc' }, take: mostOpen })
  const oldest = rows[mostOpen - 1]
  if (oldest === undefined) return
  if ((await db.write.checkout.count({ where: { accountId, intentId } })) > 0) return
  throw new ToileError('BUSY', { retryAfterMs: oldest.createdAt.getTime() + hourMs - now })
}

async function keptRow({ db, clock, ids, provider, offers }: CheckoutDeps, accountId: string, order: Order): Promise<Checkout> {
  const key = { accountId, intentId: order.intentId }
  const where = { accountId_intentId: key }
  const terms = termsOf(offers, order)
  const base = { id: ids.secret(), provider: provider.name, state: 'open', createdAt: clock.now() }
  const row = await db.write.checkout.upsert({
    where,
    create: { ...key, ...terms, ...base },
    // Not nothing: then Prisma would look first and insert later, and of two at once one would fail on PostgreSQL.
    update: key,
  })
  const same = row.kind === terms.kind && row.offerId === terms.offerId && row.cap === terms.cap
  if (!same) throw new ToileError('IDEMPOTENCY_MISMATCH')
  return row
}

/** Opens it by the terms that were kept, which may be older than today's. Answers where it is. */
async function open(deps: CheckoutDeps, member: Pick<Member, 'accountId' | 'email'>, row: Checkout): Promise<string> {
  const { db, clock, provider, offers, baseUrl } = deps
  const { id, accountId } = row
  const thing: OrderedThing = thingOf(offers, row)
  const returnUrl = `${baseUrl()}/checkout/done/${id}`
  const { reference, url } = await asCustomer(deps, member, (customer) =>
    provider.openCheckout({ key: id, accountId, customer, thing, returnUrl }),
  )
  const lookAt = new Date(clock.now().getTime() + firstLookMs)
  await db.write.checkout.update({ where: { id }, data: { reference, url, lookAt } })
  return url
}
