import { openPostgres } from 'server/platform/db'
import { verifyLedger } from 'server/wallet/verify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, callerWith, refusalOf, signIn } from '../support/caller.ts'
import { createDatabase } from '../support/postgres.ts'
import { postgresForTests } from '../support/postgres-on-demand.ts'
import { finished, request } from '../support/requests.ts'
import { removeFolder, startServer, temporaryFolder } from '../support/server.ts'
import { Stack } from '../support/stack.ts'

/** Two processes of the real server, each with its own data folder, on one PostgreSQL. The second one's machine has a wrong clock. */
const stack = new Stack()
let urls: string[]
let databaseUrl: string

beforeAll(async () => {
  const database = stack.add(await createDatabase(await postgresForTests()), ({ drop }) => drop())
  databaseUrl = database.url
  // What a session is signed with is the same on all servers; so is what a guest gets.
  const shared = {
    TOILE_SECRET: 'Hn4qV0zTc8mXe2RjW6yLb9Kd5FsGp1uAo3iY7tBvMQ',
    TOILE_TRIAL_CREDITS: '10',
    TOILE_PRINT_THREADS: '1',
  }
  const start = async (name: string, env: Record<string, string> = {}) => {
    const dataFolder = stack.add(await temporaryFolder(name), removeFolder)
    const server = await startServer({ dataFolder, env: { ...shared, TOILE_DATABASE_URL: databaseUrl, ...env } })
    return stack.add(server, (running) => running.stop())
  }
  const hoursAhead = { NODE_OPTIONS: `--import=${new URL('../support/hours-ahead.ts', import.meta.url).href}` }
  urls = (await Promise.all([start('replica-a'), start('replica-b', hoursAhead)])).map((server) => server.url)
})
afterAll(() => stack.close())

/** One guest, at both servers. */
async function guest(): Promise<[Caller, Caller]> {
  const [a = '', b = ''] = urls
  const token = await signIn(a)
  return [callerWith(a, token), callerWith(b, token)]
}

const spread = <T>(calls: number, servers: [Caller, Caller], call: (server: Caller, i: number) => Promise<T>) =>
  Promise.allSettled(Array.from({ length: calls }, (_, i) => call(servers[i % 2 === 0 ? 0 : 1], i)))

async function faults() {
  const db = openPostgres(databaseUrl)
  try {
    return await verifyLedger(db)
  } finally {
    await db.close()
  }
}

test('64 requests at two servers for the last ten credits: exactly ten go through, and ten images are paid', async () => {
  const servers = await guest()
  const results = await spread(64, servers, (server) => server.generations.request.mutate(request(1)))
  const accepted = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  const refused = results.flatMap((result) => (result.status === 'rejected' ? [Promise.reject(result.reason)] : []))
  expect(accepted).toHaveLength(10)
  const codes = await Promise.all(refused.map(async (call) => (await refusalOf(call)).code))
  expect(codes).toEqual(Array(54).fill('INSUFFICIENT_CREDITS'))

  const [server, other] = servers
  const made = await Promise.all(accepted.map(({ id }) => finished(server, id)))
  expect(made.map((generation) => generation.items.map((item) => item.state))).toEqual(Array(10).fill(['delivered']))
  expect(await other.wallet.balance.query()).toMatchObject({ credits: 0, held: 0 })
  expect(await faults()).toEqual([])
})

test('the same intent fifty times over two servers is one generation, held once, and fifty equal answers', async () => {
  const servers = await guest()
  const intent = request(4)
  const results = await spread(50, servers, (server) => server.generations.request.mutate(intent))
  const ids = results.map((result) => (result.status === 'fulfilled' ? result.value.id : result.reason))
  expect(new Set(ids).size).toBe(1)
  await finished(servers[1], String(ids[0]))
  for (const server of servers) {
    expect(await server.wallet.balance.query()).toMatchObject({ credits: 6, held: 0 })
    expect((await server.generations.list.query({ limit: 10 })).generations).toHaveLength(1)
  }
  const { entries } = await servers[0].wallet.history.query({ limit: 100 })
  expect(entries.filter((entry) => entry.to === 'held').map((entry) => entry.credits)).toEqual([4])
  expect(await faults()).toEqual([])
})

test('the same intent with another wish, at another server, is refused', async () => {
  const [a, b] = await guest()
  const intent = request(2)
  await a.generations.request.mutate(intent)
  const refusal = await refusalOf(b.generations.request.mutate({ ...intent, prompt: 'polka dots in red on white' }))
  expect(refusal.code).toBe('IDEMPOTENCY_MISMATCH')
})

test('a server whose clock is hours ahead writes the time of the database, and its credits can be used at the other at once', async () => {
  const db = openPostgres(databaseUrl)
  const databaseNow = async () => {
    const [row] = await db.read.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS "now"`
    return row?.now.getTime() ?? 0
  }
  const before = await databaseNow()
  const [right, ahead] = await guest()
  // Opens the wallet, with its trial.
  await ahead.wallet.balance.query()
  const { id } = await right.generations.request.mutate(request(2))
  await finished(ahead, id)
  const after = await databaseNow()
  const { entries } = await right.wallet.history.query({ limit: 100 })
  const [lot] = await right.wallet.lots.query()
  expect(entries.length).toBeGreaterThan(2)
  for (const at of [lot?.effectiveAt ?? '', ...entries.map((entry) => entry.at)].map(Date.parse)) {
    expect(at).toBeGreaterThanOrEqual(before)
    expect(at).toBeLessThanOrEqual(after)
  }
  await db.close()
})
