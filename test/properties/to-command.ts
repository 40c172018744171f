import type { Command } from 'server/wallet/commands'
import type { HoldState, WalletState } from 'server/wallet/state'
import type { HowMany, Wait, Which, Wish } from './wallet-commands.ts'

const day = 86_400_000

/** Pay-as-you-go and plans run in cycles of so long. */
const cycleMs = 4 * day

/** When every history begins; the cycles are counted from there. */
export const beginning = Date.UTC(2026, 0, 1)

export interface Situation {
  accountId: string
  /** All of the wallet, or null while it is not open. */
  wallet: WalletState | null
  now: number
  /** A number that no other command of the history has: ids are made of it. */
  serial: number
}

/** When the next command comes. */
export function moveClock(wait: Wait, wallet: WalletState | null, now: number): number {
  if ('by' in wait) return now + wait.by
  const edges = (wallet?.lots ?? []).flatMap((lot) => [lot.effectiveAt, lot.expiresAt]).filter((moment) => moment > now)
  const next = [...new Set(edges)].sort((a, b) => a - b)
  const edge = pick(next, wait.edge)
  return edge === undefined ? now : Math.max(now, edge + wait.off)
}

/** Makes a command of a wish, out of what there is; null where nothing is wanted. */
export function toCommand(asked: Wish, situation: Situation): Command | null {
  const wish = situation.serial % 5 === 0 ? asked : whatComesFirst(asked, situation)
  const { accountId, now, serial } = situation
  const base = { accountId, key: `key-${serial}` }
  const lotId = `${accountId}-lot-${serial}`
  switch (wish.want) {
    case 'nothing':
      return null
    case 'open':
      return { ...base, type: 'open' }
    case 'configure':
      return { ...base, type: 'configure', settings: { reserve: wish.reserve } }
    case 'grant':
      return { ...base, ...granted(wish, now, serial), type: 'grant', lotId }
    case 'setCap': {
      const { cycle, begins } = cycleAt(wish.cycle, now)
      const terms = { cycle, label: cycle, cap: wish.cap, effectiveAt: begins, expiresAt: begins + cycleMs }
      return { ...base, ...terms, type: 'setCap', lotId }
    }
    case 'expire':
      return { ...base, type: 'expire', lotId: nth(situation.wallet?.lots ?? [], wish.which) }
    case 'closeCycle':
      return { ...base, type: 'closeCycle', ...cycleEnding(wish.cycle, now) }
    case 'clawBack': {
      // Mostly of what was granted; now and then of any lot.
      const lots = situation.wallet?.lots ?? []
      const among = wish.which === 7 ? lots : lots.filter((lot) => lot.originId === null)
      return { ...base, type: 'clawBack', lotId: nth(among, wish.which), undone: wish.undone, paid: wish.paid }
    }
    case 'adjust': {
      const terms = { credits: wish.credits, label: 'gift', expiresAt: now + wish.days * day, reference: `adjustment-${serial}` }
      return { ...base, ...terms, type: 'adjust', lotId }
    }
    case 'setBudget': {
      const { limit, whenUsedUp } = wish
      return { ...base, type: 'setBudget', projectId: projectOf(accountId, wish.project), limit, whenUsedUp }
    }
    default:
      return ofHold(wish, situation)
  }
}

/** Where a wish would only be refused for want of what should come before it: that. */
function whatComesFirst(wish: Wish, situation: Situation): Wish {
  const { wallet, now, serial } = situation
  if (wish.want === 'nothing') return wish
  if (wallet === null) return { want: 'open' }
  const some = (of: (held: HoldState) => number) => wallet.holds.some((held) => of(held) > 0)
  if (wish.want === 'refund' && !some(refundable)) {
    return whatComesFirst({ want: 'capture', which: wish.which, credits: wish.credits }, situation)
  }
  if ((wish.want === 'capture' || wish.want === 'release' || wish.want === 'timeOut') && !some(open)) {
    const consents = { project: serial % 3, useReserve: false, overBudget: false }
    return whatComesFirst({ want: 'hold', credits: 4, ...consents }, situation)
  }
  if (wish.want === 'hold' && spendable(wallet, now) === 0) {
    if (serial % 3 === 0) return { want: 'setCap', cycle: 0, cap: 12 }
    const terms = { priority: 0, begins: 0, days: 2 + (serial % 7), inCycle: serial % 2 === 0, rollover: null }
    return { want: 'grant', kind: serial % 4 === 0 ? 'plan' : 'pack', credits: 10, ...terms }
  }
  return wish
}

