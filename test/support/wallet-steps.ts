import { deepStrictEqual } from 'node:assert/strict'
import { ToileError } from 'server/platform/errors'
import type {
  AdjustCommand,
  Because,
  Command,
  CommandResult,
  GrantCommand,
  HoldCommand,
  SetBudgetCommand,
  SetCapCommand,
} from 'server/wallet/commands'
import { decide } from 'server/wallet/decide'
import type { EntryState, LotState, WalletState } from 'server/wallet/state'
import type { Book, LotSource } from 'shared'

/** One day in ms. Wallets of the tests are opened at 0. */
export const day = 86_400_000
const accountId = 'account-1'
/** Keys mean nothing to a rule: the journal compares them. */
const addressed = { accountId, key: 'key' }

/** 100 days of pack unless it says otherwise. */
export const grant = (lotId: string, credits: number, more: Partial<GrantCommand> = {}): GrantCommand => ({
  ...addressed,
  type: 'grant',
  lotId,
  kind: 'pack',
  label: null,
  credits,
  priority: 0,
  effectiveAt: 0,
  expiresAt: 100 * day,
  reference: null,
  rollover: null,
  ...more,
})

/** Pay-as-you-go of `cycle-1`, thirty days from the beginning. */
export const setCap = (cap: number, more: Partial<SetCapCommand> = {}): SetCapCommand => ({
  ...addressed,
  type: 'setCap',
  lotId: 'metered',
  cycle: 'cycle-1',
  label: null,
  cap,
  effectiveAt: 0,
  expiresAt: 30 * day,
  ...more,
})

export const hold = (holdId: string, credits: number, more: Partial<HoldCommand> = {}): HoldCommand => ({
  ...addressed,
  type: 'hold',
  holdId,
  memberId: 'member-1',
  projectId: null,
  priceVersion: null,
  useReserve: false,
  overBudget: false,
  credits,
  purpose: 'vary',
  reference: 'generation-1',
  payload: '',
  ...more,
})

export const capture = (holdId: string, credits: number): Command => ({ ...addressed, type: 'capture', holdId, credits })
export const release = (holdId: string, credits: number, because: Because = 'failed'): Command => ({
  ...addressed,
  type: 'release',
  holdId,
  credits,
  because,
})
export const refund = (holdId: string, credits: number, because: Because = 'failed'): Command => ({
  ...addressed,
  type: 'refund',
  holdId,
  credits,
  because,
})
export const timeOut = (holdId: string): Command => ({ ...addressed, type: 'timeOut', holdId })
export const expire = (lotId: string): Command => ({ ...addressed, type: 'expire', lotId })
/** Thirty days from the beginning, as `setCap`. */
export const closeCycle = (cycle: string, endsAt = 30 * day): Command => ({ ...addressed, type: 'closeCycle', cycle, endsAt })
/** Of a price of 1000 unless it says otherwise. */
export const clawBack = (lotId: string, undone: number, paid = 1000): Command => ({
  ...addressed,
  type: 'clawBack',
  lotId,
  undone,
  paid,
})
export const adjust = (credits: number, more: Partial<AdjustCommand> = {}): AdjustCommand => ({
  ...addressed,
  type: 'adjust',
  lotId: 'adjusted',
  credits,
  label: null,
  expiresAt: 365 * day,
  reference: 'adjustment-1',
  ...more,
})
export const setBudget = (projectId: string, limit: number | null, whenUsedUp: SetBudgetCommand['whenUsedUp']): Command => ({
  ...addressed,
  type: 'setBudget',
  projectId,
  limit,
  whenUsedUp,
})
export const configure = (settings: Extract<Command, { type: 'configure' }>['settings']): Command => ({
  ...addressed,
  type: 'configure',
  settings,
})

const columns = ['available', 'held', 'spent', 'expired', 'clawedBack', 'moved', 'repaid'] as const
const marks = ['owed', 'claimed', 'billed'] as const

