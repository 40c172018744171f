import { Command } from 'commander'
import type { Entitlement } from '../../../generated/sqlite/client.ts'
import { type AccessRules, hasDomain } from '../../entitlements/gate.ts'
import { addDays, startOfDay } from '../../platform/days.ts'
import { minute, print, type Report } from '../answer.ts'
import { readDay, readEntitlement } from '../arguments.ts'
import { type AtDesk, type Desk, OperatorError } from '../desk.ts'
import { type FoundAccount, findAccount } from '../find-account.ts'

/** Where an entitlement comes from that an operator gave; a plan's own names its subscription. */
const source = 'operator'

/**
 * `toile entitlement …`: who may buy and make images, where TOILE_REQUIRE_ENTITLEMENT asks for it.
 * @param rules those of the settings, asked only when a command needs them
 */
export function entitlementCommand(atDesk: AtDesk, rules: () => AccessRules): Command {
  const entitlement = new Command('entitlement').description('who may buy and make images, where the settings ask for it')
  entitlement
    .command('grant')
    .description('give an account an entitlement; again, to change its end')
    .argument('<account>', 'its id, or a member’s e-mail')
    .argument('<name>', 'like creative', readEntitlement)
    .option('--until <day>', 'good to the end of this day, in the account’s time zone; for good if not said', readDay)
    .option('--json', 'print JSON')
    .action(async (named: string, name: string, options: { until?: string; json?: boolean }) => {
      print(await atDesk((desk) => grant(desk, rules(), named, name, options.until)), options)
    })
  entitlement
    .command('revoke')
    .description('take an entitlement back that was given here; what was made stays')
    .argument('<account>', 'its id, or a member’s e-mail')
    .argument('<name>', 'like creative', readEntitlement)
    .option('--json', 'print JSON')
    .action(async (named: string, name: string, options: { json?: boolean }) => {
      print(await atDesk((desk) => revoke(desk, rules(), named, name)), options)
    })
  entitlement
    .command('list')
    .description('what an account is entitled to, or who is entitled to anything')
    .argument('[account]', 'its id, or a member’s e-mail')
    .option('--json', 'print JSON')
    .action(async (named: string | undefined, options: { json?: boolean }) => {
      print(await atDesk((desk) => list(desk, rules(), named)), options)
    })
  return entitlement
}

async function grant(desk: Desk, rules: AccessRules, named: string, name: string, day: string | undefined): Promise<Report> {
  const { db, clock } = desk
  const { accountId } = await findAccount(desk, named)
  const until = day === undefined ? null : await endOf(desk, accountId, day)
  const key = { accountId, name, source }
  const granted = await db.write.entitlement.upsert({
    where: { accountId_name_source: key },
    create: { ...key, since: clock.now(), until },
    update: { until },
  })
  const asked = rules.required === name ? [] : [unasked(rules, name)]
  return { lines: [`${named} has ${line(granted, clock.now())}`, ...asked], data: { entitlement: granted } }
}

async function endOf({ wallet, clock }: Desk, accountId: string, day: string): Promise<Date> {
  const { timeZone } = await wallet.settings(accountId)
  const end = new Date(startOfDay(addDays(day, 1), timeZone))
  if (end <= clock.now()) throw new OperatorError(`${day} is over already. Say a later day.`)
  return end
}

/** An operator may prepare what the server will ask for; a slip of the keyboard looks the same. */
function unasked({ required }: AccessRules, name: string): string {
  return required === null
    ? 'These settings let everybody in: it counts once TOILE_REQUIRE_ENTITLEMENT asks for it.'
    : `These settings ask for “${required}”, not for “${name}”.`
}

async function revoke(desk: Desk, rules: AccessRules, named: string, name: string): Promise<Report> {
  const { db, clock } = desk
  const account = await findAccount(desk, named)
  const { accountId } = account
  const { count } = await db.write.entitlement.deleteMany({ where: { accountId, name, source } })
  const left = await db.write.entitlement.findMany({ where: { accountId, name }, orderBy: { since: 'asc' } })
  const lines = [
    count > 0 ? `${named} has “${name}” from the operator no more.` : `Nothing was changed: nobody gave ${named} “${name}” here.`,
    ...left.map((one) => `It still has ${line(one, clock.now())}`),
    ...(rules.required === name ? byDomain(rules, account) : []),
  ]
  return { lines, data: { changed: count > 0, left } }
}

/** The rows need not say all: members of some domains have it without any. */
function byDomain({ domains }: AccessRules, { emails }: FoundAccount): string[] {
  return emails.filter((email) => hasDomain(email, domains)).map((email) => `${email} has access by its domain.`)
}

async function list(desk: Desk, rules: AccessRules, named: string | undefined): Promise<Report> {
  const account = named === undefined ? null : await findAccount(desk, named)
  const rows = await desk.db.read.entitlement.findMany({
    where: account === null ? {} : { accountId: account.accountId },
    orderBy: [{ name: 'asc' }, { accountId: 'asc' }, { source: 'asc' }],
  })
  const now = desk.clock.now()
  const lines = [
    ...rows.map((row) => (account === null ? `${row.accountId}: ${line(row, now)}` : line(row, now))),
    ...(account === null ? [] : byDomain(rules, account)),
  ]
  return { lines: lines.length > 0 ? lines : ['Nobody was given anything here.'], data: { entitlements: rows } }
}

function line({ name, source: by, since, until }: Entitlement, now: Date): string {
  const from = by === source ? 'from the operator' : `from ${by}`
  const end = until === null ? 'for good' : `${until <= now ? 'ended' : 'until'} ${minute(until)}`
  return `“${name}” ${from} · since ${minute(since)} · ${end}.`
}
