import type { GrantCommand } from 'server/wallet/commands'
import type { Column } from 'server/wallet/state'
import type { ErrorCode, ErrorDetails, LotKind, LotSource } from 'shared'

/** What the model says that a command answers. */
export type Foretold = { code: ErrorCode; details?: ErrorDetails } | { code: null; billed?: number }

export const done = { code: null }

/** One credit. It stands in one book; after `moved` another credit, in another lot, goes on for it. */
interface Credit {
  at: Column
}

export interface ModelLot {
  readonly id: string
  readonly kind: LotKind
  readonly source: LotSource
  readonly root: string
  readonly reference: string | null
  readonly label: string | null
  readonly priority: number
  readonly rollover: GrantCommand['rollover']
  readonly effectiveAt: number
  readonly expiresAt: number
  readonly createdAt: number
  readonly credits: Credit[]
  owed: number
  claimed: number
  billed: number
  takenAt: number | null
}

export type NewModelLot = Omit<ModelLot, 'credits' | 'owed' | 'claimed' | 'billed' | 'takenAt' | 'createdAt' | 'root'>

/** How many credits of a lot stand in one of the books named. */
export function count(lot: ModelLot, ...books: Column[]): number {
  return lot.credits.filter((credit) => books.includes(credit.at)).length
}

/** Where the specification names no order among lots, it is this one. */
export function oldestFirst(lots: readonly ModelLot[]): ModelLot[] {
  return [...lots].sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
}

/** Lots of a wallet, every credit an object of its own that moves by itself. */
export class ModelLots {
  now = 0
  readonly all: ModelLot[] = []
  /** What is set for each pay-as-you-go cycle. */
  readonly caps = new Map<string | null, number>()
  /** Ids for the lots that the command makes, in the order in which it makes them. */
  ids: string[] = []
  private undo: (() => void)[] = []

  begin(now: number, ids: string[]): void {
    this.now = now
    this.ids = [...ids]
    this.undo = []
  }

  /** A refused command leaves nothing. */
  takeBack(): void {
    for (const step of this.undo.reverse()) step()
  }

  shift(lot: ModelLot, from: Column, to: Column): void {
    const credit = lot.credits.find((candidate) => candidate.at === from)
    if (credit === undefined) throw new Error(`the model has no ${from} credit left in ${lot.id}`)
    const { takenAt } = lot
    this.undo.push(() => {
      credit.at = from
      lot.takenAt = takenAt
    })
    credit.at = to
    const taken = lot.credits.some(({ at }) => at === 'clawedBack' || at === 'repaid')
    lot.takenAt = taken ? (takenAt ?? this.now) : null
  }

  add(lot: NewModelLot, credits: number, root = lot.id): void {
    const marks = { owed: 0, claimed: 0, billed: 0, takenAt: null }
    const each = Array.from({ length: credits }, (): Credit => ({ at: 'available' }))
    this.all.push({ ...lot, ...marks, root, createdAt: this.now, credits: each })
    this.undo.push(() => this.all.pop())
  }

  /** A lot for credits that have left another. It begins now, though never before the lot it comes from would have. */
  succeed(from: ModelLot, credits: number, as: Pick<ModelLot, 'source' | 'expiresAt'> & { kind?: LotKind }): void {
    const id = this.ids.shift() ?? 'a lot that was not made'
    const effectiveAt = Math.max(this.now, from.effectiveAt)
    const { kind, reference, label, priority, root } = from
    this.add({ id, kind, reference, label, priority, rollover: null, effectiveAt, ...as }, credits, root)
  }

  usable(lot: ModelLot): boolean {
    return this.now >= lot.effectiveAt && this.now < lot.expiresAt && count(lot, 'available') > 0
  }

  /** The lot whose credit is burnt next, of those that `which` allows. */
  next(which: (lot: ModelLot) => boolean): ModelLot | undefined {
    let first: ModelLot | undefined
    for (const lot of this.all) {
      if (this.usable(lot) && which(lot) && (first === undefined || burnsBefore(lot, first))) first = lot
    }
    return first
  }

  /** Whether the metered lots of a lot's cycle have more credits to spend, held and spent than its cap. */
  overCap(lot: ModelLot): boolean {
    if (lot.kind !== 'metered') return false
    const ofCycle = this.all.filter((other) => other.kind === 'metered' && other.reference === lot.reference)
    const credits = ofCycle.reduce((sum, other) => sum + count(other, 'available', 'held', 'spent'), 0)
    return credits > (this.caps.get(lot.reference) ?? 0)
  }

  balance(): number {
    return this.total((lot) => (lot.kind !== 'metered' && this.usable(lot) ? count(lot, 'available') : 0))
  }

  meteredLeft(): number {
    return this.total((lot) => (lot.kind === 'metered' && this.usable(lot) ? count(lot, 'available') : 0))
  }

  debt(): number {
    return this.total((lot) => lot.owed - count(lot, 'repaid'))
  }

  private total(of: (lot: ModelLot) => number): number {
    let total = 0
    for (const lot of this.all) total += of(lot)
    return total
  }
}

const freeThenBought = ['trial promo', 'plan', 'pack', 'metered']

/** The order in which lots are burnt, as it is specified, word by word. */
function burnsBefore(a: ModelLot, b: ModelLot): boolean {
  if ((a.kind === 'metered') !== (b.kind === 'metered')) return b.kind === 'metered'
  if (a.priority !== b.priority) return a.priority < b.priority
  if (a.expiresAt !== b.expiresAt) return a.expiresAt < b.expiresAt
  const rank = (lot: ModelLot) => freeThenBought.findIndex((kinds) => kinds.includes(lot.kind))
  if (rank(a) !== rank(b)) return rank(a) < rank(b)
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt
  return a.id < b.id
}
