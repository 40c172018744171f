import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { checkoutState, generationRequest, id, paymentKind } from 'shared'
import * as z from 'zod'
import type { Checkout, Payment } from '../../../generated/sqlite/client.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/db.ts'
import { ToileError } from '../../platform/errors.ts'
import type { Log } from '../../platform/log.ts'
import type { Wallet } from '../../wallet/wallet.ts'
import { over } from '../checkouts/sync-checkout.ts'
import { type PaymentProvider, ProviderError } from '../provider.ts'
import { Overtaken } from '../readings.ts'
import type { PaymentRecords } from '../records/records.ts'
import { emailOf } from './account-email.ts'
import { backPage, type Done, donePage } from './done-page.ts'
import type { TestBanner } from './frame.ts'
import { Html } from './html.ts'
import { readerOf } from './reader.ts'
import { sendPage } from './send-page.ts'

const params = z.object({ id })

/** How long a page tells of the account, in ms: its address stays in histories, for whoever has the browser next. */
const toldMs = 86_400_000

export interface DonePageDeps {
  db: Db
  clock: Clock
  log: Log
  wallet: Pick<Wallet, 'balance' | 'lots' | 'settings'>
  provider: Pick<PaymentProvider, 'name' | 'testMode'>
  checkouts: { sync(reference: string): Promise<unknown> }
  records: Pick<PaymentRecords, 'receipt'>
}

/**
 * `/checkout/done/<checkout>`: where the designer comes back to. Who knows the address may read it for a day; it changes
 * nothing.
 */
export function registerDonePage(http: FastifyInstance, deps: DonePageDeps): void {
  const { db, clock, wallet, provider, records } = deps
  const find = async ({ params: given }: FastifyRequest): Promise<Checkout> => {
    const asked = params.safeParse(given)
    const row = asked.success ? await db.write.checkout.findUnique({ where: { id: asked.data.id } }) : null
    if (row === null) throw new ToileError('NOT_FOUND')
    return row
  }
  const isOld = ({ finishedAt, createdAt }: Checkout) => clock.now().getTime() - (finishedAt ?? createdAt).getTime() >= toldMs
  const upToDate = createUpToDate(deps)
  const sendBack = (request: FastifyRequest, reply: FastifyReply) => {
    const reader = readerOf(request.headers['accept-language'], 'UTC', clock.now())
    return sendPage(reply, backPage(reader, bannerOf(provider)))
  }

  http.get('/checkout/done', async (request, reply) => sendBack(request, reply))

  http.get('/checkout/done/:id', async (request, reply) => {
    const row = await upToDate(await find(request))
    // That money is on its way is told as long as it is, and nothing else with it.
    if (row.state !== 'pending' && isOld(row)) return sendBack(request, reply)
    const { timeZone } = await wallet.settings(row.accountId)
    const reader = readerOf(request.headers['accept-language'], timeZone, clock.now())
    return sendPage(reply, donePage(reader, await readDone(deps, row)))
  })

  http.get('/checkout/done/:id/receipt', async (request, reply) => {
    const row = await find(request)
    const { id: checkoutId, accountId } = row
    const payment = isOld(row) ? null : await paymentOf(db, checkoutId)
    if (payment === null) throw new ToileError('NOT_FOUND')
    const language = request.headers['accept-language'] ?? 'en'
    const { text } = await records.receipt({ accountId, email: await emailOf(db, accountId) }, { id: payment.id, language })
    return sendPage(reply, new Html(text))
  })
}

/** What a checkout was paid by; of a plan, its first period. */
function paymentOf(db: Db, checkoutId: string): Promise<Payment | null> {
  return db.write.payment.findFirst({ where: { checkoutId }, orderBy: { createdAt: 'asc' } })
}

/** The designer is often here before the event is: what is not over is read back at once, for all who look meanwhile together. */
function createUpToDate({ db, provider, checkouts, log }: DonePageDeps): (row: Checkout) => Promise<Checkout> {
  const reading = new Map<string, Promise<unknown>>()
  return async (row) => {
    const { id, reference } = row
    if (reference === null || row.provider !== provider.name || over.includes(row.state)) return row
    try {
      const read = reading.get(id) ?? checkouts.sync(reference).finally(() => reading.delete(id))
      reading.set(id, read)
      await read
    } catch (error) {
      const later = error instanceof ProviderError || error instanceof Overtaken
      if (!later) throw error
      log.warn({ err: error, checkout: reference }, 'it is not known by now what became of a checkout; its event will tell')
    }
    return db.write.checkout.findUniqueOrThrow({ where: { id } })
  }
}

async function readDone({ db, wallet, provider }: DonePageDeps, row: Checkout): Promise<Done> {
  const { accountId, cap, credits, url } = row
  const draft = await db.write.draft.findFirst({ where: { accountId }, orderBy: { createdAt: 'desc' } })
  return {
    kind: paymentKind.parse(row.kind),
    state: checkoutState.parse(row.state),
    ...{ credits, cap, url },
    renewsAt: row.kind === 'plan' ? await renewalOf(db, accountId) : null,
    receiptUrl: row.state === 'paid' && (await paymentOf(db, row.id)) !== null ? `/checkout/done/${row.id}/receipt` : null,
    balance: await wallet.balance(accountId),
    lots: await wallet.lots(accountId),
    draft: draft === null ? null : draftOf(draft.request),
    banner: bannerOf(provider),
  }
}

function bannerOf({ testMode, name }: DonePageDeps['provider']): TestBanner {
  if (!testMode) return null
  return name === 'test-checkout' ? 'own' : 'test'
}

async function renewalOf(db: Db, accountId: string): Promise<Date | null> {
  const running = { accountId, kind: 'plan', endedAt: null, endsWithPeriod: false }
  const plan = await db.write.subscription.findFirst({ where: running, orderBy: { createdAt: 'desc' } })
  return plan?.periodEnd ?? null
}

/** A draft of an older version may not be readable any more: then there is none. */
function draftOf(request: string): Done['draft'] {
  const parsed = generationRequest.safeParse(JSON.parse(request))
  return parsed.success ? parsed.data : null
}
