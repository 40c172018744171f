import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { maxUploadBytes } from 'shared'
import { type Accounts, createAccounts, type TrialTerms } from './accounts/accounts.ts'
import { createAuth } from './accounts/auth.ts'
import { registerAuthRoutes } from './accounts/auth-routes.ts'
import type { Engine } from './engines/engine.ts'
import { createEngines } from './engines/engines.ts'
import { createGenerations } from './generations/generations.ts'
import { createQueue } from './generations/queue.ts'
import { startWorker } from './generations/worker.ts'
import { registerImageRoutes } from './images/image-routes.ts'
import { createImages } from './images/images.ts'
import { createUrlSigner } from './images/signed-url.ts'
import type { ImageStorage } from './images/storage.ts'
import { createBus } from './live/bus.ts'
import { createNews } from './live/news.ts'
import { registerHealth } from './operator/health.ts'
import { createCheckouts } from './payments/checkouts.ts'
import { createOffers, defaultPacks } from './payments/packs.ts'
import { registerTestCheckout } from './payments/test-checkout/routes.ts'
import type { Clock } from './platform/clock.ts'
import type { Db } from './platform/db.ts'
import type { Ids } from './platform/ids.ts'
import type { Log } from './platform/log.ts'
import { registerOriginWall } from './platform/origins.ts'
import { defaultPrices } from './pricing/price-list.ts'
import { createPricing } from './pricing/pricing.ts'
import { type AppRouter, createRouter } from './router.ts'
import { registerTryPage } from './try/try-page.ts'
import { createJournal } from './wallet/journal.ts'
import { createWallet, type Wallet } from './wallet/wallet.ts'

/** Everything that a test may replace. The environment is not read here. */
export interface AppDeps {
  db: Db
  clock: Clock
  ids: Ids
  log: Log
  storage: ImageStorage
  /** In the order in which `auto` tries them. */
  engines: Engine[]
  secret: string
  extensionOrigins: string[]
  /** Where browsers reach the server; asked each time, since the port is known only once it listens. */
  baseUrl: () => string
  trial: TrialTerms
  imageTimeoutMs: number
  /** Images made at the same time. */
  workers: number
  testCheckoutAnywhere: boolean
}

export interface App {
  http: FastifyInstance
  wallet: Wallet
  accounts: Accounts
  /** Ends streams, lets images under way finish for `graceMs` or gives them back, then closes everything but the database. */
  close(graceMs: number): Promise<void>
}

/** Wires the parts. Work that a dead process left behind is taken up at once. */
export async function buildApp(deps: AppDeps): Promise<App> {
  const { db, clock, ids, log, baseUrl } = deps
  const bus = createBus()
  const news = createNews({ bus, log, wallet: () => wallet, generation: (accountId, id) => generations.get(accountId, id) })
  const journal = createJournal({ db, clock, onCommitted: (accountIds) => accountIds.forEach(news.balanceChanged) })
  const wallet = createWallet({ db, clock, journal })
  const engines = createEngines(deps.engines)
  const signer = createUrlSigner(deps.secret, () => clock.now())
  const images = createImages({ db, storage: deps.storage, clock, ids, signer, baseUrl })
  const offers = createOffers(defaultPacks)
  const pricing = createPricing({ prices: defaultPrices, wallet, engineFor: (request) => engines.choose(request).name })
  const queue = createQueue({ db, clock, ids })
  const recovered = await queue.recover()
  if (recovered > 0) log.info({ jobs: recovered }, 'took up the images that were under way')
  const worker = startWorker(
    { queue, engines, images, wallet, clock, log, imageTimeoutMs: deps.imageTimeoutMs, onChange: news.generationChanged },
    deps.workers,
  )
  const generations = createGenerations({ db, clock, ids, wallet, pricing, engines, images, offers, worker })
  const checkouts = createCheckouts({ db, clock, ids, wallet, offers, baseUrl, onNews: news.payment })
  const auth = createAuth({ db, secret: deps.secret, baseUrl: baseUrl(), extensionOrigins: deps.extensionOrigins })
  const accounts = createAccounts({ db, clock, ids, auth, wallet, trial: deps.trial })
  const router = createRouter({ wallet, pricing, images, generations, offers, checkouts, bus, clock })

  const logger: FastifyBaseLogger = log
  const http: FastifyInstance = Fastify({
    loggerInstance: logger,
    bodyLimit: 256 * 1024,
    logController: new LogController({ disableRequestLogging: true }),
  })
  registerOriginWall(http, deps.extensionOrigins)
  registerHealth(http, db)
  registerAuthRoutes(http, auth)
  registerImageRoutes(http, images)
  await registerTestCheckout(http, { checkouts, wallet, anywhere: deps.testCheckoutAnywhere })
  registerTryPage(http, engines)
  const trpc: FastifyTRPCPluginOptions<AppRouter> = {
    prefix: '/trpc',
    trpcOptions: {
      router,
      maxBodySize: maxUploadBytes + 64 * 1024,
      createContext: async ({ req }) => ({ member: await accounts.authenticate(req.headers.authorization) }),
      onError: ({ error, path }) => {
        if (error.code === 'INTERNAL_SERVER_ERROR') log.error({ err: error.cause ?? error, path }, 'a procedure failed')
      },
    },
  }
  await http.register(fastifyTRPCPlugin, trpc)
  http.addHook('preClose', async () => bus.close())

  return {
    http,
    wallet,
    accounts,
    close: async (graceMs) => {
      await worker.stop(graceMs)
      await http.close()
      await journal.drained()
      await engines.close()
    },
  }
}
