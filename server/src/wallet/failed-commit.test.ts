import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databases, openTestDatabase, type TestDatabase, type TestPostgres } from '../../../test/support/test-database.ts'
import { accountId, codeOf, newHold, type TestWallet, testWallet } from '../../../test/support/test-wallet.ts'
import { openPostgres } from '../platform/db.ts'
import { createLog } from '../platform/log.ts'
import { type CompanionWriter, companion } from './companion.ts'
import { createJournal } from './journal.ts'
import { createWallet } from './wallet.ts'

let database: TestDatabase
let opened: TestWallet

async function open(on: TestDatabase): Promise<void> {
  database = on
  opened = testWallet(database)
  await opened.wallet.open(accountId)
  await opened.grant('trial', 1000)
}

afterEach(async () => {
  await opened.verify()
  await database.close()
})

/** What is held, by the balance and by what each lot says: memory and database agree. */
async function heldNow(): Promise<number> {
  const { credits, held } = await opened.wallet.balance(accountId)
  expect(credits + held).toBe(1000)
  return held
}

describe.each(databases)('on %s', (provider) => {
  beforeEach(async () => open(await openTestDatabase(provider)))

  test('a COMMIT that the database refuses takes back only the command that spoils it', async () => {
    const { wallet } = opened
    if (provider === 'postgresql') await refuseAtCommit()
    const results = await Promise.allSettled([
      wallet.hold(newHold('a', 1)),
      wallet.hold(newHold('b', 2), companion(provider === 'sqlite' ? orphan : draft, 'poison')),
      wallet.hold(newHold('c', 4)),
    ])
    expect(results.map(codeOf)).toEqual(['ok', 'other', 'ok'])
    expect(await heldNow()).toBe(5)
    await expect(wallet.hold(newHold('b', 2))).resolves.toMatchObject({ holdId: 'hold-b' })
    expect(await heldNow()).toBe(7)
  })

  test('after a COMMIT whose answer was lost, the replay finds the keys: everything once, and everybody answered', async () => {
    let lost = false
    const write = Object.create(database.db.write, {
      $transaction: {
        value: async (work: (tx: unknown) => Promise<unknown>) => {
          const answer = await database.db.write.$transaction(work)
          if (lost) return answer
          lost = true
          throw new Error('the connection broke after COMMIT')
        },
      },
    })
    const shaky = testWallet(database, { db: { ...database.db, write }, clock: opened.clock })
    const answers = await Promise.all([shaky.wallet.hold(newHold('a', 2)), shaky.wallet.hold(newHold('b', 3))])
    expect([lost, answers.map((answer) => answer.holdId)]).toEqual([true, ['hold-a', 'hold-b']])
    expect(await heldNow()).toBe(5)
    expect(shaky.committed).toEqual([accountId, accountId])
  })

  test('while nothing can be written, a batch fails every caller after three tries, not one time-out a command', async () => {
    let tries = 0
    const write = Object.create(database.db.write, {
      $transaction: {
        value: () => {
          tries += 1
          return Promise.reject(new Error('the database is away'))
        },
      },
    })
    const cutOff = testWallet(database, { db: { ...database.db, write }, clock: opened.clock })
    const keys = Array.from({ length: 64 }, (_, i) => `key-${i}`)
    const results = await Promise.allSettled(keys.map((key) => cutOff.wallet.hold(newHold(key, 1))))
    expect([new Set(results.map(codeOf)), tries]).toEqual([new Set(['other']), 3])
    expect(await heldNow()).toBe(0)
    await Promise.all(keys.map((key) => opened.wallet.hold(newHold(key, 1))))
    expect(await heldNow()).toBe(64)
  })

  test('a listener that throws undoes nothing, repeats nothing and fails nobody', async () => {
    const journal = createJournal({
      db: database.db,
      clock: opened.clock,
      log: createLog('silent'),
      onCommitted: () => {
        throw new Error('nobody listens')
      },
    })
    const wallet = createWallet({ db: database.db, clock: opened.clock, journal })
    const results = await Promise.allSettled([
      wallet.hold(newHold('too-much', 1001)),
      opened.grant('more', 5),
      wallet.hold(newHold('a', 3)),
    ])
    expect(results.map(codeOf)).toEqual(['INSUFFICIENT_CREDITS', 'ok', 'ok'])
    expect((await opened.wallet.balance(accountId)).held).toBe(3)
  })
})

