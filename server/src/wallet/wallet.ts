import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import type {
  AdjustCommand,
  CaptureCommand,
  ClawBackCommand,
  CloseCycleCommand,
  CommandResult,
  ConfigureCommand,
  ExpireCommand,
  GrantCommand,
  HoldCommand,
  RefundCommand,
  ReleaseCommand,
  SetBudgetCommand,
  SetCapCommand,
  TimeOutCommand,
} from './commands.ts'
import type { Companion } from './companion.ts'
import type { Journal } from './journal.ts'
import { createWalletReads, type WalletReads } from './reads/reads.ts'

/** A command as others give it: the wallet adds what kind it is. */
type Given<Command extends { type: string }> = Omit<Command, 'type'>
/** Fields with an everyday value may be left out. */
type Lenient<Command, Optional extends keyof Command> = Omit<Command, Optional> & Partial<Pick<Command, Optional>>

export type NewGrant = Lenient<Given<GrantCommand>, 'priority' | 'effectiveAt' | 'rollover'>
export type NewHold = Lenient<Given<HoldCommand>, 'projectId' | 'priceVersion' | 'useReserve' | 'overBudget'>

/** What the rest of the server asks of the wallet: its commands, and what can be read. Credits are whole numbers; commands throw `ToileError` when refused. */
export interface Wallet extends WalletReads {
  /** Makes an empty wallet, once. */
  open(accountId: string): Promise<void>
  configure(command: Given<ConfigureCommand>): Promise<CommandResult>
  /** Credits from outside, keyed by the business fact, such as `pack:<checkout>`. Usable at once unless it says otherwise. */
  grant(command: NewGrant, companion?: Companion): Promise<CommandResult>
  /** Sets what pay-as-you-go may spend in a cycle; 0 stops it. */
  setCap(command: Given<SetCapCommand>, companion?: Companion): Promise<CommandResult>
  /**
   * Sets credits aside. `INSUFFICIENT_CREDITS`, `RESERVE_REACHED`, `BUDGET_REACHED` or `IN_DEBT` say what stands against it;
   * nothing is held then.
   */
  hold(command: NewHold, companion?: Companion): Promise<CommandResult>
  capture(command: Given<CaptureCommand>, companion?: Companion): Promise<CommandResult>
  release(command: Given<ReleaseCommand>, companion?: Companion): Promise<CommandResult>
  timeOut(command: Given<TimeOutCommand>): Promise<CommandResult>
  refund(command: Given<RefundCommand>, companion?: Companion): Promise<CommandResult>
  expire(command: Given<ExpireCommand>): Promise<CommandResult>
  closeCycle(command: Given<CloseCycleCommand>, companion?: Companion): Promise<CommandResult>
  clawBack(command: Given<ClawBackCommand>, companion?: Companion): Promise<CommandResult>
  adjust(command: Given<AdjustCommand>, companion?: Companion): Promise<CommandResult>
  setBudget(command: Given<SetBudgetCommand>, companion?: Companion): Promise<CommandResult>
}

export function createWallet(deps: { db: Db; clock: Clock; journal: Journal }): Wallet {
  const { journal } = deps
  return {
    ...createWalletReads(deps),
    open: async (accountId) => {
      await journal.submit({ type: 'open', accountId, key: 'open' })
    },
    configure: (command) => journal.submit({ type: 'configure', ...command }),
    grant: (command, companion) =>
      journal.submit({ type: 'grant', priority: 0, effectiveAt: null, rollover: null, ...command }, companion),
    setCap: (command, companion) => journal.submit({ type: 'setCap', ...command }, companion),
    hold: (command, companion) => {
      const everyday = { projectId: null, priceVersion: null, useReserve: false, overBudget: false }
      return journal.submit({ type: 'hold', ...everyday, ...command }, companion)
    },
    capture: (command, companion) => journal.submit({ type: 'capture', ...command }, companion),
    release: (command, companion) => journal.submit({ type: 'release', ...command }, companion),
    timeOut: (command) => journal.submit({ type: 'timeOut', ...command }),
    refund: (command, companion) => journal.submit({ type: 'refund', ...command }, companion),
    expire: (command) => journal.submit({ type: 'expire', ...command }),
    closeCycle: (command, companion) => journal.submit({ type: 'closeCycle', ...command }, companion),
    clawBack: (command, companion) => journal.submit({ type: 'clawBack', ...command }, companion),
    adjust: (command, companion) => journal.submit({ type: 'adjust', ...command }, companion),
    setBudget: (command, companion) => journal.submit({ type: 'setBudget', ...command }, companion),
  }
}