function refundable(held: HoldState): number {
  return held.captured - held.refunded
}

function open(held: HoldState): number {
  return held.amount - held.captured - held.released
}

/** Metered credits too. */
function spendable(wallet: WalletState, now: number): number {
  const usable = wallet.lots.filter((lot) => lot.effectiveAt <= now && now < lot.expiresAt)
  return usable.reduce((sum, lot) => sum + lot.available, 0)
}

type HoldWish = Extract<Wish, { want: 'hold' | 'capture' | 'release' | 'timeOut' | 'refund' }>

function ofHold(wish: HoldWish, { accountId, wallet, now, serial }: Situation): Command {
  const base = { accountId, key: `key-${serial}` }
  if (wish.want === 'hold') {
    const { useReserve, overBudget, project } = wish
    const credits = amount(wish.credits, wallet === null ? 0 : spendable(wallet, now))
    const projectId =
      project === 'nobody' ? project : (project !== null && pick(wallet?.budgets ?? [], project)?.projectId) || null
    const about = { memberId: accountId, purpose: 'generate', reference: `generation-${serial}`, priceVersion: 1, payload: '' }
    return { ...base, ...about, type: 'hold', holdId: `${accountId}-hold-${serial}`, projectId, credits, useReserve, overBudget }
  }
  const room = wish.want === 'refund' ? refundable : open
  const holds = wallet?.holds ?? []
  const ready = holds.filter((held) => room(held) > 0)
  // Mostly one that can be settled still; now and then any.
  const among = ready.length > 0 && wish.which !== 'nobody' && wish.which < 8 ? ready : holds
  const holdId = nth(among, wish.which)
  if (wish.want === 'timeOut') return { ...base, type: 'timeOut', holdId }
  const held = holds.find(({ id }) => id === holdId)
  const credits = amount(wish.credits, held === undefined ? 0 : room(held))
  if (wish.want === 'capture') return { ...base, type: 'capture', holdId, credits }
  return { ...base, type: wish.want, holdId, credits, because: wish.because }
}

function granted(wish: Extract<Wish, { want: 'grant' }>, now: number, serial: number) {
  const effectiveAt = now + wish.begins
  // Ends fall on whole days, so that many are the same.
  const wholeDays = Math.ceil((effectiveAt - beginning) / day) + wish.days
  const { cycle, begins } = cycleAt(0, now)
  const expiresAt = wish.inCycle ? Math.max(effectiveAt + 1, begins + cycleMs) : beginning + wholeDays * day
  const { kind, credits, priority } = wish
  const reference = wish.inCycle ? cycle : `checkout-${serial}`
  const rollover = wish.rollover && { max: wish.rollover.max, until: expiresAt + wish.rollover.days * day }
  return { kind, credits, priority, label: `${kind} of ${credits}`, effectiveAt, expiresAt, reference, rollover }
}

function cycleAt(offset: number, now: number): { cycle: string; begins: number } {
  const index = Math.floor((now - beginning) / cycleMs) + offset
  return { cycle: `cycle-${index}`, begins: beginning + index * cycleMs }
}

function cycleEnding(offset: number, now: number): { cycle: string; endsAt: number } {
  const { cycle, begins } = cycleAt(offset, now)
  return { cycle, endsAt: begins + cycleMs }
}

function projectOf(accountId: string, project: number): string {
  return `${accountId}-project-${project}`
}

/** How many of those that there are; a number stays within them where there are any. */
function amount(asked: HowMany, room: number): number {
  if (asked === 'all') return room
  if (asked === 'too many') return room + 1
  return room > 0 ? Math.min(asked, room) : asked
}

function nth(those: readonly { id: string }[], which: Which): string {
  const newestFirst = those.toReversed()
  return (which === 'nobody' ? undefined : pick(newestFirst, which)?.id) ?? 'nobody'
}

function pick<T>(those: readonly T[], index: number): T | undefined {
  return those.length === 0 ? undefined : those[index % those.length]
}