describe('a wallet that somebody else holds', () => {
  test('on PostgreSQL costs its own commands one time-out, and nobody else theirs', async () => {
    const postgres = await openTestDatabase('postgresql')
    await open(postgres)
    const impatient = openPostgres(`${postgres.url}?lock_timeout=300`)
    const { wallet } = testWallet(database, { db: impatient, clock: opened.clock })
    await wallet.open('account-2')
    const other = new pg.Client(postgres.url)
    await other.connect()
    await other.query('BEGIN')
    await other.query('SELECT 1 FROM "Wallet" WHERE "accountId" = $1 FOR UPDATE', [accountId])
    const held = ['a', 'b', 'c'].map((key) => wallet.hold(newHold(key, 1)))
    const free = wallet.setBudget({ accountId: 'account-2', key: 'budget', projectId: 'project-2', limit: 1, whenUsedUp: 'stop' })
    const results = await Promise.allSettled([...held, free])
    await other.query('ROLLBACK')
    await other.end()
    expect(results.map(codeOf)).toEqual(['other', 'other', 'other', 'ok'])
    await expect(wallet.hold(newHold('a', 1))).resolves.toMatchObject({ holdId: 'hold-a' })
    await impatient.close()
  })
})

describe('a disk that is full', () => {
  beforeEach(async () => open(await openTestDatabase('sqlite')))
  const pragma = (text: string) => database.db.write.$queryRawUnsafe<Record<string, bigint>[]>(`PRAGMA ${text}`)

  test('refuses what has no room, keeps what it said yes to, and takes the rest once there is room again', async () => {
    const { wallet } = opened
    const [pages] = await pragma('page_count')
    await pragma(`max_page_count = ${Number(pages?.page_count) + 2}`)
    const keys = Array.from({ length: 300 }, (_, i) => `key-${i}`)
    const first = await Promise.allSettled(keys.map((key) => wallet.hold(newHold(key, 1))))
    const accepted = first.filter((result) => codeOf(result) === 'ok').length
    expect(first.map(codeOf).every((code) => code === 'ok' || code === 'other')).toBe(true)
    expect(accepted).toBeGreaterThan(0)
    expect(accepted).toBeLessThan(keys.length)
    expect(await heldNow()).toBe(accepted)

    await pragma('max_page_count = 1000000')
    await Promise.all(keys.map((key) => wallet.hold(newHold(key, 1))))
    expect(await heldNow()).toBe(keys.length)
  })
})

describe('a database connection that is cut', () => {
  let admin: pg.Client
  beforeEach(async () => {
    const postgres: TestPostgres = await openTestDatabase('postgresql')
    await open(postgres)
    admin = new pg.Client(postgres.url)
    await admin.connect()
  })
  afterEach(() => admin.end())

  test('again and again in the middle of work loses nothing and does nothing twice', async () => {
    const { wallet } = opened
    await opened.grant('more', 100_000)
    let cut = 0
    const caller = async (name: number) => {
      let answered = 0
      for (; cut < 12; answered++) {
        const hold = newHold(`caller-${name}-${answered}`, 1)
        await untilAnswered(() => wallet.hold(hold))
      }
      return answered
    }
    const cutter = async () => {
      while (cut < 12) {
        await new Promise((resolve) => setTimeout(resolve, 50))
        const { rowCount } = await admin.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'toile' AND datname = current_database()",
        )
        cut += rowCount ?? 0
      }
    }
    const [answered] = await Promise.all([Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(caller)), cutter()])
    const { held } = await wallet.balance(accountId)
    expect(held).toBe(answered.reduce((sum, count) => sum + count, 0))
    expect(held).toBeGreaterThan(0)
  })
})

/** As a client does that got no answer: the same again, until there is one. */
async function untilAnswered(ask: () => Promise<unknown>): Promise<void> {
  for (;;) {
    const [result] = await Promise.allSettled([ask()])
    if (result.status === 'fulfilled') return
    expect(codeOf(result)).toBe('other')
  }
}

/** Points at a lot that is not there, which the database looks at only when the transaction ends. */
const orphan: CompanionWriter<string> = {
  write: async (tx) => {
    await tx.$executeRawUnsafe('PRAGMA defer_foreign_keys = ON')
    const books = { from: 'available', to: 'held', amount: 1 }
    await tx.entry.create({
      data: { accountId, sequence: 999, lotId: 'nowhere', commandKey: 'nobody', at: new Date(0), ...books },
    })
  },
}

const draft: CompanionWriter<string> = {
  write: async (tx, rows) => {
    await tx.draft.createMany({
      data: rows.map((intentId) => ({ accountId, intentId, request: '{}', credits: 0, createdAt: new Date(0) })),
    })
  },
}

/** From now on a draft called `poison` makes its transaction's COMMIT fail. */
async function refuseAtCommit(): Promise<void> {
  const run = (sql: string) => database.db.write.$executeRawUnsafe(sql)
  await run(`CREATE FUNCTION refuse_poison() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN IF NEW."intentId" = 'poison' THEN RAISE EXCEPTION 'refused at COMMIT'; END IF; RETURN NULL; END $$`)
  await run(`CREATE CONSTRAINT TRIGGER refuse_poison AFTER INSERT ON "Draft" DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION refuse_poison()`)
}
