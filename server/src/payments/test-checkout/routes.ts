import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/db.ts'
import { ToileError } from '../../platform/errors.ts'
import { isLoopback, isLoopbackHost } from '../../platform/loopback.ts'
import { endPage, orderPage } from './pages.ts'
import type { BookedOrder, TestBooks } from './provider.ts'

const params = z.object({ id: z.string().max(64) })
const form = z.object({ outcome: z.enum(['succeed', 'decline', 'cancel']) })

const outcomes = { succeed: 'paid', decline: 'declined', cancel: 'cancelled' } as const

interface TestCheckoutDeps {
  db: Db
  clock: Clock
  books: TestBooks
  /** Serve others than this machine, too. */
  anywhere: boolean
  baseUrl: () => string
}

/** The test checkout: a page of our own on which no money moves. The address is the proof of who may pay: it can't be guessed. */
export async function registerTestCheckout(
  app: FastifyInstance,
  { db, clock, books, anywhere, baseUrl }: TestCheckoutDeps,
): Promise<void> {
  await app.register(async (pages) => {
    pages.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
      done(null, Object.fromEntries(new URLSearchParams(String(body))))
    })
    pages.addHook('onRequest', async (request, reply) => {
      // A server that is reached under a public address has a proxy before it: then every caller looks near.
      const near = isLoopback(request) && isLoopbackHost(new URL(baseUrl()).host)
      if (!anywhere && !near) return reply.status(404).send({ code: 'NOT_FOUND', details: {} })
      const { origin } = request.headers
      const own = origin === undefined || (URL.canParse(origin) && new URL(origin).host === request.host)
      if (!own) return reply.status(403).send({ code: 'FORBIDDEN', details: {} })
    })

    const booked = (id: string): BookedOrder => {
      const order = books.get(id)
      if (order === undefined) throw new ToileError('NOT_FOUND')
      return order
    }
    pages.get('/checkout/:id', async (request, reply) => {
      const order = booked(params.parse(request.params).id)
      const credits = await creditsOf(db, clock, order.accountId)
      const page = isPayable(order) ? orderPage : endPage
      return html(reply, page(request.headers['accept-language'], order, credits))
    })

    pages.post('/checkout/:id', async (request, reply) => {
      const { id } = params.parse(request.params)
      const { outcome } = form.parse(request.body)
      // The page may have been open for long: what was cancelled since, as with its account, is not sold any more.
      if (isPayable(booked(id))) await books.choose(id, outcomes[outcome])
      return reply.redirect(`/checkout/${id}`, 303)
    })

    pages.setErrorHandler(async (error, request: FastifyRequest, reply) => {
      if (error instanceof ToileError || error instanceof z.ZodError)
        return reply.status(404).send({ code: 'NOT_FOUND', details: {} })
      request.log.error({ err: error }, 'the test checkout failed')
      return reply.status(500).send({ code: 'INTERNAL', details: {} })
    })
  })
}

async function creditsOf(db: Db, clock: Clock, accountId: string): Promise<number> {
  const now = clock.now()
  const usable = { accountId, kind: { not: 'metered' }, effectiveAt: { lte: now }, expiresAt: { gt: now } }
  const { _sum } = await db.write.lot.aggregate({ where: usable, _sum: { available: true } })
  return _sum.available ?? 0
}

/** A card that was declined may be tried again, as with any shop. */
function isPayable({ state }: BookedOrder): boolean {
  return state === 'open' || state === 'declined'
}

function html(reply: FastifyReply, page: string): FastifyReply {
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('x-frame-options', 'DENY')
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; frame-ancestors 'none'",
    )
    .send(page)
}
