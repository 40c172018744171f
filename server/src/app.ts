import type { FastifyInstance } from 'fastify'
import type { PriceTable } from 'shared'
import { createAccounts, type TrialTerms } from './accounts/accounts.ts'
import { createAuth } from './accounts/auth.ts'
import { sweepDeletedAccounts } from './accounts/erase-account.ts'
import { createAlerts } from './alerts/alerts.ts'
import { createAlertsWitness } from './alerts/witness.ts'
import type { Engine } from './engines/engine.ts'
import { createEngines, type Engines } from './engines/engines.ts'
import { type AccessRules, createGate } from './entitlements/gate.ts'
import { createGenerations } from './generations/generations.ts'
import { createQueue, type Queue } from './generations/queue.ts'
import { createWorker, type Worker } from './generations/worker.ts'
import { createHttp } from './http.ts'
import { createImages } from './images/images.ts'
import type { PixelWork } from './images/pixel-work.ts'
import { createUrlSigner } from './images/signed-url.ts'
import type { ImageStorage } from './images/storage.ts'
import { type Bus, createBus } from './live/bus.ts'
import { createNews } from './live/news.ts'
import { createCheckouts } from './payments/checkouts/checkouts.ts'
import { createApplyEvent } from './payments/inbox/apply-event.ts'
import { createInbox, type Inbox } from './payments/inbox/inbox.ts'
import { keepOffers } from './payments/offers/kept-offers.ts'
import type { OfferList } from './payments/offers/offer-list.ts'
import { createOffers } from './payments/offers/offers.ts'
import { createPortal } from './payments/portal.ts'
import type { PaymentProvider, ProviderWiring } from './payments/provider.ts'
import { createPaymentRecords } from './payments/records/records.ts'
import { createPlans } from './plans/plans.ts'
import type { Clock } from './platform/clock.ts'
import type { Db } from './platform/db.ts'
import type { Ids } from './platform/ids.ts'
import type { Log } from './platform/log.ts'
import type { Sweeper } from './platform/sweeper.ts'
import { createPricing } from './pricing/pricing.ts'
import { readProjectNames } from './projects/project-names.ts'
import { createProjects } from './projects/projects.ts'
import { requireProject } from './projects/require-project.ts'
import { createPromos } from './promos/promos.ts'
import { createRouter } from './router.ts'
import { createSweeps } from './sweeps.ts'
import { createJournal, type Journal } from './wallet/journal.ts'
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
  pixels: PixelWork
  /** In the order in which `auto` tries them. */
  engines: Engine[]
  prices: PriceTable
  secret: string
  extensionOrigins: string[]
  /** Where browsers reach the server; asked each time, since the port is known only once it listens. */
  baseUrl: () => string
  trial: TrialTerms
  access: AccessRules
  /** What is sold from now on. */
  /** Null: nothing is for sale. */
  offers: OfferList | null
  /** Who moves the money. */
  payments: (wiring: ProviderWiring) => PaymentProvider
}

export interface App {
  http: FastifyInstance
  bus: Bus
  /** What payment providers told, and what becomes of it. */
  inbox: Inbox
  /** Books what time alone changes. Whoever serves starts it. */
  sweeper: Sweeper
  /** Serves, and only then takes up the work that a dead process left behind. Answers the address. */
  listen(where: { host: string; port: number }): Promise<string>
  /** Ends streams, lets images under way finish for `graceMs` or gives them back, then closes everything but the database. */
  close(graceMs: number): Promise<void>
}

