import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { callerWith, signIn } from '../support/caller.ts'
import { runCli } from '../support/cli.ts'
import { ledgerFaults, readLedger } from '../support/ledger.ts'
import { finished, request } from '../support/requests.ts'
import { type RunningServer, removeFolder, startServer, temporaryFolder } from '../support/server.ts'
import { Stack } from '../support/stack.ts'

/** The operator's command line writes into the SQLite file that a running server writes into, too. */
const stack = new Stack()
/** However slow the commands are, the credits of three designers who each ask so often last. */
const mostTurns = 400
const trial = 3 * mostTurns
let server: RunningServer

beforeAll(async () => {
  const dataFolder = stack.add(await temporaryFolder('cli'), removeFolder)
  const env = { TOILE_TRIAL_CREDITS: String(trial), TOILE_PRINT_THREADS: '1' }
  server = stack.add(await startServer({ dataFolder, env }), (running) => running.stop())
})
afterAll(() => stack.close())

const standing = z.object({ credits: z.int() })
const answer = z.object({ changed: z.boolean(), before: standing, after: standing })

test('grants while the server works under load: both write, everything is there once', async () => {
  const guest = callerWith(server.url, await signIn(server.url))
  await guest.wallet.balance.query()
  const accountId = readLedger(server.dataFolder).lots[0]?.accountId ?? ''
  let granting = true
  /** Asks and cancels without a pause: a hold, releases and whatever was drawn in between. */
  const designer = async () => {
    const ids: string[] = []
    while (granting && ids.length < mostTurns) {
      const { id } = await guest.generations.request.mutate(request(1))
      await guest.generations.cancel.mutate({ id })
      ids.push(id)
    }
    return ids
  }
  const grants = async () => {
    const said: z.infer<typeof answer>[] = []
    for (const key of ['a', 'b', 'c', 'c', 'a']) {
      const options = ['--days', '30', '--key', key, '--json']
      const { out, err } = await runCli({ TOILE_DATA: server.dataFolder }, 'grant', accountId, '7', ...options)
      expect(err).toBe('')
      said.push(answer.parse(JSON.parse(out)))
    }
    granting = false
    return said
  }
  const [said, ...asked] = await Promise.all([grants(), designer(), designer(), designer()])
  expect(said.map(({ changed }) => changed)).toEqual([true, true, true, false, false])
  // Exactly what the grant did, whatever the server did at the same time.
  expect(said.map(({ before, after }) => after.credits - before.credits)).toEqual([7, 7, 7, 0, 0])
  const generations = await Promise.all(asked.flat().map((id) => finished(guest, id)))

  // What was drawn before its cancel came is paid, and nothing else.
  const charged = generations.reduce((sum, { charged }) => sum + charged, 0)
  expect(await guest.wallet.balance.query()).toMatchObject({ credits: trial + 21 - charged, held: 0 })
  const ledger = readLedger(server.dataFolder)
  expect(ledger.lots.map((lot) => [lot.kind, lot.granted])).toEqual([['trial', trial], ...Array(3).fill(['promo', 7])])
  expect(generations.length).toBeGreaterThan(5)
  expect(ledger.holds).toHaveLength(generations.length)
  expect(await ledgerFaults(server.dataFolder)).toEqual([])
})
