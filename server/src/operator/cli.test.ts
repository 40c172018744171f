import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { runCli } from '../../../test/support/cli.ts'
import { createDatabase } from '../../../test/support/postgres.ts'
import { postgresForTests } from '../../../test/support/postgres-on-demand.ts'
import { databases, openTestDatabase, type TestPostgres, type TestSqlite } from '../../../test/support/test-database.ts'
import { testWallet } from '../../../test/support/test-wallet.ts'
import { createAlertsWitness } from '../alerts/witness.ts'
import { systemClock } from '../platform/clock.ts'
import type { DbProvider } from '../platform/db.ts'
import { randomIds } from '../platform/ids.ts'
import { createLog } from '../platform/log.ts'
import { createJournal } from '../wallet/journal.ts'
import { verifyLedger } from '../wallet/verify.ts'
import { createWallet, type Wallet } from '../wallet/wallet.ts'

const day = 86_400_000
const changed = z.object({
  changed: z.boolean(),
  key: z.string(),
  before: z.object({ credits: z.int(), debt: z.int() }),
  after: z.object({ credits: z.int(), debt: z.int() }),
  lot: z.object({ id: z.string(), kind: z.string(), label: z.string().nullable(), expiresAt: z.string() }).nullable(),
})

const failed = z.strictObject({ error: z.strictObject({ code: z.string(), message: z.string() }) })

let database: TestSqlite | TestPostgres
let settings: Record<string, string>
let wallet: Wallet

async function prepare(provider: DbProvider): Promise<void> {
  database = provider === 'sqlite' ? await openTestDatabase('sqlite') : await openTestDatabase('postgresql')
  settings = 'file' in database ? { TOILE_DATA: dirname(database.file) } : { TOILE_DATABASE_URL: database.url }
  const { db } = database
  const witness = createAlertsWitness({ ids: randomIds })
  const journal = createJournal({ db, clock: systemClock, log: createLog('silent'), witness, onCommitted: () => {} })
  wallet = createWallet({ db, clock: systemClock, journal })
}
async function finish(): Promise<void> {
  expect(await verifyLedger(database.db)).toEqual([])
  await database.close()
}

const toile = (...args: string[]) => runCli(settings, ...args)
const asked = async (...args: string[]) => changed.parse(JSON.parse((await toile(...args, '--json')).out))

/** An account with a pack of so many credits. */
async function account(accountId: string, credits: number): Promise<void> {
  await wallet.open(accountId)
  const terms = { kind: 'pack', label: String(credits), reference: 'checkout-1', expiresAt: Date.now() + 300 * day } as const
  await wallet.grant({ accountId, key: 'pack', lotId: `pack-of-${accountId}`, credits, ...terms })
}
const held = { memberId: 'member-1', purpose: 'vary', reference: 'generation-1', payload: '' }