/** A wallet that commands act on one after another, all in memory. After each it is known that the entries tell the whole story. */
export class WalletSteps {
  state: WalletState
  now = 0
  /** Of all commands so far. */
  readonly entries: EntryState[] = []

  constructor() {
    this.state = this.decided({ ...addressed, type: 'open' }, null)
  }

  /** Lets time pass up to a moment, in ms. */
  at(now: number): this {
    this.now = now
    return this
  }

  /** Carries commands out, in order; throws where one is refused. Answers the last one's result. */
  does(...commands: Command[]): CommandResult {
    let result: CommandResult = {}
    for (const command of commands) {
      const decision = decide(this.state, command, this.now)
      if (decision instanceof ToileError) throw decision
      this.state = decision.state
      this.entries.push(...decision.entries)
      result = decision.result
      this.assertTold()
    }
    return result
  }

  /** The refusal of a command, as code and details; throws where it is accepted. */
  refuses(command: Command): [string, ToileError['details']] {
    const decision = decide(this.state, command, this.now)
    if (!(decision instanceof ToileError)) throw new Error(`${command.type} was accepted`)
    return [decision.code, decision.details]
  }

  lot(id: string): LotState {
    const lot = this.state.lots.find((candidate) => candidate.id === id)
    if (lot === undefined) throw new Error(`There is no lot ${id}`)
    return lot
  }

  /** What stands in a lot's books, and its marks; zeros are left out. */
  books(id: string): Partial<LotState> {
    const lot = this.lot(id)
    return Object.fromEntries([...columns, ...marks].flatMap((name) => (lot[name] === 0 ? [] : [[name, lot[name]]])))
  }

  /** The one lot of a source that descends from a granted one; throws where there are none or several. */
  descendant(originId: string, source: LotSource): LotState {
    const found = this.state.lots.filter((lot) => lot.originId === originId && lot.source === source)
    const [lot] = found
    if (lot === undefined || found.length > 1) throw new Error(`${found.length} lots of ${source} descend from ${originId}`)
    return lot
  }

  /** How the last `count` entries moved credits: lot, from, to, credits. */
  moves(count: number): [lot: string, from: Book, to: Book, credits: number][] {
    return this.entries.slice(-count).map((entry) => [entry.lotId, entry.from, entry.to, entry.amount])
  }

  legs(holdId: string): [lot: string, amount: number, captured: number, released: number, refunded: number][] {
    const held = this.state.holds.find((candidate) => candidate.id === holdId)
    return (held?.legs ?? []).map((leg) => [leg.lotId, leg.amount, leg.captured, leg.released, leg.refunded])
  }

  used(projectId: string): number | undefined {
    return this.state.budgets.find((budget) => budget.projectId === projectId)?.used
  }

  private decided(command: Command, state: WalletState | null): WalletState {
    const decision = decide(state, command, this.now)
    if (decision instanceof ToileError) throw decision
    return decision.state
  }

  /** The books summed from the entries equal the columns, and the entries are numbered without gaps. */
  private assertTold(): void {
    const sums = new Map(this.state.lots.map((lot) => [lot.id, Object.fromEntries(columns.map((name) => [name, 0]))]))
    for (const { lotId, from, to, amount } of this.entries) {
      const books = sums.get(lotId) ?? {}
      books[to] = (books[to] ?? 0) + amount
      if (from !== 'issued') books[from] = (books[from] ?? 0) - amount
    }
    const told = this.state.lots.map((lot) => [lot.id, Object.fromEntries(columns.map((name) => [name, lot[name]]))])
    deepStrictEqual([...sums], told)
    const numbers = this.entries.map((entry) => entry.sequence)
    deepStrictEqual(
      numbers,
      numbers.map((_, i) => i + 1),
    )
  }
}

/** A wallet after these commands, all at its beginning. */
export function walletAfter(...commands: Command[]): WalletSteps {
  const wallet = new WalletSteps()
  wallet.does(...commands)
  return wallet
}
