import { Command } from 'commander'
import type { PromoCode } from '../../../generated/sqlite/client.ts'
import { addDays, startOfDay } from '../../platform/days.ts'
import { newCode, normalCode } from '../../promos/code.ts'
import { createCode, endCode, isOnTerms, listCodes, type PromoTerms, stateOf } from '../../promos/promo-codes.ts'
import { credits, minute, print, type Report } from '../answer.ts'
import { readAmount, readCode, readDay, readDays, readText, readTimeZone } from '../arguments.ts'
import { type AtDesk, type Desk, OperatorError } from '../desk.ts'

interface NewPromoOptions {
  credits: number
  days: number
  perAccount: number
  limit?: number
  from?: string
  until?: string
  timeZone: string
  label?: string
  json?: boolean
}

/** `toile promo …`: codes that bring promo credits. */
export function promoCommand(atDesk: AtDesk): Command {
  const promo = new Command('promo').description('codes that bring promo credits')
  promo
    .command('create')
    .description('make a code; case, spaces and dashes do not matter when it is typed')
    .argument('<code>', 'letters and digits, like SPRING or TEXTIL-2027', readCode)
    .requiredOption('--credits <n>', 'how many credits it brings', readAmount)
    .requiredOption('--days <n>', 'good for so many days from the day it is used', readDays)
    .option('--per-account <n>', 'how often one account may use it', readAmount, 1)
    .option('--limit <n>', 'how often it may be used in all; as often as anybody likes if not said', readAmount)
    .option('--from <day>', 'the first day on which it can be used', readDay)
    .option('--until <day>', 'the last day on which it can be used', readDay)
    .option('--time-zone <zone>', 'where these days are, like America/Sao_Paulo', readTimeZone, 'UTC')
    .option('--label <text>', 'what the designer sees beside the credits; the code if not said', readText)
    .option('--json', 'print JSON')
    .action(async (code: string, options: NewPromoOptions) => {
      print(await atDesk((desk) => create(desk, code, options)), options)
    })
  promo
    .command('list')
    .description('all codes and how often they were used, newest first')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }) => print(await atDesk(list), options))
  promo
    .command('end')
    .description('end a code now; credits that it brought stay')
    .argument('<code>', 'as it was made, or as it is typed')
    .option('--json', 'print JSON')
    .action(async (code: string, options: { json?: boolean }) => {
      print(await atDesk((desk) => end(desk, code)), options)
    })
  return promo
}

async function create(desk: Desk, typed: string, options: NewPromoOptions): Promise<Report> {
  const terms = termsOf(desk, typed, options)
  const { made, code } = await createCode(desk, newCode.parse(typed), terms)
  const told = line(code, desk.clock.now())
  if (made) return { lines: [`The code is made. ${told}`, ...warning(code)], data: { made, ...describe(desk, code) } }
  if (isOnTerms(code, terms))
    return { lines: [`Nothing was changed: the code is there on these terms. ${told}`], data: { made, ...describe(desk, code) } }
  throw new OperatorError(`The code is there on other terms. ${told} Nothing was changed: end it, or take another code.`)
}

function termsOf({ clock }: Desk, typed: string, options: NewPromoOptions): PromoTerms {
  const { days, perAccount, limit = null, from, until, timeZone, label = typed.trim() } = options
  const startsAt = from === undefined ? null : new Date(startOfDay(from, timeZone))
  const endsAt = until === undefined ? null : new Date(startOfDay(addDays(until, 1), timeZone))
  if (endsAt !== null && endsAt <= clock.now()) throw new OperatorError(`${until} is over already. Say a later day.`)
  if (startsAt !== null && endsAt !== null && endsAt <= startsAt)
    throw new OperatorError(`The last day, ${until}, is before the first, ${from}.`)
  return { label, credits: options.credits, days, startsAt, endsAt, perAccount, limit }
}

/** A guest costs nothing to make, so “once an account” bounds little. */
function warning({ limit }: PromoCode): string[] {
  return limit === null
    ? ['It has no limit in all: whoever makes a new guest may use it again. --limit bounds what it gives.']
    : []
}

async function list(desk: Desk): Promise<Report> {
  const codes = await listCodes(desk.db)
  const lines = codes.map((code) => line(code, desk.clock.now()))
  return {
    lines: lines.length > 0 ? lines : ['There are no codes. One is made by: toile promo create SPRING --credits 20 --days 30'],
    data: { codes: codes.map((code) => describe(desk, code)) },
  }
}

async function end(desk: Desk, typed: string): Promise<Report> {
  const found = await endCode(desk, typed)
  if (found === null) throw new OperatorError(`There is no code ${typed}.`, 'NOT_FOUND')
  const { ended, code } = found
  const told = line(code, desk.clock.now())
  return {
    lines: [ended ? `The code is ended. ${told}` : `Nothing was changed: it had ended before. ${told}`],
    data: { changed: ended, ...describe(desk, code) },
  }
}

function line(code: PromoCode, now: Date): string {
  const named = normalCode(code.label) === code.code ? code.code : `${code.code} “${code.label}”`
  const uses = code.limit === null ? `${code.used} ${code.used === 1 ? 'use' : 'uses'}` : `${code.used} of ${code.limit} uses`
  const state = stateOf(code, now)
  const told = [
    `${named}: ${credits(code.credits)} for ${code.days} days`,
    `${uses}, at most ${code.perAccount} an account`,
    ...(state === 'to begin' && code.startsAt !== null ? [`begins ${minute(code.startsAt)}`] : []),
    ...(code.endsAt === null ? [] : [`${state === 'ended' ? 'ended' : 'ends'} ${minute(code.endsAt)}`]),
    ...(state === 'used up' ? ['used up'] : []),
  ]
  return `${told.join(' · ')}.`
}

function describe({ clock }: Desk, code: PromoCode) {
  return { ...code, state: stateOf(code, clock.now()) }
}
