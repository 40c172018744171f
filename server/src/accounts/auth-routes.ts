import type { FastifyInstance } from 'fastify'
import type { Auth } from './auth.ts'

/** Hands `/api/auth/*` to better-auth. Cookies are taken off both ways: Toile knows bearer tokens only. */
export function registerAuthRoutes(app: FastifyInstance, auth: Auth, baseUrl: () => string): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    handler: async (request, reply) => {
      const headers = new Headers()
      for (const name of ['authorization', 'content-type', 'origin', 'user-agent']) {
        const value = request.headers[name]
        if (typeof value === 'string') headers.set(name, value)
      }
      const body = request.method === 'POST' ? JSON.stringify(request.body ?? {}) : null
      const answer = await auth.handler(new Request(new URL(request.url, baseUrl()), { method: request.method, headers, body }))
      reply.status(answer.status)
      for (const name of ['content-type', 'set-auth-token', 'retry-after', 'x-retry-after']) {
        const value = answer.headers.get(name)
        if (value !== null) reply.header(name, value)
      }
      return reply.send(await answer.text())
    },
  })
}
