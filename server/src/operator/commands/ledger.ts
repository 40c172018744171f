import { Command } from 'commander'
import { verifyLedger } from '../../wallet/verify.ts'
import { print } from '../answer.ts'
import type { AtDesk } from '../desk.ts'
import { findAccount } from '../find-account.ts'

/** `toile ledger …`: the wallet's books. */
export function ledgerCommand(atDesk: AtDesk): Command {
  const ledger = new Command('ledger').description('the wallet’s books')
  ledger
    .command('verify')
    .description('check every rule of the books; exits 1 if one is broken')
    .option('--account <id or e-mail>', 'only this account')
    .option('--json', 'print JSON')
    .action(async (options: { account?: string; json?: boolean }) => {
      const faults = await atDesk(async (desk) => {
        if (options.account === undefined) return verifyLedger(desk.db)
        return verifyLedger(desk.db, (await findAccount(desk, options.account)).accountId)
      })
      const broken = faults.map((fault) => `BROKEN: ${fault.rule} · account ${fault.accountId} · ${fault.subject}`)
      const lines = broken.length > 0 ? broken : ['The ledger is sound: every rule holds.']
      print({ lines, data: { faults } }, options)
      if (faults.length > 0) process.exitCode = 1
    })
  return ledger
}
