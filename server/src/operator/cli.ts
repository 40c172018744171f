// `pnpm toile …`: the operator's commands.
import { existsSync } from 'node:fs'
import { Command } from 'commander'
import { readConfig } from '../config.ts'
import { openDatabase } from '../platform/database.ts'
import type { Db } from '../platform/db.ts'
import { verifyLedger } from '../wallet/verify.ts'

const toile = new Command('toile').description('Operate a Toile server').showHelpAfterError()

const ledger = toile.command('ledger').description('the wallet’s books')
ledger
  .command('verify')
  .description('check every rule of the books; exits 1 if one is broken')
  .option('--account <id>', 'only this account')
  .option('--json', 'print JSON')
  .action(async (options: { account?: string; json?: boolean }) => {
    const db = openConfigured()
    const faults = await verifyLedger(db, options.account)
    await db.close()
    if (options.json) console.log(JSON.stringify({ faults }))
    else if (faults.length === 0) console.log('The ledger is sound: every rule holds.')
    else for (const fault of faults) console.log(`BROKEN: ${fault.rule} · account ${fault.accountId} · ${fault.subject}`)
    if (faults.length > 0) process.exitCode = 1
  })

/** The server's database, which must be there: a command on an empty new one would only mislead. */
function openConfigured(): Db {
  const { database } = readConfig(process.env)
  if (database.provider === 'sqlite' && !existsSync(database.file))
    toile.error(`There is no database at ${database.file}. Set TOILE_DATA to the server’s data folder.`)
  return openDatabase(database)
}

try {
  await toile.parseAsync()
} catch (error) {
  toile.error(error instanceof Error ? error.message : String(error))
}