describe.each(databases)('on %s', (provider) => {
  beforeAll(() => prepare(provider))
  afterAll(finish)

  test('grant gives a promo lot for so many days, and says what changed and under which key', async () => {
    await account('granted', 10)
    const { code, out } = await toile('grant', 'granted', '25', '--days', '30', '--label', 'Sorry', '--key', 'ticket-7')
    expect(code).toBe(0)
    expect(out).toContain('25 credits granted to granted. Balance 10 → 35.')
    expect(out).toMatch(/Lot [\w-]+: promo, 25 left, ends \d{4}-\d\d-\d\d \d\d:\d\d UTC\./)
    expect(out).toContain('Key ticket-7: the same key again changes nothing.')
    const [lot] = await wallet.lots('granted')
    expect(lot).toMatchObject({ kind: 'promo', label: 'Sorry', available: 25 })
    const lasts = Date.parse(lot?.expiresAt ?? '') - Date.parse(lot?.effectiveAt ?? '')
    expect(Math.abs(lasts - 30 * day)).toBeLessThan(60_000)

    // Only what the wallet compares is told as the same: the end is that of the lot which the key made.
    const again = await toile('grant', 'granted', '25', '--days', '90', '--label', 'Sorry', '--key', 'ticket-7')
    expect(again.code).toBe(0)
    const known = 'the key ticket-7 granted 25 credits (promo, “Sorry”) before; an end is not compared. Balance 35.'
    expect(again.out).toContain(`Nothing was changed: ${known}`)
    expect(again.out).toContain(`Lot ${lot?.id}: promo, 25 left, ends ${lot?.expiresAt.slice(0, 16).replace('T', ' ')} UTC.`)
    const machine = await asked('grant', 'granted', '25', '--days', '90', '--label', 'Sorry', '--key', 'ticket-7')
    expect(machine).toMatchObject({ changed: false, lot: { id: lot?.id, expiresAt: lot?.expiresAt } })
    const other = await toile('grant', 'granted', '26', '--days', '30', '--label', 'Sorry', '--key', 'ticket-7')
    expect([other.code, other.err]).toEqual([
      1,
      expect.stringContaining('was used before for another order. Nothing was changed.'),
    ])
    expect(await wallet.balance('granted')).toMatchObject({ credits: 35 })
  })

  test('adjust gives, takes, and keeps the reason beside the ledger, not in it', async () => {
    await account('adjusted', 10)
    expect(await asked('adjust', 'adjusted', '7', '--reason', 'A print came out grey')).toMatchObject({
      before: { credits: 10 },
      after: { credits: 17 },
      lot: { kind: 'promo' },
    })
    const taken = await toile('adjust', 'adjusted', '-4', '--reason', 'Granted twice by mistake', '--key', 'ticket-9')
    expect([taken.code, taken.out]).toEqual([0, expect.stringContaining('4 credits taken from adjusted. Balance 17 → 13.')])
    const again = await toile('adjust', 'adjusted', '-4', '--reason', 'Another one', '--key', 'ticket-9')
    const known = 'the key ticket-9 took 4 credits before; a reason is not compared. Balance 13.\n'
    expect(again.out).toBe(`Nothing was changed: ${known}`)
    expect(await wallet.balance('adjusted')).toMatchObject({ credits: 13 })

    const rows = await database.db.read.adjustment.findMany({ where: { accountId: 'adjusted' }, orderBy: { at: 'asc' } })
    expect(rows.map((row) => [row.credits, row.reason])).toEqual([
      [7, 'A print came out grey'],
      [-4, 'Granted twice by mistake'],
    ])
    const entries = await database.db.read.entry.findMany({ where: { accountId: 'adjusted', purpose: 'adjustment' } })
    expect(new Set(entries.map((entry) => entry.reference))).toEqual(new Set(rows.map((row) => row.id)))
    expect(JSON.stringify(entries)).not.toContain('mistake')
  })

  test('account show tells where the credits are and where they went, by id and by e-mail', async () => {
    await account('shown', 20)
    const at = new Date()
    const user = {
      id: 'user-1',
      name: 'Ana',
      email: `ana-${provider}@studio.test`,
      emailVerified: true,
      createdAt: at,
      updatedAt: at,
    }
    await database.db.write.user.create({ data: user })
    await database.db.write.account.create({ data: { id: 'shown', createdAt: at } })
    await database.db.write.member.create({ data: { userId: 'user-1', accountId: 'shown', createdAt: at } })
    await database.db.write.project.create({ data: { id: 'project-1', accountId: 'shown', name: 'Summer', createdAt: at } })
    const terms = { accountId: 'shown', cycle: 'cycle-1', label: null, cap: 50, effectiveAt: Date.now() - day }
    await wallet.setCap({ ...terms, key: 'cap', lotId: 'cap-of-shown', expiresAt: Date.now() + day })
    await wallet.setBudget({ accountId: 'shown', key: 'budget', projectId: 'project-1', limit: 8, whenUsedUp: 'ask' })
    await wallet.configure({ accountId: 'shown', key: 'settings', settings: { reserve: 2 } })
    await wallet.hold({ accountId: 'shown', key: 'hold', holdId: 'hold-of-shown', credits: 5, projectId: 'project-1', ...held })
    await wallet.capture({ accountId: 'shown', key: 'capture', holdId: 'hold-of-shown', credits: 3 })

    const { code, out } = await toile('account', 'show', user.email.toUpperCase())
    expect(code).toBe(0)
    const lines = [
      `Account shown · ${user.email}`,
      /^Balance {8}15 credits, and 2 held for work under way; next to be burnt: pack “20”, until /m,
      'Reserve        2 credits',
      'Debt           none',
      /^Pay as you go {2}0 of 50 used, until /m,
      'In all         70 came in: 67 there, 3 spent, 0 expired',
      /^ {2}pack “20”: 15 of 20 left, 2 held, ends .* · pack-of-shown$/m,
      /^ {2}vary generation-1: 5 credits, 3 spent, 0 given back, \d+ s old · hold-of-shown$/m,
      'Summer: 5 used of 8, then ask',
      /^ {2}#4 .* 3 held → spent, pack “20” · vary generation-1$/m,
      'The ledger of this account is sound: every rule holds.',
    ]
    for (const line of lines)
      expect(out).toEqual(typeof line === 'string' ? expect.stringContaining(line) : expect.stringMatching(line))

    const report = JSON.parse((await toile('account', 'show', 'shown', '--json')).out)
    expect(report).toMatchObject({ accountId: 'shown', emails: [user.email], faults: [], totals: { in: 70, spent: 3 } })
    expect(report.entries).toHaveLength(4)
  })
})

