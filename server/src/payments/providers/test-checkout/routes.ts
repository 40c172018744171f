import type { FastifyInstance, FastifyRequest } from 'fastify'
import { id as idOf } from 'shared'
import * as z from 'zod'
import type { TestCheckout, TestCustomer } from '../../../../generated/sqlite/client.ts'
import { ToileError } from '../../../platform/errors.ts'
import { createWalletReads } from '../../../wallet/reads/reads.ts'
import { emailOf } from '../../pages/account-email.ts'
import { type Reader, readerOf } from '../../pages/reader.ts'
import { sendPage } from '../../pages/send-page.ts'
import { ProviderError, type ProviderWiring } from '../../provider.ts'
import { act, perform } from './acts.ts'
import type { TestBooks } from './books/books.ts'
import { readOverview } from './books/overview.ts'
import { createGuard } from './guard.ts'
import type { TestHand } from './hand.ts'
import { managePage } from './pages/manage-page.ts'
import { type Order, orderPage } from './pages/order-page.ts'

const params = z.object({ secret: idOf })
const form = z.object({ outcome: z.enum(['succeed', 'decline', 'later', 'cancel']) })
const query = z.object({ told: z.enum(['done', 'stale']).nullable().catch(null).default(null) })

export interface TestPagesDeps {
  wiring: ProviderWiring
  books: TestBooks
  hand: TestHand
  anywhere: boolean
}

/** Pages of our own on which no money moves. An address is the proof of who may pay: nobody can guess it. */
export async function registerTestPages(app: FastifyInstance, deps: TestPagesDeps): Promise<void> {
  const { wiring, anywhere } = deps
  await app.register(async (pages) => {
    pages.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
      done(null, Object.fromEntries(new URLSearchParams(String(body))))
    })
    pages.addHook('onRequest', createGuard({ anywhere, baseUrl: wiring.baseUrl }))
    registerOrder(pages, deps)
    registerManage(pages, deps)
  })
}

function registerOrder(pages: FastifyInstance, deps: TestPagesDeps): void {
  const { wiring, hand } = deps
  const find = async ({ params: given }: FastifyRequest): Promise<TestCheckout> => {
    const { secret } = readAs(params, given)
    return known(await wiring.db.write.testCheckout.findUnique({ where: { secret } }))
  }

  pages.get('/checkout/:secret', async (request, reply) => {
    const checkout = await find(request)
    // A card that was declined may be tried again, as with any shop.
    if (checkout.state !== 'open' && checkout.state !== 'declined') return reply.redirect(checkout.returnUrl, 303)
    const { reader, order } = await readOrder(deps, request, checkout)
    return sendPage(reply, orderPage(reader, order))
  })

  pages.post('/checkout/:secret', async (request, reply) => {
    const { id, returnUrl } = await find(request)
    // The page may have been open for long: what was cancelled since, as with its account, is not sold any more.
    await hand.decide(id, readAs(form, request.body).outcome)
    return reply.redirect(returnUrl, 303)
  })
}

function registerManage(pages: FastifyInstance, deps: TestPagesDeps): void {
  const { db, ids } = deps.wiring
  const find = async ({ params: given }: FastifyRequest): Promise<TestCustomer> => {
    const { secret } = readAs(params, given)
    return known(await db.write.testCustomer.findUnique({ where: { secret } }))
  }

  pages.get('/checkout/manage/:secret', async (request, reply) => {
    const { id, accountId } = await find(request)
    await deps.books.take(id, async () => {})
    const { told } = query.parse(request.query)
    const reader = await readerFor(deps, request, accountId)
    return sendPage(reply, managePage(reader, { overview: await readOverview(db, id), told, newKey: ids.next }))
  })

  pages.post('/checkout/manage/:secret', async (request, reply) => {
    const { id, secret } = await find(request)
    const chosen = readAs(act, request.body)
    const told = await performed(deps, id, chosen)
    return reply.redirect(`/checkout/manage/${secret}?told=${told}#${encodeURIComponent(chosen.id)}`, 303)
  })
}

/** What stands on the page may have changed meanwhile: then nothing is done, and the page is shown as it is now. */
async function performed(
  { wiring, hand }: TestPagesDeps,
  customerId: string,
  chosen: z.infer<typeof act>,
): Promise<'done' | 'stale'> {
  const { db, log } = wiring
  const own = { where: { id: chosen.id, customerId } }
  const counts = await Promise.all([
    db.write.testPayment.count(own),
    db.write.testSubscription.count(own),
    db.write.testCheckout.count(own),
  ])
  if (counts.every((count) => count === 0)) throw new ToileError('NOT_FOUND')
  try {
    await perform(hand, chosen)
    return 'done'
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    log.info({ act: chosen.act, why: error.message }, 'the test bank could not do what was asked')
    return 'stale'
  }
}

async function readOrder(
  deps: TestPagesDeps,
  request: FastifyRequest,
  checkout: TestCheckout,
): Promise<{ reader: Reader; order: Order }> {
  const { db, clock } = deps.wiring
  const { accountId } = await db.write.testCustomer.findUniqueOrThrow({ where: { id: checkout.customerId } })
  const ours = await db.write.checkout.findUnique({ where: { id: checkout.key } })
  const { credits, debt } = await createWalletReads({ db, clock }).balance(accountId)
  return {
    reader: await readerFor(deps, request, accountId),
    order: {
      checkout,
      email: await emailOf(db, accountId),
      balance: credits - debt,
      validMonths: ours?.validMonths ?? null,
      cap: ours?.cap ?? null,
    },
  }
}

async function readerFor({ wiring }: TestPagesDeps, request: FastifyRequest, accountId: string): Promise<Reader> {
  const { timeZone } = await createWalletReads(wiring).settings(accountId)
  return readerOf(request.headers['accept-language'], timeZone, wiring.clock.now())
}

/** What has not the form that our own pages give it is not there. */
function readAs<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  return known(schema.safeParse(given).data ?? null)
}

function known<Row>(row: Row | null): Row {
  if (row === null) throw new ToileError('NOT_FOUND')
  return row
}
