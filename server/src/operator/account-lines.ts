import type { Balance, Lot } from 'shared'
import type { AccountReport, OpenHold, Totals } from './account-report.ts'
import { age, credits, minute } from './answer.ts'

/** The report as an operator reads it. */
export function accountLines(report: AccountReport): string[] {
  const { accountId, emails, balance, totals, lots, openHolds, budgets, entries, faults } = report
  return [
    `Account ${accountId} · ${emails.length > 0 ? emails.join(', ') : 'a guest, without e-mail'}`,
    '',
    ...balanceLines(balance),
    totalsLine(totals),
    ...section(
      'Lots, first to be burnt first',
      lots.map((lot) => lotLine(lot, balance.asOf)),
    ),
    ...section('Holds under way', openHolds.map(holdLine)),
    ...section('Project budgets', budgets.map(budgetLine)),
    ...section('Last movements, newest first', entries.map(entryLine)),
    '',
    ...(faults.length === 0
      ? ['The ledger of this account is sound: every rule holds.']
      : faults.map((fault) => `BROKEN: ${fault.rule} · ${fault.subject}`)),
  ]
}

function balanceLines({ credits: available, held, reserve, debt, metered, next }: Balance): string[] {
  const burning = next === null ? '' : `; next to be burnt: ${next.kind}${labelled(next.label)}, until ${minute(next.expiresAt)}`
  return [
    `Balance        ${credits(available)}, and ${held} held for work under way${burning}`,
    `Reserve        ${reserve === 0 ? 'none' : credits(reserve)}`,
    `Debt           ${debt === 0 ? 'none' : `${credits(debt)}: their payment was undone, or failed, after they were spent`}`,
    `Pay as you go  ${metered === null ? 'off' : `${metered.used} of ${metered.cap} used, until ${minute(metered.until)}`}`,
  ]
}

/** All that came in, and all that became of it: the two sides are equal. */
function totalsLine(totals: Totals): string {
  const became = [
    `${totals.available + totals.held} there`,
    `${totals.spent} spent`,
    `${totals.expired} expired`,
    ...(totals.clawedBack > 0 ? [`${totals.clawedBack} taken back: their payment was undone, or failed`] : []),
    ...(totals.repaid > 0 ? [`${totals.repaid} paid a debt`] : []),
  ]
  return `In all         ${totals.in} came in: ${became.join(', ')}`
}

function section(title: string, lines: string[]): string[] {
  return ['', `${title}:`, ...(lines.length > 0 ? lines : ['none']).map((line) => `  ${line}`)]
}

function lotLine(lot: Lot, asOf: string): string {
  const source = lot.source === 'grant' ? '' : `, ${lot.source}`
  const held = lot.held > 0 ? `, ${lot.held} held` : ''
  const owed = lot.owed > 0 ? `, ${lot.owed} owed` : ''
  const begins = lot.effectiveAt > asOf ? `begins ${minute(lot.effectiveAt)}, ` : ''
  const ends = `${lot.expiresAt <= asOf ? 'ended' : 'ends'} ${minute(lot.expiresAt)}`
  return `${lot.kind}${labelled(lot.label)}${source}: ${lot.available} of ${lot.granted} left${held}${owed}, ${begins}${ends} · ${lot.id}`
}

function holdLine({ purpose, reference, amount, captured, released, ageSeconds, id }: OpenHold): string {
  return `${purpose} ${reference}: ${credits(amount)}, ${captured} spent, ${released} given back, ${age(ageSeconds)} old · ${id}`
}

function budgetLine({ projectId, name, limit, used, whenUsedUp }: AccountReport['budgets'][number]): string {
  return `${name ?? projectId}: ${used} used of ${limit ?? 'no limit'}${limit === null ? '' : `, then ${whenUsedUp}`}`
}

function entryLine(entry: AccountReport['entries'][number]): string {
  const about = [entry.purpose, entry.reference].filter((part) => part !== null).join(' ')
  const lot = `${entry.lot.kind}${labelled(entry.lot.label)}`
  return `#${entry.sequence} ${minute(entry.at)}  ${entry.credits} ${entry.from} → ${entry.to}, ${lot}${about === '' ? '' : ` · ${about}`}`
}

function labelled(label: string | null): string {
  return label === null ? '' : ` “${label}”`
}
