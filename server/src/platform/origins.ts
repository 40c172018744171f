import type { FastifyInstance, FastifyRequest } from 'fastify'

/**
 * Our own allow-list: who may call `/trpc` and `/api/auth`. A browser names the caller in Origin on everything but its own
 * plain GETs; those carry no token that a page could know. Firefox names no extension on a GET that it was permitted; that one
 * carries its token as `Bearer`, which no page can send to another site without being named: of what a link can carry,
 * a name and a password, the browser makes `Basic`. Signing in needs the name, since it makes a wallet.
 */
export function registerOriginWall(app: FastifyInstance, allowed: string[]): void {
  const known = new Set(allowed)
  const mayCall = ({ method, headers }: FastifyRequest): boolean => {
    if (headers.origin !== undefined) return known.has(headers.origin)
    const site = headers['sec-fetch-site']
    const ofNoPage = site === undefined || site === 'none' || headers.authorization?.startsWith('Bearer ') === true
    return method === 'GET' && ofNoPage
  }
  app.addHook('onRequest', async (request, reply) => {
    // The route that matched, not the address as it was written: that may be spelt in many ways.
    const route = request.routeOptions.url ?? ''
    const guarded = route.startsWith('/trpc/') || route.startsWith('/api/auth/')
    if (guarded && !mayCall(request)) return reply.status(403).send({ code: 'FORBIDDEN', details: {} })
  })
}