/** How long a request that was half sent may keep a server that stops, in ms. */
const requestGraceMs = 3000
/** How long an engine may take to end once it was told to, in ms. An order on its way is waited for 5 s, stopping a service 3 s. */
const deafMs = 15_000

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
  const engines = createEngines(deps.engines)
  const signer = createUrlSigner(deps.secret, () => clock.now())
  const engineVersion = (name: string) => deps.engines.find((engine) => engine.name === name)?.version ?? null
  const images = createImages({ db, storage: deps.storage, pixels: deps.pixels, clock, ids, signer, baseUrl, engineVersion })
  const offers = createOffers(deps.offers, await keepOffers(deps, deps.offers))
  const sweeper = createSweeps({
    ...{ db, clock, log, wallet, storage: deps.storage, offers, onAlertsChanged: news.alertsChanged },
    eraseDeleted: () => sweepDeletedAccounts({ db, clock, wallet, generations, checkouts, plans }),
    checkoutsAgain: () => checkouts.lookAgain(),
    plansAgain: () => plans.sweep(),
    reportUse: () => plans.report(),
  })
  const gate = createGate({ db, clock, rules: deps.access, plansBringing: offers.plansBringing })
  const pricing = createPricing({
    prices: deps.prices,
    engines: engines.offers,
    wallet,
    gate,
    engineFor: (request) => engines.choose(request).name,
    requireProject: (accountId, projectId) => requireProject(db, accountId, projectId),
  })
  const queue = createQueue({ db, clock, ids })
  const onChange = news.generationChanged
  const worker = createWorker({ db, queue, engines, images, wallet, clock, log, deafMs, onChange })
  const renewal = (accountId: string) => plans.renewal(accountId)
  const generations = createGenerations({
    db,
    clock,
    ids,
    wallet,
    gate,
    pricing,
    engines,
    images,
    offers,
    renewal,
    worker,
    onChange,
  })
  const promos = createPromos({ db, clock, ids, wallet, gate })
  const inbox = createInbox({ db, clock, ids, log, provider: () => payments, apply: (event) => applyEvent(event) })
  const payments = deps.payments({ db, clock, ids, log, baseUrl, deliver: inbox.deliver })
  const syncSubscription = (reference: string, checkoutId?: string) => plans.sync(reference, checkoutId)
  const buying = { db, clock, ids, log, wallet, offers, provider: payments, baseUrl, syncSubscription, onNews: news.payment }
  const checkouts = createCheckouts(buying)
  const plans = createPlans({ ...buying, checkouts })
  const applyEvent = createApplyEvent({ ...buying, checkouts })
  const projects = createProjects({ db, clock, wallet })
  const auth = createAuth({ db, secret: deps.secret, baseUrl: baseUrl(), extensionOrigins: deps.extensionOrigins })
  // What is wrong with its settings is said now, not when the first guest comes.
  await auth.$context
  const usualPrice = () => {
    const engine = engines.choose({ operation: 'generate', engine: 'auto' }).name
    return pricing.each({ operation: 'generate', size: 1024, engine })
  }
  const hangUp = (accountId: string) => bus.hangUp(accountId)
  const { trial } = deps
  const accounts = createAccounts({
    db,
    clock,
    ids,
    auth,
    wallet,
    trial,
    usualPrice,
    images,
    generations,
    checkouts,
    plans,
    hangUp,
  })
  const projectNames = (accountId: string, projects: string[]) => readProjectNames(db, accountId, projects)
  const records = createPaymentRecords({ db, clock, wallet, provider: payments })
  const features = {
    accounts,
    gate,
    wallet,
    projectNames,
    pricing,
    images,
    generations,
    offers,
    checkouts,
    plans,
    metered: plans.metered,
    promos,
    payments,
    records,
    portal: createPortal({ db, log, provider: payments, baseUrl }),
    projects,
    alerts,
    bus,
    clock,
  }
  const router = createRouter(features)
  const http = await createHttp({ ...deps, router, auth, accounts, images, payments, checkouts, wallet, records, engines })
  http.addHook('preClose', async () => bus.close())
  return { http, bus, inbox, sweeper, ...lifeOf({ http, queue, worker, inbox, sweeper, journal, engines, log }) }
}

interface Living {
  http: FastifyInstance
  queue: Queue
  worker: Worker
  inbox: Inbox
  sweeper: Sweeper
  journal: Journal
  engines: Engines
  log: Log
}

/** The order in which the parts begin and end: work only while it can be served and recorded. */
function lifeOf({ http, queue, worker, inbox, sweeper, journal, engines, log }: Living): Pick<App, 'listen' | 'close'> {
  return {
    listen: async (where) => {
      const url = await http.listen(where)
      const recovered = await queue.recover()
      if (recovered > 0) log.info({ jobs: recovered }, 'took up the images that were under way')
      worker.start()
      await inbox.start()
      return url
    },
    close: async (graceMs) => {
      await sweeper.stop()
      await worker.stop(graceMs)
      const late = setTimeout(() => http.server.closeAllConnections(), requestGraceMs)
      await http.close()
      clearTimeout(late)
      await inbox.stop()
      await journal.drained()
      await engines.close()
    },
  }
}
