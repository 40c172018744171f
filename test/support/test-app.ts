import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, buildApp } from 'server/app'
import { unpackedExtensionOrigin } from 'server/config'
import type { Engine } from 'server/engines/engine'
import type { AccessRules } from 'server/entitlements/gate'
import { diskStorage } from 'server/images/disk-storage'
import { createPixelWork } from 'server/images/pixel-work'
import { defaultOffers, type OfferList } from 'server/payments/offers/offer-list'
import type { PaymentProvider, ProviderWiring } from 'server/payments/provider'
import { createTestCheckout } from 'server/payments/providers/test-checkout/test-checkout'
import type { DbProvider } from 'server/platform/db'
import { randomIds } from 'server/platform/ids'
import { createLog, type Log } from 'server/platform/log'
import { defaultPrices } from 'server/pricing/price-list'
import { verifyLedger } from 'server/wallet/verify'
import type { PriceTable } from 'shared'
import { type Caller, callerWith, signIn } from './caller.ts'
import { sharedPrintEngine } from './shared-print-engine.ts'
import { TestClock } from './test-clock.ts'
import { openTestDatabase, type TestDatabase, type TestSqlite } from './test-database.ts'

export interface TestApp<Database extends TestDatabase = TestSqlite> {
  app: App
  url: string
  clock: TestClock
  database: Database
  /** Where the image files lie. */
  imageFolder: string
  /** A new guest, signed in over HTTP as the extension does. */
  guest(): Promise<{ client: Caller; token: string }>
  /** Another app on the same database and files: what a restart leads to. The first one must have ended. */
  restart(engines?: Engine[]): Promise<TestApp<Database>>
  /** Ends everything, and checks the books on the way out. */
  close(): Promise<void>
}

/** One for all apps of a test file: a thread takes a moment to start. It keeps no process alive. */
const pixels = createPixelWork()
const print = sharedPrintEngine({ threads: 2 })

export interface TestAppOptions {
  engines?: Engine[]
  prices?: PriceTable
  trialCredits?: number
  access?: AccessRules
  /** What is for sale; null is nothing. */
  offers?: OfferList | null
  /** Who moves the money: the test checkout, if nothing else is said. */
  payments?: (wiring: ProviderWiring) => PaymentProvider
  /** Where it tells what happens: nowhere, if nothing else is said. */
  log?: Log
}

/** The real app, over real HTTP on a free port, on a real database; only the clock stands still. */
export async function startTestApp(options?: TestAppOptions & { database?: 'sqlite' }): Promise<TestApp>
export async function startTestApp(options: TestAppOptions & { database: DbProvider }): Promise<TestApp<TestDatabase>>
export async function startTestApp(options: TestAppOptions & { database?: DbProvider } = {}): Promise<TestApp<TestDatabase>> {
  const folder = mkdtempSync(join(tmpdir(), 'toile-app-'))
  const database = await openTestDatabase(options.database ?? 'sqlite')
  const clock = new TestClock()
  const on = {
    folder,
    database,
    clock,
    trialCredits: options.trialCredits ?? 25,
    access: options.access ?? { required: null, domains: [] },
    prices: options.prices ?? defaultPrices,
    offers: options.offers === undefined ? defaultOffers : options.offers,
    payments: options.payments ?? createTestCheckout({ anywhere: false }),
    log: options.log ?? createLog('silent'),
  }
  return listen(on, options.engines)
}

interface Ground<Database extends TestDatabase> {
  folder: string
  database: Database
  clock: TestClock
  trialCredits: number
  access: AccessRules
  prices: PriceTable
  offers: OfferList | null
  payments: (wiring: ProviderWiring) => PaymentProvider
  log: Log
}

async function listen<Database extends TestDatabase>(
  ground: Ground<Database>,
  engines: Engine[] = [print],
): Promise<TestApp<Database>> {
  const { folder, database, clock } = ground
  let url = 'http://127.0.0.1'
  const app = await buildApp({
    db: database.db,
    clock,
    ledgerClock: clock,
    ids: randomIds,
    log: ground.log,
    storage: diskStorage(folder),
    pixels,
    engines,
    prices: ground.prices,
    secret: 'a secret of the tests, at least 32 long',
    extensionOrigins: [unpackedExtensionOrigin],
    baseUrl: () => url,
    trial: { credits: ground.trialCredits, days: 14 },
    access: ground.access,
    offers: ground.offers,
    payments: ground.payments,
  })
  url = await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    app,
    url,
    clock,
    database,
    imageFolder: folder,
    guest: async () => {
      const token = await signIn(url)
      return { client: callerWith(url, token), token }
    },
    restart: (next) => listen(ground, next),
    close: async () => {
      await app.close(5000)
      const faults = await verifyLedger(database.db)
      await database.close()
      rmSync(folder, { recursive: true, force: true })
      if (faults.length > 0) throw new Error(`The ledger is broken: ${JSON.stringify(faults)}`)
    },
  }
}
