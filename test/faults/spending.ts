import type { Command } from 'server/wallet/commands'

const accounts = ['spender-0', 'spender-1', 'spender-2']
const callers = 24
/** Far enough for no lot to end while the test runs. */
const expiresAt = Date.parse('2100-01-01')
const firstLot = {
  type: 'grant',
  kind: 'pack',
  label: null,
  priority: 0,
  effectiveAt: 0,
  reference: null,
  rollover: null,
} as const

/** What must be there before anybody spends. */
export const beginning: Command[] = accounts.flatMap((accountId): Command[] => [
  { type: 'open', accountId, key: 'open' },
  { ...firstLot, accountId, key: 'first', lotId: `first-${accountId}`, credits: 1000, expiresAt },
])

/**
 * The command behind a key, so that whoever knows the key can send it again. Each turn holds 3 credits, spends 2, gives 1 back and
 * is refunded 1; each fourth turn begins with 4 new credits.
 */
export function commandOf(key: string): Command & { credits: number } {
  const [, caller = 0, turn = 0, step = 0] = key.split('-').map(Number)
  const accountId = accounts[caller % accounts.length] ?? ''
  const holdId = `hold-${key.slice(0, key.lastIndexOf('-'))}`
  const settled = { accountId, key, holdId, credits: 1 }
  const asked = { memberId: 'member', projectId: null, purpose: 'vary', reference: `turn-${turn}`, priceVersion: 1, payload: key }
  const commands: (Command & { credits: number })[] = [
    { ...firstLot, accountId, key, lotId: `lot-${key}`, credits: 4, expiresAt },
    { type: 'hold', accountId, key, holdId, credits: 3, ...asked, useReserve: false, overBudget: false },
    { type: 'capture', ...settled, credits: 2 },
    { type: 'release', ...settled, because: 'failed' },
    { type: 'refund', ...settled, because: 'failed' },
  ]
  const command = commands[step]
  if (command === undefined) throw new Error(`${key} is no key of a spender`)
  return command
}

/**
 * Spends without end, a turn after the other by each of many callers.
 * @param round makes the keys differ from those of other rounds
 */
export async function spend(round: number, send: (key: string) => Promise<void>): Promise<void> {
  const caller = async (name: number) => {
    for (let turn = 0; ; turn++) {
      for (const step of turn % 4 === 0 ? [0, 1, 2, 3, 4] : [1, 2, 3, 4]) await send(`${round}-${name}-${turn}-${step}`)
    }
  }
  await Promise.all(Array.from({ length: callers }, (_, name) => caller(name)))
}
