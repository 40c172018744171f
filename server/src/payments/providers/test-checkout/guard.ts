import type { FastifyReply, FastifyRequest } from 'fastify'
import { isLoopback, isLoopbackHost } from '../../../platform/loopback.ts'

/**
 * The test checkout serves this machine, unless it shall serve anywhere, and only forms of its own pages. Its addresses are
 * secrets besides.
 */
export function createGuard({ anywhere, baseUrl }: { anywhere: boolean; baseUrl: () => string }) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    // A server that is reached under a public address has a proxy before it: then every caller looks near.
    const near = isLoopback(request) && isLoopbackHost(new URL(baseUrl()).host)
    if (!anywhere && !near) return reply.status(404).send({ code: 'NOT_FOUND', details: {} })
    const { origin } = request.headers
    const own = origin === undefined || (URL.canParse(origin) && new URL(origin).host === request.host)
    if (!own) return reply.status(403).send({ code: 'FORBIDDEN', details: {} })
  }
}
