import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { maxUploadBytes } from 'shared'
import { createAccounts, type TrialTerms } from './accounts/accounts.ts'
import { createAuth } from './accounts/auth.ts'
import { registerAuthRoutes } from './accounts/auth-routes.ts'
import { createAlerts } from './alerts/alerts.ts'
import { createAlertsWitness } from './alerts/witness.ts'
import type { Engine } from './engines/engine.ts'
import { createEngines } from './engines/engines.ts'
import { createGenerations } from './generations/generations.ts'
import { createQueue } from './generations/queue.ts'
import { createWorker } from './generations/worker.ts'
import { registerImageRoutes } from './images/image-routes.ts'
import { createImages } from './images/images.ts'
import { createUrlSigner } from './images/signed-url.ts'
import type { ImageStorage } from './images/storage.ts'
import { type Bus, createBus } from './live/bus.ts'
import { createNews } from './live/news.ts'
import { registerHealth } from './operator/health.ts'
import { createCheckouts } from './payments/checkouts.ts'
import { createOffers, defaultPacks } from './payments/packs.ts'
import { registerTestCheckout } from './payments/test-checkout/routes.ts'
import { registerPlainAnswers } from './plain-answers.ts'
import type { Clock } from './platform/clock.ts'
import type { Db } from './platform/db.ts'
import type { Ids } from './platform/ids.ts'
import type { Log } from './platform/log.ts'
import { registerOriginWall } from './platform/origins.ts'
import type { Sweeper } from './platform/sweeper.ts'
import { defaultPrices } from './pricing/price-list.ts'
import { createPricing } from './pricing/pricing.ts'
import { readProjectNames } from './projects/project-names.ts'
import { createProjects } from './projects/projects.ts'
import { requireProject } from './projects/require-project.ts'
import { type AppRouter, createRouter } from './router.ts'
import { createSweeps } from './sweeps.ts'
import { registerTryPage } from './try/try-page.ts'
import { createJournal } from './wallet/journal.ts'
import { createWallet } from './wallet/wallet.ts'

/** Everything that a test may replace. The environment is not read here. */
export interface AppDeps {
  db: Db
  clock: Clock
  /** What the ledger is stamped by. Null: by the database itself. */
  ledgerClock: Clock | null
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
  bus: Bus
  /** Books what time alone changes. Whoever serves starts it. */
  sweeper: Sweeper
  /** Serves, and only then takes up the work that a dead process left behind. Answers the address. */
  listen(where: { host: string; port: number }): Promise<string>
  /** Ends streams, lets images under way finish for `graceMs` or gives them back, then closes everything but the database. */
  close(graceMs: number): Promise<void>
}

/** How long a request that was half sent may keep a server that stops, in ms. */
const requestGraceMs = 3000

/** Wires the parts. Nothing is served or worked on before `listen`. */
export async function buildApp(deps: AppDeps): Promise<App> {
  const { db, clock, ids, log, baseUrl } = deps
  const bus = createBus()
  const news = createNews({
    bus,
    log,
    wallet: () => wallet,
    generation: (accountId, id) => generations.get(accountId, id),
    openAlerts: (accountId) => alerts.open(accountId),
  })
  const alerts = createAlerts({ db, clock, onChange: news.alertsChanged })
  const witness = createAlertsWitness({ ids })
  const onCommitted = (accountIds: string[]) => {
    accountIds.forEach(news.balanceChanged)
    witness.takeChanged(accountIds).forEach(news.alertsChanged)
  }
  const journal = createJournal({ db, clock: deps.ledgerClock, log, witness, onCommitted })
  const wallet = createWallet({ db, clock, journal })
  const sweeper = createSweeps({ db, clock, log, wallet, onAlertsChanged: news.alertsChanged })
  const engines = createEngines(deps.engines)
  const signer = createUrlSigner(deps.secret, () => clock.now())
  const images = createImages({ db, storage: deps.storage, clock, ids, signer, baseUrl })
  const offers = createOffers(defaultPacks)
  const pricing = createPricing({
    prices: defaultPrices,
    wallet,
    engineFor: (request) => engines.choose(request).name,
    requireProject: (accountId, projectId) => requireProject(db, accountId, projectId),
  })
  const queue = createQueue({ db, clock, ids })
  const worker = createWorker(
    { queue, engines, images, wallet, clock, log, imageTimeoutMs: deps.imageTimeoutMs, onChange: news.generationChanged },
    deps.workers,
  )
  const generations = createGenerations({ db, clock, ids, wallet, pricing, engines, images, offers, worker })
  const checkouts = createCheckouts({ db, clock, ids, wallet, offers, baseUrl, onNews: news.payment })
  const projects = createProjects({ db, clock, wallet })
  const auth = createAuth({ db, secret: deps.secret, baseUrl: baseUrl(), extensionOrigins: deps.extensionOrigins })
  // What is wrong with its settings is said now, not when the first guest comes.
  await auth.$context
  const accounts = createAccounts({ db, clock, ids, auth, wallet, trial: deps.trial })
  const projectNames = (accountId: string, projects: string[]) => readProjectNames(db, accountId, projects)
  const router = createRouter({
    wallet,
    projectNames,
    pricing,
    images,
    generations,
    offers,
    checkouts,
    projects,
    alerts,
    bus,
    clock,
  })

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
  registerOriginWall(http, deps.extensionOrigins)
  registerHealth(http, db)
  registerAuthRoutes(http, auth, baseUrl)
  registerImageRoutes(http, images)
  await registerTestCheckout(http, { checkouts, wallet, anywhere: deps.testCheckoutAnywhere, baseUrl })
  registerTryPage(http, engines)
  const trpc: FastifyTRPCPluginOptions<AppRouter> = {
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
  await http.register(fastifyTRPCPlugin, trpc)
  http.addHook('preClose', async () => bus.close())

  return {
    http,
    bus,
    sweeper,
    listen: async (where) => {
      const url = await http.listen(where)
      const recovered = await queue.recover()
      if (recovered > 0) log.info({ jobs: recovered }, 'took up the images that were under way')
      worker.start()
      return url
    },
    close: async (graceMs) => {
      await sweeper.stop()
      await worker.stop(graceMs)
      const late = setTimeout(() => http.server.closeAllConnections(), requestGraceMs)
      await http.close()
      clearTimeout(late)
      await journal.drained()
      await engines.close()
    },
  }
}