// What the two databases share is told once.
describe('on any database', () => {
  beforeAll(() => prepare('sqlite'))
  afterAll(finish)

  test('grant until a day is good to the end of it, where the account is; the key it made up works again', async () => {
    await account('abroad', 1)
    await wallet.configure({ accountId: 'abroad', key: 'zone', settings: { timeZone: 'America/Sao_Paulo' } })
    const year = new Date().getUTCFullYear() + 5
    const terms = ['--kind', 'plan', '--until', `${year}-12-31`]
    const given = await asked('grant', 'abroad', '5', ...terms)
    expect(given.lot).toMatchObject({ kind: 'plan', label: null, expiresAt: `${year + 1}-01-01T03:00:00.000Z` })
    const again = await asked('grant', 'abroad', '5', ...terms, '--key', given.key)
    expect(again).toMatchObject({ changed: false, after: { credits: 6 } })
  })

  test('account show tells of an account that never had credits', async () => {
    await wallet.open('empty')
    const { code, out } = await toile('account', 'show', 'empty')
    expect([code, out]).toEqual([0, expect.stringContaining('In all         0 came in: 0 there, 0 spent, 0 expired')])
  })

  test('adjust never goes below zero: it says how many are missing, and no reason is kept of what did not happen', async () => {
    await account('poor', 3)
    const { code, out } = await toile('adjust', 'poor', '-5', '--reason', 'Too much', '--json')
    const message = 'The balance is 3: 2 credits are missing. Nothing was changed.'
    expect([code, JSON.parse(out)]).toEqual([1, { error: { code: 'INSUFFICIENT_CREDITS', message } }])
    expect(await database.db.read.adjustment.count({ where: { accountId: 'poor' } })).toBe(0)
    expect((await toile('adjust', 'poor', '-3')).err).toMatch(/--reason/)
  })

  test('a grant of paid credits pays what is owed first, and says so', async () => {
    await account('indebted', 10)
    await wallet.hold({ accountId: 'indebted', key: 'hold', holdId: 'hold-of-indebted', credits: 10, ...held })
    await wallet.capture({ accountId: 'indebted', key: 'capture', holdId: 'hold-of-indebted', credits: 10 })
    await wallet.clawBack({ accountId: 'indebted', key: 'undone', lotId: 'pack-of-indebted', undone: 1, paid: 1 })
    const { out } = await toile('grant', 'indebted', '6', '--days', '30', '--kind', 'pack')
    expect(out).toContain('Balance 0 → 0.')
    expect(out).toContain('6 credits paid a debt; 4 are still owed.')
  })

  test('credits from the operator end the alerts that waited for them', async () => {
    await account('low', 10)
    await wallet.hold({ accountId: 'low', key: 'hold', holdId: 'hold-of-low', credits: 9, ...held })
    const open = () => database.db.read.alert.count({ where: { accountId: 'low', resolvedAt: null } })
    expect(await open()).toBeGreaterThan(0)
    await toile('grant', 'low', '100', '--days', '30')
    expect(await open()).toBe(0)
  })

  test('an account that is not there is said to be so, by id and by e-mail, for people and machines', async () => {
    for (const named of ['nobody', 'nobody@studio.test']) {
      const { code, err } = await toile('account', 'show', named)
      expect([code, err]).toEqual([1, `There is no account ${named}.\n`])
    }
    const { code, out } = await toile('ledger', 'verify', '--account', 'nobody', '--json')
    expect([code, JSON.parse(out)]).toEqual([1, { error: { code: 'NOT_FOUND', message: 'There is no account nobody.' } }])
  })

  test('ledger verify finds what is wrong, of all or of one account, and exits 1', async () => {
    await account('damaged', 10)
    await account('whole', 10)
    const add = (debt: number) => database.db.write.wallet.update({ where: { accountId: 'damaged' }, data: { debt } })
    await add(1)
    const broken = await toile('ledger', 'verify')
    const line = 'BROKEN: a debt is what lots owe, less what lots repaid · account damaged · damaged\n'
    expect([broken.code, broken.out]).toEqual([1, line])
    const shown = await toile('account', 'show', 'damaged')
    expect([shown.code, shown.out]).toEqual([1, expect.stringContaining('BROKEN: a debt is what lots owe')])
    const whole = await toile('ledger', 'verify', '--account', 'whole')
    expect([whole.code, whole.out]).toEqual([0, 'The ledger is sound: every rule holds.\n'])
    await add(0)
  })
})

