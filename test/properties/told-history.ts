import { ToileError } from 'server/platform/errors'
import type { Command } from 'server/wallet/commands'
import { decide } from 'server/wallet/decide'
import type { EntryState, WalletState } from 'server/wallet/state'
import { beginning, moveClock, toCommand } from './to-command.ts'
import type { Step } from './wallet-commands.ts'

/** Commands that come in the same moment, in their order. */
interface Moment {
  now: number
  commands: Command[]
}

/** What a history comes to when nothing but `decide` acts on it: the measure of every journal. */
export interface Told {
  moments: Moment[]
  /** One a command: its result, or the code of its refusal. */
  answers: unknown[]
  wallets: WalletState[]
  entries: (EntryState & { accountId: string })[]
}

/**
 * Tells a history by `decide` alone.
 * @param name begins every account's id, so that many histories fit into one database
 * @param together so many steps come in one moment
 */
export function tell(steps: readonly Step[], name: string, together: number): Told {
  const wallets = new Map<string, WalletState>()
  const told: Told = { moments: [], answers: [], wallets: [], entries: [] }
  let now = beginning
  for (const [serial, { account, wait, wish }] of steps.entries()) {
    const accountId = `${name}-${account}`
    const wallet = wallets.get(accountId) ?? null
    if (serial % together === 0) now = moveClock(wait, wallet, now)
    const command = toCommand(wish, { accountId, wallet, now, serial })
    if (command === null) continue
    const last = told.moments.at(-1)
    if (last?.now === now) last.commands.push(command)
    else told.moments.push({ now, commands: [command] })

    const decision = decide(wallet, command, Math.max(now, wallet?.lastCommandAt ?? 0))
    told.answers.push(decision instanceof ToileError ? decision.code : decision.result)
    if (decision instanceof ToileError) continue
    told.entries.push(...decision.entries.map((entry) => ({ ...entry, accountId })))
    wallets.set(accountId, decision.state)
  }
  told.wallets.push(...wallets.values())
  return told
}
