import type { FastifyInstance } from 'fastify'
import type { PriceTable } from 'shared'
import { createAccounts, type TrialTerms } from './accounts/accounts.ts'
import { createAuth } from './accounts/auth.ts'
import { createAlerts } from './alerts/alerts.ts'
import { createAlertsWitness } from './alerts/witness.ts'
import type { Engine } from './engines/engine.ts'
import { type AccessRules, createGate } from './entitlements/gate.ts'
import { createHttp } from './http.ts'
import type { PixelWork } from './images/pixel-work.ts'
import type { ImageStorage } from './images/storage.ts'
import { type Life, lifeOf } from './life.ts'
import { type Bus, createBus } from './live/bus.ts'
import { createNews } from './live/news.ts'
import { createMaking } from './making.ts'
import type { Inbox } from './payments/inbox/inbox.ts'
import type { OfferList } from './payments/offers/offer-list.ts'
import type { PaymentProvider, ProviderWiring } from './payments/provider.ts'
import type { Clock } from './platform/clock.ts'
import type { Db } from './platform/db.ts'
import type { Ids } from './platform/ids.ts'
import type { Log } from './platform/log.ts'
import type { Sweeper } from './platform/sweeper.ts'
import { readProjectNames } from './projects/project-names.ts'
import { createProjects } from './projects/projects.ts'
import { createPromos } from './promos/promos.ts'
import { createRouter } from './router.ts'
import { createSelling } from './selling.ts'
import { createSweeps } from './sweeps.ts'
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
  /** What is sold from now on; null: nothing is for sale. */
  offers: OfferList | null
  /** Who moves the money. */
  payments: (wiring: ProviderWiring) => PaymentProvider
}

export interface App extends Life {
  http: FastifyInstance
  bus: Bus
  /** What payment providers told, and what becomes of it. */
  inbox: Inbox
  /** Books what time alone changes. Whoever serves starts it. */
  sweeper: Sweeper
}

/** Wires the parts. Nothing is served or worked on before `listen`. */
export async function buildApp(deps: AppDeps): Promise<App> {
  const { db, clock, ids, log, storage, secret, trial, baseUrl } = deps
  const bus = createBus()
  const news = createNews({
    bus,
    log,
    wallet: () => wallet,
    generation: (accountId, id) => making.generations.get(accountId, id),
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
  const selling = await createSelling({ ...deps, wallet, onNews: news.payment })
  const { offers, checkouts, plans, payments, inbox } = selling
  const gate = createGate({ db, clock, rules: deps.access, plansBringing: offers.plansBringing })
  const making = createMaking({ ...deps, wallet, gate, offers, renewal: plans.renewal, onChange: news.generationChanged })
  const { images, generations, pricing, engines } = making
  const auth = createAuth({ db, secret, baseUrl: baseUrl(), extensionOrigins: deps.extensionOrigins })
  // What is wrong with its settings is said now, not when the first guest comes.
  await auth.$context
  const accounts = createAccounts({
    ...{ db, clock, ids, auth, wallet, trial, images, generations, checkouts, plans },
    usualPrice: pricing.usual,
    hangUp: bus.hangUp,
  })
  const sweeper = createSweeps({
    ...{ db, clock, log, wallet, storage, generations, offers, checkouts, plans, payments },
    onAlertsChanged: news.alertsChanged,
  })
  const router = createRouter({
    ...{ bus, clock, alerts, wallet, accounts, gate, ...selling, ...making },
    metered: plans.metered,
    promos: createPromos({ db, clock, ids, wallet, gate }),
    projects: createProjects({ db, clock, wallet }),
    projectNames: (accountId, projects) => readProjectNames(db, accountId, projects),
  })
  const http = await createHttp({ ...deps, ...selling, router, auth, accounts, images, wallet, engines })
  http.addHook('preClose', async () => bus.close())
  return { http, bus, inbox, sweeper, ...lifeOf({ ...making, http, inbox, sweeper, journal, log }) }
}
