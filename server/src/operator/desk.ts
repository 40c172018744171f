import { existsSync } from 'node:fs'
import { createAlertsWitness } from '../alerts/witness.ts'
import type { Config } from '../config.ts'
import type { Clock } from '../platform/clock.ts'
import { missingThere, nameOfDatabase, openDatabase } from '../platform/database.ts'
import { type Clocks, clocksOf } from '../platform/database-clock.ts'
import type { Db } from '../platform/db.ts'
import { type Ids, randomIds } from '../platform/ids.ts'
import { createLog } from '../platform/log.ts'
import { MigrationError } from '../platform/migrations.ts'
import { PostgresError } from '../platform/postgres.ts'
import { createJournal } from '../wallet/journal.ts'
import { createWallet, type Wallet } from '../wallet/wallet.ts'
import type { Step, Witness } from '../wallet/witness.ts'

/** A command cannot do what was asked. The message says why and what to do; with `--json`, `code` says it to a machine. */
export class OperatorError extends Error {
  readonly code: string

  constructor(message: string, code = 'BAD_REQUEST') {
    super(message)
    this.code = code
  }
}

/** What an operator's command works with. A server may be running on the same database all the while. */
export interface Desk {
  db: Db
  wallet: Wallet
  clock: Clock
  ids: Ids
  /** The wallet right before and right after the last command, whatever a running server did meanwhile; null if it did nothing. */
  lastStep(): Step | null
}

/** Opens the server's database for one piece of work, and closes it whatever comes of it. */
export type AtDesk = <T>(work: (desk: Desk) => Promise<T>) => Promise<T>

/**
 * @param readDatabase asked only when a command needs it, so that `--help` needs no database
 * @param own this machine's clock: on PostgreSQL the database's counts instead, as it does for the servers
 */
export function createDesk(readDatabase: () => Config['database'], own: Clock): AtDesk {
  return async (work) => {
    const db = await openThere(readDatabase())
    try {
      return await workAt(db, await clocksOf(db, own), work)
    } finally {
      await db.close()
    }
  }
}

async function workAt<T>(db: Db, { clock, ledgerClock }: Clocks, work: (desk: Desk) => Promise<T>): Promise<T> {
  // Credits that arrive end the alerts that waited for them, whoever gives them.
  const alerts = createAlertsWitness({ ids: randomIds })
  let lastStep: Step | null = null
  const witness: Witness = {
    see: async (tx, steps) => {
      await alerts.see(tx, steps)
      lastStep = steps.at(-1) ?? null
    },
  }
  const journal = createJournal({ db, clock: ledgerClock, log: createLog('silent'), witness, onCommitted: () => {} })
  const wallet = createWallet({ db, clock, journal })
  try {
    return await work({ db, wallet, clock, ids: randomIds, lastStep: () => lastStep })
  } finally {
    await journal.drained()
  }
}

/** A database that is there, answers and has the schema that this Toile knows: a command on another would only mislead. */
async function openThere(database: Config['database']): Promise<Db> {
  if (database.provider === 'sqlite' && !existsSync(database.file))
    throw new OperatorError(`There is no database at ${database.file}. Set TOILE_DATA to the server’s data folder.`, 'NOT_FOUND')
  const name = nameOfDatabase(database)
  const missing = await missingThere(database).catch((error: unknown) => refuseDatabase(error, name))
  if (missing.length > 0) {
    const lacks = `${missing.length} ${missing.length === 1 ? 'migration' : 'migrations'}`
    throw new OperatorError(
      `The database ${name} lacks ${lacks}. Start the server once: it brings its database up to date.`,
      'BAD_SCHEMA',
    )
  }
  return openDatabase(database)
}

function refuseDatabase(error: unknown, name: string): never {
  if (error instanceof MigrationError) throw new OperatorError(error.message, 'BAD_SCHEMA')
  if (error instanceof PostgresError) throw new OperatorError(error.message, 'UNREACHABLE')
  const reason = error instanceof Error ? error.message : String(error)
  throw new OperatorError(`The database ${name} cannot be used: ${reason}.`, 'UNREACHABLE')
}
