import { ToileError } from 'server/platform/errors'
import { createLog } from 'server/platform/log'
import type { CommandResult } from 'server/wallet/commands'
import { createJournal, type Journal } from 'server/wallet/journal'
import { verifyLedger } from 'server/wallet/verify'
import { createWallet, type NewGrant, type NewHold, type Wallet } from 'server/wallet/wallet'
import type { Witness } from 'server/wallet/witness'
import type { ErrorCode } from 'shared'
import { TestClock } from './test-clock.ts'
import type { TestDatabase } from './test-database.ts'

export const accountId = 'account-1'

/** The real wallet on a real database; only the clock stands still. */
export interface TestWallet {
  wallet: Wallet
  journal: Journal
  clock: TestClock
  /** The accounts that whoever listens was told of, in order. */
  committed: string[]
  /** A lot of `account-1` that ends in 14 days. */
  grant(key: string, credits: number, more?: Partial<NewGrant>): Promise<CommandResult>
  /** Ends in time for the database to be closed; throws where a rule of the books is broken. */
  verify(): Promise<void>
}

/** @param db as another server would see it, for a second wallet on one database */
export function testWallet(
  database: TestDatabase,
  { db = database.db, clock = new TestClock(), witness }: { db?: TestDatabase['db']; clock?: TestClock; witness?: Witness } = {},
): TestWallet {
  const committed: string[] = []
  const onCommitted = (accounts: string[]) => void committed.push(...accounts)
  const journal = createJournal({ db, clock, log: createLog('silent'), onCommitted, ...(witness ? { witness } : {}) })
  const wallet = createWallet({ db, clock, journal })
  return {
    wallet,
    journal,
    clock,
    committed,
    grant: (key, credits, more) => {
      const expiresAt = clock.now().getTime() + 14 * 86_400_000
      const terms = { kind: 'trial', label: null, credits, expiresAt, reference: null } as const
      return wallet.grant({ accountId, key, lotId: `lot-${key}`, ...terms, ...more })
    },
    verify: async () => {
      await journal.drained()
      const faults = await verifyLedger(database.db)
      if (faults.length > 0) throw new Error(`The ledger is broken: ${JSON.stringify(faults)}`)
    },
  }
}

/** A hold of `account-1` under a key; the hold's id is made of it. */
export function newHold(key: string, credits: number, more: Partial<NewHold> = {}): NewHold {
  const asked = { memberId: 'member-1', purpose: 'vary', reference: 'generation-1', payload: 'same' }
  return { accountId, key, holdId: `hold-${key}`, credits, ...asked, ...more }
}

/** How a caller was answered. */
export function codeOf(result: PromiseSettledResult<unknown>): ErrorCode | 'ok' | 'other' {
  if (result.status === 'fulfilled') return 'ok'
  return result.reason instanceof ToileError ? result.reason.code : 'other'
}
