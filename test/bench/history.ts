import { systemClock } from 'server/platform/clock'
import type { DbProvider } from 'server/platform/db'
import { createWalletReads, type WalletReads } from 'server/wallet/reads/reads'
import { verifyLedger } from 'server/wallet/verify'
import { longProject, writeLongHistory } from '../support/long-history.ts'
import { databases, openTestDatabase, type TestDatabase } from '../support/test-database.ts'

const sizes = (process.env.BENCH_ENTRIES ?? '1000,1000000').split(',').map(Number)
const samples = Number(process.env.BENCH_SAMPLES ?? 3000)
const warmUp = 300
const accountId = 'account-long'
const page = { limit: 30 }

/** What a popup reads when it opens. */
const reads: Record<string, (wallet: WalletReads) => Promise<unknown>> = {
  balance: (wallet) => wallet.balance(accountId),
  history: (wallet) => wallet.history(accountId, page),
  'history kind=used': (wallet) => wallet.history(accountId, { ...page, kind: 'used' }),
  'history kind=bought': (wallet) => wallet.history(accountId, { ...page, kind: 'bought' }),
  'history kind=returned': (wallet) => wallet.history(accountId, { ...page, kind: 'returned' }),
  'history kind=expired': (wallet) => wallet.history(accountId, { ...page, kind: 'expired' }),
  'history by project': (wallet) => wallet.history(accountId, { ...page, projectId: longProject }),
}

interface Row {
  store: DbProvider
  read: string
  entries: number
  p50Ms: number
  p99Ms: number
  /** Of the median to that of the shortest history. */
  ratio: number
}

/** How long a first page takes with a thousand and with a million entries on one account, by one caller. */
export async function benchHistory(): Promise<object> {
  const rows: Row[] = []
  for (const store of databases) rows.push(...(await benchStore(store)))
  console.table(rows)
  return { rows }
}

async function benchStore(store: DbProvider): Promise<Row[]> {
  const histories: { database: TestDatabase; wallet: WalletReads; entries: number }[] = []
  for (const size of sizes) histories.push(await longHistory(store, size))
  const rows: Row[] = []
  for (const [read, run] of Object.entries(reads)) {
    const took = histories.map((): number[] => [])
    // In turn, call by call, so that the machine's moods meet all of them.
    for (let i = 0; i < warmUp + samples; i++) {
      for (const [h, { wallet }] of histories.entries()) {
        const before = performance.now()
        await run(wallet)
        if (i >= warmUp) took[h]?.push(performance.now() - before)
      }
    }
    const told = histories.map(({ entries }, h) => ({ store, read, entries, ...percentiles(took[h] ?? []) }))
    rows.push(...told.map((row) => ({ ...row, ratio: rounded(row.p50Ms / (told[0]?.p50Ms ?? Number.NaN), 2) })))
  }
  for (const { database } of histories) await database.close()
  return rows
}

/** A database of its own: its indexes are as deep as its history is long. */
async function longHistory(store: DbProvider, size: number) {
  const database = await openTestDatabase(store)
  const before = performance.now()
  const { entries } = await writeLongHistory(database.db, accountId, size, Date.now())
  // Autovacuum would come to it in a minute.
  if (store === 'postgresql') await database.db.write.$executeRawUnsafe('VACUUM ANALYZE')
  const seconds = rounded((performance.now() - before) / 1000, 1)
  const faults = await verifyLedger(database.db)
  if (faults.length > 0) throw new Error(`The measured ledger is broken: ${JSON.stringify(faults.slice(0, 3))}`)
  console.log(`${store}: ${entries} entries written in ${seconds} s`)
  return { database, wallet: createWalletReads({ db: database.db, clock: systemClock }), entries }
}

function percentiles(took: number[]): { p50Ms: number; p99Ms: number } {
  const sorted = [...took].sort((a, b) => a - b)
  const at = (share: number) => rounded(sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN, 3)
  return { p50Ms: at(0.5), p99Ms: at(0.99) }
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
