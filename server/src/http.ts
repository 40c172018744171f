import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { maxUploadBytes } from 'shared'
import type { Accounts } from './accounts/accounts.ts'
import type { Auth } from './accounts/auth.ts'
import { registerAuthRoutes } from './accounts/auth-routes.ts'
import type { Engines } from './engines/engines.ts'
import { registerImageRoutes } from './images/image-routes.ts'
import type { Images } from './images/images.ts'
import { registerHealth } from './operator/health.ts'
import { type DonePageDeps, registerDonePage } from './payments/pages/done-routes.ts'
import type { PaymentProvider } from './payments/provider.ts'
import { registerPlainAnswers } from './plain-answers.ts'
import type { Db } from './platform/db.ts'
import type { Log } from './platform/log.ts'
import { registerOriginWall } from './platform/origins.ts'
import type { AppRouter } from './router.ts'
import { registerTryPage } from './try/try-page.ts'

/** What is served, and what serving it needs. */
export interface HttpParts extends Pick<DonePageDeps, 'clock' | 'wallet' | 'checkouts' | 'records'> {
  db: Db
  log: Log
  router: AppRouter
  auth: Auth
  accounts: Accounts
  images: Images
  payments: PaymentProvider
  engines: Engines
  extensionOrigins: string[]
  baseUrl: () => string
}

/** The server's outside: the procedures and the plain routes beside them. It does not listen yet. */
export async function createHttp(parts: HttpParts): Promise<FastifyInstance> {
  const { log, auth, images, engines, baseUrl } = parts
  const logger: FastifyBaseLogger = log
  const http: FastifyInstance = Fastify({
    loggerInstance: logger,
    bodyLimit: 256 * 1024,
    logController: new LogController({ disableRequestLogging: true }),
    // A batch names all its procedures in one parameter of the path.
    routerOptions: { maxParamLength: 1000 },
    requestTimeout: 120_000,
  })
  registerPlainAnswers(http)
  registerOriginWall(http, parts.extensionOrigins)
  registerHealth(http, parts.db)
  registerAuthRoutes(http, auth, baseUrl)
  registerImageRoutes(http, images)
  await parts.payments.register(http)
  registerDonePage(http, { ...parts, provider: parts.payments })
  registerTryPage(http, engines)
  await http.register(fastifyTRPCPlugin, procedures(parts))
  return http
}

function procedures({ router, accounts, log }: HttpParts): FastifyTRPCPluginOptions<AppRouter> {
  return {
    prefix: '/trpc',
    trpcOptions: {
      router,
      maxBatchSize: 10,
      maxBodySize: maxUploadBytes + 64 * 1024,
      createContext: async ({ req }) => ({ member: await accounts.authenticate(req.headers.authorization) }),
      onError: ({ error, path }) => {
        if (error.code === 'INTERNAL_SERVER_ERROR') log.error({ err: error.cause ?? error, path }, 'a procedure failed')
      },
    },
  }
}
