import { Command } from 'commander'
import { type CompanionWriter, companion } from '../../wallet/companion.ts'
import { credits, print } from '../answer.ts'
import { readCredits, readKey, readText } from '../arguments.ts'
import { change } from '../change.ts'
import type { AtDesk, Desk } from '../desk.ts'
import { findAccount } from '../find-account.ts'

/** How long credits given to put something right are good for, in ms: a year. */
const goodFor = 365 * 86_400_000

interface AdjustOptions {
  reason: string
  key?: string
  json?: boolean
}

/** Why, in the operator's words. The ledger names only the row's id, so that the words can be erased. */
interface AdjustmentRow {
  id: string
  accountId: string
  credits: number
  reason: string
  at: Date
}
const adjustments: CompanionWriter<AdjustmentRow> = {
  write: async (tx, rows) => {
    await tx.adjustment.createMany({ data: [...rows] })
  },
}

/** `toile adjust`: puts a balance right, up or down, with the reason kept beside the ledger. */
export function adjustCommand(atDesk: AtDesk): Command {
  return new Command('adjust')
    .description('put a balance right: gives credits (good for a year) or, below zero, takes them')
    .argument('<account>', 'its id, or a member’s e-mail')
    .argument('<credits>', 'how many; -5 takes five', readCredits)
    .requiredOption('--reason <text>', 'why, for the record', readText)
    .option('--key <key>', 'the same key again changes nothing; made up if you give none', readKey)
    .option('--json', 'print JSON')
    .action(async (named: string, count: number, options: AdjustOptions) => {
      print(await atDesk((desk) => adjust(desk, named, count, options)), options)
    })
}

async function adjust(desk: Desk, named: string, count: number, { reason, key: given }: AdjustOptions) {
  const { wallet, clock, ids } = desk
  const { accountId } = await findAccount(desk, named)
  const key = given ?? ids.next()
  const at = clock.now()
  const row: AdjustmentRow = { id: ids.next(), accountId, credits: count, reason, at }
  const terms = { lotId: ids.next(), credits: count, label: null, expiresAt: at.getTime() + goodFor, reference: row.id }
  return change(desk, {
    accountId,
    key,
    credits: count,
    send: (kept) => wallet.adjust({ accountId, key: kept, ...terms }, companion(adjustments, row)),
    isNew: (answer) => answer.reference === row.id,
    told: count > 0 ? `${credits(count)} given to ${named}.` : `${credits(-count)} taken from ${named}.`,
    before: `${count > 0 ? `gave ${credits(count)}` : `took ${credits(-count)}`} before; a reason is not compared`,
  })
}