test('grant refuses what makes no sense, and says what would', async () => {
  const database = await openTestDatabase()
  const db = database.db
  await testWallet(database).wallet.open('untouched')
  const orders: [string[], RegExp][] = [
    [['grant', 'untouched', '5'], /--days 90, or --until/],
    [['grant', 'untouched', '5', '--until', '2001-01-01'], /2001-01-01 is over already/],
    [['grant', 'untouched', '5', '--until', '9999-12-31'], /9999-12-31 is too far away: at most 3650 days/],
    [['grant', 'untouched', '5.5', '--days', '3'], /whole number of credits/],
    [['grant', 'untouched', '-5', '--days', '3'], /toile adjust/],
    [['grant', 'untouched', '5', '--days', '3', '--kind', 'metered'], /promo, trial, plan, pack/],
  ]
  const answers = await Promise.all(orders.map(([order]) => runCli({ TOILE_DATA: dirname(database.file) }, ...order)))
  for (const [i, { code, err }] of answers.entries())
    expect([code, err]).toEqual([1, expect.stringMatching(orders[i]?.[1] ?? /./)])
  expect(await db.read.entry.count()).toBe(0)
  await database.close()
})

test('a data folder without a database is no reason to make one', async () => {
  const { code, err } = await runCli({ TOILE_DATA: '/nowhere/at/all' }, 'ledger', 'verify')
  expect([code, err]).toEqual([1, expect.stringContaining('There is no database at /nowhere/at/all/toile.db. Set TOILE_DATA')])
})

