import type { FastifyInstance } from 'fastify'
import type { ErrorCode, WireError } from 'shared'

const codes: Record<number, ErrorCode> = { 403: 'FORBIDDEN', 404: 'NOT_FOUND', 413: 'IMAGE_TOO_LARGE', 429: 'BUSY' }

/** What goes wrong outside the procedures is told like what goes wrong inside them: our code, and no text of anybody's. */
export function registerPlainAnswers(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) => reply.status(404).send(told('NOT_FOUND')))
  app.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, 'a request failed')
    return reply.status(status).send(told(codes[status] ?? (status >= 500 ? 'INTERNAL' : 'BAD_REQUEST')))
  })
}

function told(code: ErrorCode): WireError {
  return { code, details: {} }
}
