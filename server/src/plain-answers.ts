import type { FastifyInstance } from 'fastify'
import type { ErrorCode, WireError } from 'shared'
import { ToileError } from './platform/errors.ts'

const codes: Record<number, ErrorCode> = { 403: 'FORBIDDEN', 404: 'NOT_FOUND', 413: 'IMAGE_TOO_LARGE', 429: 'BUSY' }

/** The other way round, for what is refused on purpose. */
const statuses: Partial<Record<ErrorCode, number>> = { FORBIDDEN: 403, NOT_FOUND: 404, IMAGE_TOO_LARGE: 413, BUSY: 429 }

/** What goes wrong outside the procedures is told like what goes wrong inside them: our code, and no text of anybody's. */
export function registerPlainAnswers(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) => reply.status(404).send(told('NOT_FOUND')))
  app.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
    if (error instanceof ToileError) {
      const { code, details } = error
      if (details.retryAfterMs !== undefined) reply.header('retry-after', Math.ceil(details.retryAfterMs / 1000))
      return reply.status(statuses[code] ?? 400).send({ code, details } satisfies WireError)
    }
    const status = error.statusCode ?? 500
    if (status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, 'a request failed')
    return reply.status(status).send(told(codes[status] ?? (status >= 500 ? 'INTERNAL' : 'BAD_REQUEST')))
  })
}

function told(code: ErrorCode): WireError {
  return { code, details: {} }
}
