import { Command } from 'commander'
import { accountLines } from '../account-lines.ts'
import { readAccount } from '../account-report.ts'
import { print } from '../answer.ts'
import type { AtDesk } from '../desk.ts'

/** `toile account …`: what an operator is asked about. */
export function accountCommand(atDesk: AtDesk): Command {
  const account = new Command('account').description('a designer’s account')
  account
    .command('show')
    .description('where an account’s credits are, and where they went')
    .argument('<account>', 'its id, or a member’s e-mail')
    .option('--json', 'print JSON')
    .action(async (named: string, options: { json?: boolean }) => {
      const report = await atDesk((desk) => readAccount(desk, named))
      print({ lines: accountLines(report), data: report }, options)
      if (report.faults.length > 0) process.exitCode = 1
    })
  return account
}
