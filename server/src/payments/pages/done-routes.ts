import type { FastifyInstance } from 'fastify'
import { checkoutState, generationRequest, paymentKind } from 'shared'
import * as z from 'zod'
import type { Checkout } from '../../../generated/sqlite/client.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/db.ts'
import { ToileError } from '../../platform/errors.ts'
import type { Log } from '../../platform/log.ts'
import type { Wallet } from '../../wallet/wallet.ts'
import { type PaymentProvider, ProviderError } from '../provider.ts'
import { type Done, donePage } from './done-page.ts'
import { readerOf } from './reader.ts'
import { sendPage } from './send-page.ts'

const params = z.object({ id: z.string().max(64) })

export interface DonePageDeps {
  db: Db
  clock: Clock
  log: Log
  wallet: Pick<Wallet, 'balance' | 'lots' | 'settings'>
  provider: Pick<PaymentProvider, 'name' | 'testMode'>
  checkouts: { sync(reference: string): Promise<unknown> }
}

/** `/checkout/done/<checkout>`: where the designer comes back to. Who knows the address may read it; it changes nothing. */
export function registerDonePage(http: FastifyInstance, deps: DonePageDeps): void {
  http.get('/checkout/done/:id', async (request, reply) => {
    const asked = params.safeParse(request.params)
    const row = asked.success ? await upToDate(deps, asked.data.id) : null
    if (row === null) throw new ToileError('NOT_FOUND')
    const { timeZone } = await deps.wallet.settings(row.accountId)
    const reader = readerOf(request.headers['accept-language'], timeZone, deps.clock.now())
    return sendPage(reply, donePage(reader, await readDone(deps, row)))
  })
}

/** The designer is often here before the event is: what is not over is read back at once. */
async function upToDate({ db, provider, checkouts, log }: DonePageDeps, id: string): Promise<Checkout | null> {
  const where = { id }
  const row = await db.write.checkout.findUnique({ where })
  if (row === null || row.reference === null || row.provider !== provider.name) return row
  if (row.state === 'paid' || row.state === 'cancelled') return row
  try {
    await checkouts.sync(row.reference)
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    log.warn({ err: error, checkout: id }, 'the payment service does not say what became of a checkout; its event will')
  }
  return db.write.checkout.findUnique({ where })
}

async function readDone({ db, wallet, provider }: DonePageDeps, row: Checkout): Promise<Done> {
  const { accountId, cap, credits, url } = row
  const draft = await db.write.draft.findFirst({ where: { accountId }, orderBy: { createdAt: 'desc' } })
  return {
    kind: paymentKind.parse(row.kind),
    state: checkoutState.parse(row.state),
    ...{ credits, cap, url },
    renewsAt: row.kind === 'plan' ? await renewalOf(db, accountId) : null,
    receiptUrl: null,
    balance: await wallet.balance(accountId),
    lots: await wallet.lots(accountId),
    draft: draft === null ? null : draftOf(draft.request),
    banner: provider.testMode ? (provider.name === 'test-checkout' ? 'own' : 'test') : null,
  }
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
