import type { Db } from 'server/platform/db'

/*
 * What of an account must be the same whatever way its events took. Left out are ids, which are drawn, and moments that only say
 * when something was recorded. Where a name is made of an id, the id gives way to what it is of.
 */

type Rows = Awaited<ReturnType<typeof readRows>>
type Lot = Rows['lots'][number]

const books = ['available', 'held', 'spent', 'expired', 'clawedBack', 'moved', 'repaid', 'owed', 'claimed', 'billed'] as const

/** What a designer sees. */
export interface Sight {
  balance: number
  debt: number
  /**
   * Usable now, as `kind credits`. Their ends are compared with the lots only: whoever heard of a dispute before it was won has
   * the lost time given back, whoever heard of both at once has lost none.
   */
  usable: string[]
  /** As `kind state amount`, and what of it went back. */
  payments: string[]
  subscriptions: string[]
  checkouts: string[]
}

/** What a designer sees, and all that is behind it. */
export interface AccountState extends Sight {
  lots: object[]
  reports: object[]
  alerts: string[]
  entitlements: string[]
}

/** How a life must end; what is left out may be anything. */
export interface Ends {
  balance: number
  debt: number
  /** Sorted. */
  payments: string[]
  subscriptions?: string[]
  /** How many were ever granted. */
  lots?: number
  /** Credits of pay-as-you-go that can be used now. */
  metered?: number
}

/** The states of many accounts at one moment. */
export async function statesOf(db: Db, accountIds: string[], now: Date): Promise<AccountState[]> {
  const rows = await readRows(db, accountIds)
  const of = <Row extends { accountId: string }>(all: Row[]) => Map.groupBy(all, (row) => row.accountId)
  const grouped = {
    wallets: of(rows.wallets),
    lots: of(rows.lots),
    payments: of(rows.payments),
    subscriptions: of(rows.subscriptions),
    checkouts: of(rows.checkouts),
    reports: of(rows.reports),
    alerts: of(rows.alerts),
    entitlements: of(rows.entitlements),
  }
  return accountIds.map((id) => {
    const own: Rows = {
      wallets: grouped.wallets.get(id) ?? [],
      lots: grouped.lots.get(id) ?? [],
      payments: grouped.payments.get(id) ?? [],
      subscriptions: grouped.subscriptions.get(id) ?? [],
      checkouts: grouped.checkouts.get(id) ?? [],
      reports: grouped.reports.get(id) ?? [],
      alerts: grouped.alerts.get(id) ?? [],
      entitlements: grouped.entitlements.get(id) ?? [],
    }
    return stateOf(own, now)
  })
}

/** The part that stays the same also where time went by between an event and its coming. */
export function sightOf({ balance, debt, usable, payments, subscriptions, checkouts }: AccountState): Sight {
  return { balance, debt, usable, payments, subscriptions, checkouts }
}

/** What of a state a life's end speaks of, in its words. */
export function endsOf(state: AccountState, asked: Ends): Ends {
  const { balance, debt, payments, subscriptions, usable } = state
  const metered = usable.filter((lot) => lot.startsWith('metered ')).reduce((sum, lot) => sum + Number(lot.split(' ')[1]), 0)
  return {
    ...{ balance, debt, payments },
    ...(asked.subscriptions && { subscriptions }),
    ...(asked.lots !== undefined && { lots: state.lots.length }),
    ...(asked.metered !== undefined && { metered }),
  }
}

async function readRows({ write: db }: Db, accountIds: string[]) {
  const where = { accountId: { in: accountIds } }
  return {
    wallets: await db.wallet.findMany({ where }),
    lots: await db.lot.findMany({ where, orderBy: [{ effectiveAt: 'asc' }, { createdAt: 'asc' }] }),
    payments: await db.payment.findMany({ where }),
    subscriptions: await db.subscription.findMany({ where, orderBy: [{ anchor: 'asc' }] }),
    checkouts: await db.checkout.findMany({ where }),
    reports: await db.useReport.findMany({ where, orderBy: [{ at: 'asc' }] }),
    alerts: await db.alert.findMany({ where: { ...where, resolvedAt: null } }),
    entitlements: await db.entitlement.findMany({ where }),
  }
}

function stateOf(rows: Rows, now: Date): AccountState {
  const usable = rows.lots.filter((lot) => lot.effectiveAt <= now && now < lot.expiresAt && lot.available > 0)
  const names = new Map(rows.subscriptions.map(({ id, kind }, i) => [id, `<${kind} ${i + 1}>`]))
  const named = (text: string | null) => [...names].reduce((name, [id, word]) => name?.replaceAll(id, word) ?? null, text)
  return {
    balance: usable.filter(({ kind }) => kind !== 'metered').reduce((sum, lot) => sum + lot.available, 0),
    debt: rows.wallets[0]?.debt ?? 0,
    usable: usableWords(usable),
    payments: rows.payments.map(paymentWords).sort(),
    subscriptions: rows.subscriptions.map(subscriptionWords).sort(),
    checkouts: rows.checkouts.map(({ kind, offerId, state }) => `${kind} ${offerId} ${state}`).sort(),
    lots: rows.lots.map((lot) => ({ ...lotView(lot), reference: named(lot.reference) })).sort(byText),
    reports: rows.reports.map(({ identifier, credits, at, sentAt }) => ({
      ...{ identifier: named(identifier), credits, at: at.toISOString(), sent: sentAt !== null },
    })),
    alerts: rows.alerts.map(({ kind, level }) => `${kind} ${level}`).sort(),
    entitlements: rows.entitlements.map(({ name, source, until }) => `${name} ${named(source)} ${until?.toISOString()}`).sort(),
  }
}

const byText = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)

function usableWords(lots: Lot[]): string[] {
  const kinds = Map.groupBy(lots, ({ kind }) => kind)
  return [...kinds].map(([kind, of]) => `${kind} ${of.reduce((sum, lot) => sum + lot.available, 0)}`).sort()
}

function lotView(lot: Lot) {
  const { kind, source, label, priority, granted, cap, rolloverMax } = lot
  // When a lot of a plan or of pay-as-you-go begins is a term of it; when any other did, only when it was recorded.
  const begins = kind === 'plan' || kind === 'metered' ? lot.effectiveAt.toISOString() : null
  const amounts = Object.fromEntries(books.map((book) => [book, lot[book]]))
  const closed = lot.closedAt !== null
  const rolls = lot.rolloverUntil?.toISOString() ?? null
  return {
    begins,
    ends: lot.expiresAt.toISOString(),
    kind,
    source,
    label,
    priority,
    granted,
    ...amounts,
    cap,
    rolloverMax,
    rolls,
    closed,
  }
}

function paymentWords({ kind, state, amount, refunded, disputed, lost }: Rows['payments'][number]): string {
  const undone = Object.entries({ refunded, disputed, lost }).filter(([, money]) => money > 0)
  const back = undone.map(([how, money]) => `${how} ${money}`)
  return [`${kind} ${state} ${amount}`, ...back].join(', ')
}

function subscriptionWords(row: Rows['subscriptions'][number]): string {
  const { kind, state, planId, nextPlanId, cap, endsWithPeriod } = row
  const thing = kind === 'plan' ? ` ${planId}` : `, cap ${cap}`
  return `${kind} ${state}${thing}${nextPlanId ? `, then ${nextPlanId}` : ''}${endsWithPeriod && state !== 'ended' ? ', ending' : ''}`
}
