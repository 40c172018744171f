import type { FastifyReply } from 'fastify'
import type { Html } from './html.ts'
import { lookAgainSource } from './look-again.ts'

/** Nothing runs in these pages but what looks again, nothing is loaded from elsewhere, nobody frames them, and their secret addresses stay with them. */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex',
  'content-security-policy':
    `default-src 'none'; script-src ${lookAgainSource}; connect-src 'self'; style-src 'unsafe-inline'; img-src data:; ` +
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
}

export function sendPage(reply: FastifyReply, { markup }: Html): FastifyReply {
  return reply.headers(headers).send(markup)
}
