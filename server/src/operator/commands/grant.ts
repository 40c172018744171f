import { Command, Option } from 'commander'
import { addDays, startOfDay } from '../../platform/days.ts'
import { credits, print } from '../answer.ts'
import { mostDays, readCredits, readDay, readDays, readKey, readText } from '../arguments.ts'
import { change } from '../change.ts'
import { type AtDesk, type Desk, OperatorError } from '../desk.ts'
import { findAccount } from '../find-account.ts'

const dayMs = 86_400_000

interface GrantOptions {
  kind: 'promo' | 'trial' | 'plan' | 'pack'
  days?: number
  until?: string
  label?: string
  key?: string
  json?: boolean
}

/** `toile grant`: credits from the operator's hand. */
export function grantCommand(atDesk: AtDesk): Command {
  return new Command('grant')
    .description('give an account credits')
    .argument('<account>', 'its id, or a member’s e-mail')
    .argument('<credits>', 'how many', readCredits)
    .addOption(new Option('--kind <kind>', 'what they are').choices(['promo', 'trial', 'plan', 'pack']).default('promo'))
    .option('--days <n>', 'good for so many days from now', readDays)
    .option('--until <day>', 'good to the end of this day, in the account’s time zone', readDay)
    .option('--label <text>', 'what the designer sees beside the kind', readText)
    .option('--key <key>', 'the same key again changes nothing; made up if you give none', readKey)
    .option('--json', 'print JSON')
    .action(async (named: string, count: number, options: GrantOptions) => {
      print(await atDesk((desk) => grant(desk, named, count, options)), options)
    })
}

async function grant(desk: Desk, named: string, count: number, options: GrantOptions) {
  const { wallet, ids } = desk
  if (count < 0) throw new OperatorError('A grant gives credits. To take some away: toile adjust.')
  const { accountId } = await findAccount(desk, named)
  const expiresAt = await endOf(desk, accountId, options)
  const { kind, label = null, key = ids.next() } = options
  const lotId = ids.next()
  const lot = { accountId, lotId, kind, label, credits: count, expiresAt, reference: `operator:${key}` }
  return change(desk, {
    accountId,
    key,
    credits: count,
    send: (kept) => wallet.grant({ ...lot, key: kept }),
    isNew: (answer) => answer.lotId === lotId,
    told: `${credits(count)} granted to ${named}.`,
    before: `granted ${credits(count)} (${kind}${label === null ? '' : `, “${label}”`}) before; an end is not compared`,
  })
}

/** When the credits end, in ms: said one way or the other, since nobody should have to guess it. */
async function endOf({ wallet, clock }: Desk, accountId: string, { days, until }: GrantOptions): Promise<number> {
  const now = clock.now().getTime()
  if ((days === undefined) === (until === undefined))
    throw new OperatorError('Say how long the credits are good for: --days 90, or --until 2027-12-31.')
  if (days !== undefined) return now + days * dayMs
  const { timeZone } = await wallet.settings(accountId)
  const end = startOfDay(addDays(until ?? '', 1), timeZone)
  if (end <= now) throw new OperatorError(`${until} is over already. Say a later day.`)
  if (end > now + mostDays * dayMs) throw new OperatorError(`${until} is too far away: at most ${mostDays} days from now.`)
  return end
}
