import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { Checkout } from '../../../generated/sqlite/client.ts'
import { ToileError } from '../../platform/errors.ts'
import { isLoopback, isLoopbackHost } from '../../platform/loopback.ts'
import type { Wallet } from '../../wallet/wallet.ts'
import type { Checkouts } from '../checkouts.ts'
import { endPage, orderPage } from './pages.ts'

const params = z.object({ id: z.string().max(64) })
const form = z.object({ outcome: z.enum(['succeed', 'decline', 'cancel']) })

interface TestCheckoutDeps {
  checkouts: Checkouts
  wallet: Wallet
  /** Serve others than this machine, too. */
  anywhere: boolean
  baseUrl: () => string
}

/** The test checkout: a page of our own on which no money moves. The address is the proof of who may pay: it can't be guessed. */
export async function registerTestCheckout(
  app: FastifyInstance,
  { checkouts, wallet, anywhere, baseUrl }: TestCheckoutDeps,
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

    pages.get('/checkout/:id', async (request, reply) => {
      const checkout = await checkouts.get(params.parse(request.params).id)
      const balance = await wallet.balance(checkout.accountId)
      return html(
        reply,
        isPayable(checkout)
          ? orderPage(request.headers['accept-language'], checkout, balance)
          : endPage(request.headers['accept-language'], checkout, balance),
      )
    })

    pages.post('/checkout/:id', async (request, reply) => {
      const { id } = params.parse(request.params)
      const { outcome } = form.parse(request.body)
      // The page may have been open for long: what was cancelled since, as with its account, is not sold any more.
      if (!isPayable(await checkouts.get(id))) return reply.redirect(`/checkout/${id}`, 303)
      if (outcome === 'succeed') await checkouts.paid(id)
      else await checkouts.ended(id, outcome === 'decline' ? 'declined' : 'cancelled')
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

/** A card that was declined may be tried again, as with any shop. */
function isPayable({ state }: Checkout): boolean {
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
