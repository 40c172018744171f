import type { FastifyInstance } from 'fastify'
import type { Db } from '../platform/db.ts'

/** `/livez`: the process answers. `/readyz`: it can read and write its database. */
export function registerHealth(app: FastifyInstance, db: Db): void {
  app.get('/livez', async () => ({ toile: 'live' }))
  app.get('/readyz', async (_request, reply) => {
    try {
      await Promise.all([db.read.$queryRaw`SELECT 1`, db.write.$queryRaw`SELECT 1`])
      return { toile: 'ready' }
    } catch (error) {
      app.log.error({ err: error }, 'the database does not answer')
      return reply.status(503).send({ toile: 'not ready' })
    }
  })
}
