import { systemClock } from 'server/platform/clock'
import { createLog } from 'server/platform/log'
import { createJournal } from 'server/wallet/journal'
import { createWallet } from 'server/wallet/wallet'
import { openTestDatabase } from '../support/test-database.ts'
import { bareWallet } from './bare-sqlite.ts'
import { type Measured, measure, median } from './measure.ts'

const accounts = 1000
const callerCounts = [1, 32, 256]
const seconds = Number(process.env.BENCH_SECONDS ?? 2)
const runs = Number(process.env.BENCH_RUNS ?? 5)

/**
 * Hold and capture, two durable commands an operation, over a thousand accounts. The ratio is against bare better-sqlite3
 * doing the same in one transaction an operation, with one caller, in the same run.
 */
export async function benchWallet(): Promise<object> {
  const journaled = await filled()
  const bare = await filled()
  const direct = bareWallet(bare.database.file)
  const operations = { journal: journaled.operation, bare: () => void direct.capture(direct.hold(anyAccount(), 1, nextKey())) }
  const rows: (Measured & { store: string; system: string; callers: number })[] = []
  for (const callers of callerCounts) {
    const taken: Record<string, Measured[]> = { journal: [], bare: [] }
    await measure(callers, 1, operations.journal)
    // In turn, so that the machine's moods meet both.
    for (let run = 0; run < runs; run++) {
      taken.journal?.push(await measure(callers, seconds, operations.journal))
      if (callers === 1) taken.bare?.push(await measure(1, seconds, operations.bare))
    }
    for (const [system, measured] of Object.entries(taken)) {
      if (measured.length > 0) rows.push({ store: 'sqlite', system, callers, ...median(measured) })
    }
  }
  direct.close()
  await Promise.all([journaled.database.close(), bare.database.close()])
  const base = rows.find((row) => row.system === 'bare')?.opsPerSecond ?? 1
  const told = rows.map((row) => ({ ...row, ratio: Number((row.opsPerSecond / base).toFixed(2)) }))
  console.table(told)
  return { rows: told }
}

/** A database with a thousand accounts, each with more credits than a bench can spend. */
async function filled() {
  const database = await openTestDatabase()
  const journal = createJournal({ db: database.db, clock: systemClock, log: createLog('silent'), onCommitted: () => {} })
  const wallet = createWallet({ db: database.db, clock: systemClock, journal })
  const expiresAt = Date.now() + 365 * 86_400_000
  const lot = { kind: 'pack' as const, label: null, credits: 1_000_000, expiresAt, reference: null }
  await Promise.all(
    Array.from({ length: accounts }, async (_, i) => {
      const accountId = `account-${i}`
      await wallet.open(accountId)
      await wallet.grant({ accountId, key: 'pack', lotId: `lot-${i}`, ...lot })
    }),
  )
  const operation = async () => {
    const accountId = anyAccount()
    const key = nextKey()
    await wallet.hold({ accountId, memberId: 'm', key, holdId: key, credits: 1, purpose: 'vary', reference: 'g', payload: '' })
    await wallet.capture({ accountId, key: `c${key}`, holdId: key, credits: 1 })
  }
  return { database, operation }
}

let made = 0
function nextKey(): string {
  made += 1
  return `key-${made}`
}

function anyAccount(): string {
  return `account-${Math.floor(Math.random() * accounts)}`
}