describe('what stands in the way is told in a sentence, to machines as well', () => {
  const told = async (settings: Record<string, string>, ...args: string[]) => {
    const runs = [runCli(settings, ...args), runCli(settings, ...args, '--json')] as const
    const [{ code, err, out }, machine] = await Promise.all(runs)
    const { error } = failed.parse(JSON.parse(machine.out))
    expect([code, out, machine.code, machine.err]).toEqual([1, '', 1, ''])
    expect(err).toBe(`${error.message}\n`)
    return error
  }
  const inFolder = async (work: (settings: Record<string, string>, database: TestSqlite) => Promise<void>) => {
    const database = await openTestDatabase()
    await work({ TOILE_DATA: dirname(database.file) }, database)
    await database.close()
  }

  test('a file that no server has migrated', () =>
    inFolder(async (settings, { db }) => {
      const newest = await db.read.$queryRaw<unknown[]>`SELECT 1 FROM "_prisma_migrations"`
      await db.write.$executeRaw`DELETE FROM "_prisma_migrations"`
      const message = expect.stringMatching(`lacks ${newest.length} migrations. Start the server once`)
      expect(await told(settings, 'account', 'show', 'somebody')).toEqual({ code: 'BAD_SCHEMA', message })
    }))

  test('an empty file, and one that is no database', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'toile-cli-'))
    writeFileSync(join(folder, 'toile.db'), '')
    expect(await told({ TOILE_DATA: folder }, 'ledger', 'verify')).toMatchObject({ code: 'BAD_SCHEMA' })
    writeFileSync(join(folder, 'toile.db'), 'not a database'.repeat(1000))
    const message = expect.stringMatching(/^The database .*toile\.db cannot be used: file is not a database\.$/)
    expect(await told({ TOILE_DATA: folder }, 'ledger', 'verify')).toEqual({ code: 'UNREACHABLE', message })
    rmSync(folder, { recursive: true })
  })

  test('a schema newer than this Toile', () =>
    inFolder(async (settings, { db }) => {
      await db.write.$executeRaw`UPDATE "_prisma_migrations" SET "migration_name" = '29990101000000_later' WHERE rowid = 1`
      const message = expect.stringContaining('Start the newer version')
      expect(await told(settings, 'ledger', 'verify')).toEqual({ code: 'BAD_SCHEMA', message })
    }))

  test('a PostgreSQL that is away, and one that is empty', async () => {
    // Port 1 is nobody's.
    const away = { TOILE_DATABASE_URL: 'postgresql://ana:secret@127.0.0.1:1/toile' }
    const error = await told(away, 'account', 'show', 'somebody')
    expect(error).toEqual({ code: 'UNREACHABLE', message: expect.stringContaining('postgresql://ana@127.0.0.1:1/toile') })
    expect(error.message).not.toContain('secret')
    const { url } = await postgresForTests()
    const empty = await createDatabase({ url })
    expect(await told({ TOILE_DATABASE_URL: empty.url }, 'ledger', 'verify')).toMatchObject({ code: 'BAD_SCHEMA' })
    await empty.drop()
  })

  test('a bad setting', async () => {
    const message = expect.stringContaining('TOILE_PORT')
    expect(await told({ TOILE_PORT: 'x' }, 'ledger', 'verify')).toEqual({ code: 'BAD_SETTINGS', message })
  })

  test('what nobody foresaw: the details are for whoever asks for them', () =>
    inFolder(async (settings, { db }) => {
      await db.write.$executeRaw`ALTER TABLE "Wallet" RENAME COLUMN "debt" TO "elsewhere"`
      const { code, message } = await told(settings, 'ledger', 'verify')
      expect([code, message.split('\n').length]).toEqual(['INTERNAL', 1])
      expect(message).not.toMatch(/prisma/i)
      expect((await runCli({ ...settings, TOILE_LOG_LEVEL: 'debug' }, 'ledger', 'verify')).err).toMatch(/no such column/)
    }))

  test('arguments that make no sense', async () => {
    const refusals: [string[], RegExp][] = [
      [['ledgers'], /^unknown command 'ledgers'/],
      [['grant', 'somebody', 'many', '--days', '3'], /^command-argument value 'many' .* whole number of credits/],
      [['adjust', 'somebody', '5'], /^required option '--reason <text>' not specified/],
    ]
    for (const [args, message] of refusals) {
      const { code, out, err } = await runCli({}, ...args, '--json')
      expect([code, err]).toEqual([1, ''])
      expect(failed.parse(JSON.parse(out)).error).toEqual({ code: 'BAD_REQUEST', message: expect.stringMatching(message) })
    }
  })
})

test('an unknown command, and --help, say what there is', async () => {
  const unknown = await runCli({}, 'ledgers')
  expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining("unknown command 'ledgers'")])
  const { code, out } = await runCli({}, '--help')
  expect(code).toBe(0)
  for (const command of ['ledger', 'account', 'grant', 'adjust']) expect(out).toContain(command)
})
