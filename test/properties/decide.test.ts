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
let seeds = 0

/** FC_SEED repeats all runs. A failure prints its own seed and path: with the test's name (`-t`) they repeat that history alone. */
function prove(share: number, histories: ReturnType<typeof commandSequence>, sees: 'all' | 'loaded'): void {
  const property = fc.property(histories, (steps) => live(steps, sees, met))
  const replay = path === undefined ? { seed: seed + seeds++ } : { seed, path }
  fc.assert(property, { numRuns: Math.ceil(runs * share), ...replay })
}

test('a wallet that is all in sight does what the model says', { timeout }, () => {
  prove(0.3, commandSequence({}), 'all')
})

test('a wallet of which only what a command needs is loaded does the same', { timeout }, () => {
  prove(0.4, commandSequence({}), 'loaded')
})

test('payments undone and won back leave the wallet that the model has', { timeout }, () => {
  const only = ['grant', 'hold', 'capture', 'release', 'refund', 'clawBack', 'adjust', 'expire'] as const
  prove(0.2, commandSequence({ accounts: 1, only }), 'loaded')
})

test('pay-as-you-go is capped, spent, billed and given back as the model says', { timeout }, () => {
  const only = ['setCap', 'hold', 'capture', 'release', 'refund', 'closeCycle', 'configure', 'clawBack'] as const
  prove(0.1, commandSequence({ accounts: 1, only }), 'loaded')
})

test.skipIf(path !== undefined || runs < 2000)('no answer and no movement was left out', () => {
  expect(mustBeMet.filter((what) => !met.has(what))).toEqual([])
})
