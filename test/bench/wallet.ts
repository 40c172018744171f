import { systemClock } from 'server/platform/clock'
import type { Db, DbProvider } from 'server/platform/db'
import { createLog } from 'server/platform/log'
import { createJournal } from 'server/wallet/journal'
import { verifyLedger } from 'server/wallet/verify'
import { createWallet } from 'server/wallet/wallet'
import { databases, openTestDatabase } from '../support/test-database.ts'
import { barePostgres } from './bare-postgres.ts'
import { bareWallet } from './bare-sqlite.ts'
import { type Measured, measure, median } from './measure.ts'

const accounts = 1000
const callerCounts = [1, 32, 256]
const seconds = Number(process.env.BENCH_SECONDS ?? 2)
const warmUpSeconds = Number(process.env.BENCH_WARM_UP ?? 5)
const runs = Number(process.env.BENCH_RUNS ?? 5)

interface Row extends Measured {
  store: DbProvider
  system: string
  callers: number
}

/**
 * Hold and capture, two durable commands an operation, over a thousand accounts of three lots, beside the same work done by
 * hand in one transaction a command. The ratio is against the hand-made one on the same store with ONE caller, in the same run.
 */
export async function benchWallet(): Promise<object> {
  const rows: Row[] = []
  for (const store of databases) rows.push(...(await benchStore(store)))
  const told = rows.map((row) => {
    const base = rows.find((other) => other.store === row.store && other.system !== 'journal' && other.callers === 1)
    return { ...row, ratio: Number((row.opsPerSecond / (base?.opsPerSecond ?? Number.NaN)).toFixed(2)) }
  })
  console.table(told)
  return { rows: told }
}

/** Each number of callers begins on fresh databases: what came before would have made them larger. */
async function benchStore(store: DbProvider): Promise<Row[]> {
  const rows: Row[] = []
  for (const callers of callerCounts) {
    const database = await openTestDatabase(store)
    const direct = store === 'sqlite' ? await bareSqlite() : await bareThroughPg()
    const systems = { journal: await fill(database.db), [direct.system]: direct.operation }
    for (const [system, measured] of await inTurn(systems, callers)) rows.push({ store, system, callers, ...median(measured) })
    await direct.close()
    const faults = await verifyLedger(database.db)
    await database.close()
    if (faults.length > 0) throw new Error(`The measured ledger is broken: ${JSON.stringify(faults.slice(0, 3))}`)
  }
  return rows
}

/** One after the other and again, so that the machine's moods meet both. */
async function inTurn(systems: Record<string, () => Promise<void> | void>, callers: number): Promise<Map<string, Measured[]>> {
  const taken = new Map<string, Measured[]>(Object.keys(systems).map((system) => [system, []]))
  for (const operation of Object.values(systems)) await measure(callers, warmUpSeconds, operation)
  for (let run = 0; run < runs; run++) {
    for (const [system, operation] of Object.entries(systems)) taken.get(system)?.push(await measure(callers, seconds, operation))
  }
  return taken
}

async function bareSqlite() {
  const database = await openTestDatabase('sqlite')
  await fill(database.db)
  const direct = bareWallet(database.file)
  const close = async () => {
    direct.close()
    await database.close()
  }
  return { system: 'better-sqlite3', operation: () => void direct.capture(direct.hold(anyAccount(), some(), nextKey())), close }
}

async function bareThroughPg() {
  const database = await openTestDatabase('postgresql')
  await fill(database.db)
  const direct = barePostgres(database.url, Math.min(32, Math.max(...callerCounts)))
  const operation = async () => direct.capture(await direct.hold(anyAccount(), some(), nextKey()))
  const close = async () => {
    await direct.close()
    await database.close()
  }
  return { system: 'pg', operation, close }
}

/** A thousand accounts, each with a trial that ends soon and more credits than a bench can spend. Answers the operation. */
async function fill(db: Db): Promise<() => Promise<void>> {
  const journal = createJournal({
    db,
    clock: db.provider === 'sqlite' ? systemClock : null,
    log: createLog('silent'),
    onCommitted: () => {},
  })
  const wallet = createWallet({ db, clock: systemClock, journal })
  const inDays = (days: number) => Date.now() + days * 86_400_000
  const lots = [
    { kind: 'trial', credits: 500, expiresAt: inDays(14) },
    { kind: 'plan', credits: 1_000_000, expiresAt: inDays(30) },
    { kind: 'pack', credits: 1_000_000, expiresAt: inDays(365) },
  ] as const
  await Promise.all(
    Array.from({ length: accounts }, async (_, i) => {
      const accountId = `account-${i}`
      await wallet.open(accountId)
      for (const lot of lots)
        await wallet.grant({ accountId, key: lot.kind, lotId: `${lot.kind}-${i}`, label: null, reference: null, ...lot })
    }),
  )
  return async () => {
    const accountId = anyAccount()
    const key = nextKey()
    const credits = some()
    await wallet.hold({ accountId, memberId: 'm', key, holdId: key, credits, purpose: 'vary', reference: 'g', payload: '' })
    await wallet.capture({ accountId, key: `c${key}`, holdId: key, credits })
  }
}

let made = 0
function nextKey(): string {
  made += 1
  return `key-${made}`
}

function anyAccount(): string {
  return `account-${Math.floor(Math.random() * accounts)}`
}

/** 1 to 8 credits: what a request for images costs. */
function some(): number {
  return 1 + Math.floor(Math.random() * 8)
}
