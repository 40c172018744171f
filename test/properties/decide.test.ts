import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { live, type Met } from './history.ts'
import { mustBeMet } from './must-be-met.ts'
import { commandSequence } from './wallet-commands.ts'

/** So many histories of 50 commands, over all tests here. */
const runs = Number(process.env.FC_RUNS ?? 2000)
const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31)
const path = process.env.FC_PATH
/** Many runs may be asked for. */
const timeout = 3_600_000

console.info(`FC_RUNS=${runs} FC_SEED=${seed}`)

const met: Met = new Map()

interface Promised {
  name: string
  /** Of all runs. */
  share: number
  histories: ReturnType<typeof commandSequence>
  sees: 'all' | 'loaded'
}

const payments = ['grant', 'hold', 'capture', 'release', 'refund', 'clawBack', 'adjust', 'expire'] as const
const payAsYouGo = ['setCap', 'hold', 'capture', 'release', 'refund', 'closeCycle', 'configure', 'clawBack'] as const
const promises: Promised[] = [
  { name: 'a wallet that is all in sight does what the model says', share: 0.3, histories: commandSequence({}), sees: 'all' },
  {
    name: 'a wallet of which only what a command needs is loaded does the same',
    share: 0.4,
    histories: commandSequence({}),
    sees: 'loaded',
  },
  {
    name: 'payments undone and won back leave the wallet that the model has',
    share: 0.2,
    histories: commandSequence({ accounts: 1, only: payments }),
    sees: 'loaded',
  },
  {
    name: 'pay-as-you-go is capped, spent, billed and given back as the model says',
    share: 0.1,
    histories: commandSequence({ accounts: 1, only: payAsYouGo }),
    sees: 'loaded',
  },
]
const lived = new Set<Promised>()

/** FC_SEED repeats all runs. A failure prints its own seed and path: with the test's name (`-t`) they repeat that history alone. */
function prove(promised: Promised): void {
  lived.add(promised)
  const { share, histories, sees } = promised
  const property = fc.property(histories, (steps) => live(steps, sees, met))
  const replay = path === undefined ? { seed: seed + promises.indexOf(promised) } : { seed, path }
  fc.assert(property, { numRuns: Math.ceil(runs * share), ...replay })
}

test.each(promises.map((promised) => [promised.name, promised] as const))('%s', { timeout }, (_, promised) => prove(promised))

test.skipIf(path !== undefined || runs < 2000)('no answer and no movement was left out', { timeout }, () => {
  for (const promised of promises) if (!lived.has(promised)) prove(promised)
  expect(mustBeMet.filter((what) => !met.has(what))).toEqual([])
})
