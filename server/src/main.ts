import { join } from 'node:path'
import { buildApp } from './app.ts'
import { type Config, readConfig } from './config.ts'
import type { AiDeps } from './engines/ai/ai-engine.ts'
import type { LoadedEngines } from './engines/ai/load-engines.ts'
import { readEngineSettings } from './engines/ai/read-settings.ts'
import type { Engine } from './engines/engine.ts'
import { createPrintEngine } from './engines/print/print-engine.ts'
import { diskStorage } from './images/disk-storage.ts'
import { createPixelWork } from './images/pixel-work.ts'
import { s3Storage } from './images/s3-storage.ts'
import { OffersError } from './payments/offers/kept-offers.ts'
import { defaultOffers, type OfferList } from './payments/offers/offer-list.ts'
import { readOffers } from './payments/offers/read-offers.ts'
import { chosenProvider } from './payments/providers/chosen.ts'
import { systemClock } from './platform/clock.ts'
import { claimDataFolder, DataFolderError, keptSecret, makeDataFolder } from './platform/data-folder.ts'
import { migrateDatabase, nameOfDatabase, openDatabase } from './platform/database.ts'
import { clocksOf } from './platform/database-clock.ts'
import type { DbProvider } from './platform/db.ts'
import { randomIds } from './platform/ids.ts'
import { createLog } from './platform/log.ts'
import { MigrationError } from './platform/migrations.ts'
import { PostgresError } from './platform/postgres.ts'
import { ConfigError } from './platform/settings.ts'
import { pricesWith } from './pricing/price-list.ts'
import { assertAppendOnly } from './wallet/append-only.ts'

/** What a server must know of others, by its database. */
const companyOn: Record<DbProvider, string> = {
  sqlite: 'on SQLite it is the only server of its data folder',
  postgresql: 'on PostgreSQL other servers may share its database, and then its bucket, or its data folder, where the images lie',
}

/** How long images under way may still take when the server is told to stop, in ms. */
const graceMs = 10_000

/** One SQLite file bears one server. On PostgreSQL several may share the folder: image files are written whole, and never changed. */
function takeDataFolder({ dataFolder, database }: Config): () => void {
  if (database.provider === 'sqlite') return claimDataFolder(dataFolder)
  makeDataFolder(dataFolder)
  return () => {}
}

/** The print engine alone, or with the AI services of the settings. */
async function enginesOf({ enginesFile, variable }: Config, print: Engine, deps: AiDeps): Promise<LoadedEngines> {
  if (enginesFile === null) return { engines: [print], prices: [] }
  const { loadEngines } = await import('./engines/ai/load-engines.ts')
  return loadEngines(readEngineSettings(enginesFile, variable), print, deps)
}

/** What is for sale; null is nothing. */
function offersOf({ payments, offersFile }: Config): OfferList | null {
  if (payments.kind === 'none') return null
  return offersFile === null ? defaultOffers : readOffers(offersFile)
}

async function start(): Promise<void> {
  const config = readConfig(process.env)
  const log = createLog(config.logLevel)
  const print = createPrintEngine({ threads: config.printThreads, timeoutMs: config.imageTimeoutMs })
  const made = await enginesOf(config, print, { log, ids: randomIds })
  const freeDataFolder = takeDataFolder(config)
  const applied = await migrateDatabase(config.database, systemClock, randomIds)
  if (applied.length > 0) log.info({ applied }, 'migrated the database')
  const db = openDatabase(config.database)
  await assertAppendOnly(db)
  const clocks = await clocksOf(db, systemClock)

  const host = config.host.includes(':') ? `[${config.host}]` : config.host
  let listeningUrl = `http://${host}:${config.port}`
  const baseUrl = () => config.publicUrl ?? listeningUrl
  const pixels = createPixelWork()
  const app = await buildApp({
    db,
    ...clocks,
    ids: randomIds,
    log,
    storage: config.s3 === null ? diskStorage(join(config.dataFolder, 'images')) : await s3Storage(config.s3),
    pixels,
    engines: made.engines,
    prices: pricesWith(made.prices),
    secret: config.secret ?? keptSecret(config.dataFolder),
    extensionOrigins: config.extensionOrigins,
    baseUrl,
    trial: config.trial,
    access: config.access,
    offers: offersOf(config),
    payments: await chosenProvider(config.payments),
  })
  listeningUrl = await app.listen({ host: config.host, port: config.port })
  app.sweeper.start()
  const places = { url: listeningUrl, data: config.dataFolder, database: nameOfDatabase(config.database) }
  log.info(places, `Toile listens; ${companyOn[db.provider]}`)
  // Whoever started this process (start, demo, tests) learns the address from here.
  process.send?.({ url: baseUrl(), data: config.dataFolder })

  let askedAt: number | null = null
  const stop = async (signal: string) => {
    // Whoever asks again does not want to wait; what is under way is taken up at the next start. One Ctrl+C may come twice.
    if (askedAt !== null && performance.now() - askedAt > 1000) process.exit(1)
    if (askedAt !== null) return
    askedAt = performance.now()
    log.info({ signal }, 'stopping')
    await app.close(graceMs)
    await pixels.close()
    await db.close()
    freeDataFolder()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(signal))
  process.on('disconnect', () => stop('disconnect'))
}

try {
  await start()
} catch (error) {
  const told = [ConfigError, DataFolderError, MigrationError, OffersError, PostgresError].some((kind) => error instanceof kind)
  if (told && error instanceof Error) console.error(error.message)
  else if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    console.error(`${error.message}. Is Toile running already? Another port: TOILE_PORT=8788.`)
  } else console.error(error)
  process.exit(1)
}
