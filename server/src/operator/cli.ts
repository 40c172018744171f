// `pnpm toile …`: the operator's commands.
import { Command, CommanderError } from 'commander'
import { readConfig } from '../config.ts'
import { systemClock } from '../platform/clock.ts'
import { accountCommand } from './commands/account.ts'
import { adjustCommand } from './commands/adjust.ts'
import { contactSheetCommand } from './commands/contact-sheet.ts'
import { entitlementCommand } from './commands/entitlement.ts'
import { grantCommand } from './commands/grant.ts'
import { ledgerCommand } from './commands/ledger.ts'
import { paymentsCommand } from './commands/payments.ts'
import { promoCommand } from './commands/promo.ts'
import { createDesk } from './desk.ts'
import { failureOf } from './failure.ts'

const json = process.argv.includes('--json')
const atDesk = createDesk(() => readConfig(process.env).database, systemClock)
const toile = new Command('toile').description('Operate a Toile server').showHelpAfterError('(--help says more)')
for (const command of [ledgerCommand, accountCommand, grantCommand, adjustCommand, promoCommand])
  toile.addCommand(command(atDesk))
toile.addCommand(paymentsCommand(atDesk, () => readConfig(process.env)))
toile.addCommand(entitlementCommand(atDesk, () => readConfig(process.env).access))
// pnpm runs this in the project's folder; who typed it may be elsewhere.
toile.addCommand(contactSheetCommand(process.env.INIT_CWD ?? process.cwd()))
throwRefusals(toile)

try {
  await toile.parseAsync()
} catch (error) {
  tell(error)
}

/** Commander ends the process where it refuses: here it throws, and leaves the telling to us where a machine asks. */
function throwRefusals(command: Command): void {
  command.exitOverride()
  if (json) command.configureOutput({ writeErr: () => {} })
  for (const part of command.commands) throwRefusals(part)
}

function tell(error: unknown): void {
  const byCommander = error instanceof CommanderError
  process.exitCode = byCommander ? error.exitCode : 1
  if (process.exitCode === 0) return
  const failure = failureOf(error)
  if (json) console.log(JSON.stringify({ error: failure }))
  else if (!byCommander) console.error(failure.message)
  if (failure.code === 'INTERNAL' && wantsDetails()) console.error(error)
}

function wantsDetails(): boolean {
  return ['trace', 'debug'].includes(readConfig(process.env).logLevel)
}
