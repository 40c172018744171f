// `pnpm toile …`: the operator's commands.
import { Command } from 'commander'
import { readConfig } from '../config.ts'
import { systemClock } from '../platform/clock.ts'
import { accountCommand } from './commands/account.ts'
import { adjustCommand } from './commands/adjust.ts'
import { grantCommand } from './commands/grant.ts'
import { ledgerCommand } from './commands/ledger.ts'
import { createDesk, OperatorError } from './desk.ts'

const atDesk = createDesk(() => readConfig(process.env).database, systemClock)
const toile = new Command('toile').description('Operate a Toile server').showHelpAfterError('(--help says more)')
for (const command of [ledgerCommand, accountCommand, grantCommand, adjustCommand]) toile.addCommand(command(atDesk))

try {
  await toile.parseAsync()
} catch (error) {
  const message = error instanceof Error ? error.message : String(error)
  const code = error instanceof OperatorError ? error.code : 'INTERNAL'
  if (process.argv.includes('--json')) console.log(JSON.stringify({ error: { code, message } }))
  else console.error(message)
  process.exitCode = 1
}
