import { firstDay, type HistoryEntry, type HistoryRequest, lastDay } from 'shared'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databases, openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.ts'
import { accountId, newHold, type TestWallet, testWallet } from '../../../../test/support/test-wallet.ts'

const day = 86_400_000

describe.each(databases)('the history on %s', (provider) => {
  let database: TestDatabase
  let on: TestWallet
  const at = (ms: number) => on.clock.advance({ ms: ms - on.clock.now().getTime() })
  const begin = Date.parse('2026-11-22T09:00:00Z')

  beforeEach(async () => {
    database = await openTestDatabase(provider)
    on = testWallet(database)
    await on.wallet.open(accountId)
    await on.grant('trial', 10)
  })
  afterEach(async () => {
    await on.verify()
    await database.close()
  })

  const read = async (more: Partial<HistoryRequest> = {}) => (await on.wallet.history(accountId, { limit: 100, ...more })).entries
  const moves = (entries: HistoryEntry[]) => entries.map(({ from, to, credits }) => `${from} → ${to} ${credits}`)
  const spend = async (key: string, credits: number, projectId: string | null = null) => {
    await on.wallet.hold(newHold(key, credits, { projectId }))
    await on.wallet.capture({ accountId, key: `capture:${key}`, holdId: `hold-${key}`, credits })
  }
  const budget = async (projectId: string) => {
    const asked = { accountId, key: `project:${projectId}`, projectId, limit: null, whenUsedUp: 'stop', payload: '' } as const
    await on.wallet.setBudget(asked)
  }

  test('an entry tells when, what for, of which lot, by which hold and for which project', async () => {
    await budget('project-1')
    await spend('a', 3, 'project-1')
    const [spent] = await read()
    expect(spent).toEqual({
      sequence: 3,
      at: '2026-11-22T09:00:00.000Z',
      from: 'held',
      to: 'spent',
      credits: 3,
      lot: { kind: 'trial', label: null, source: 'grant', renews: false },
      holdId: 'hold-a',
      projectId: 'project-1',
      purpose: 'vary',
      reference: 'generation-1',
    })
  })

  test('a plan’s credits of a later cycle are told as its reset; those of the first, and of a larger plan meanwhile, are not', async () => {
    const month = 30 * day
    const plan = (cycle: number) =>
      ({ kind: 'plan', effectiveAt: begin + cycle * month, expiresAt: begin + (cycle + 1) * month }) as const
    await on.grant('first', 30, plan(0))
    at(begin + day)
    await on.grant('larger', 90, plan(0))
    at(begin + month)
    await on.grant('second', 120, plan(1))
    at(begin + month + day)
    await on.grant('larger still', 280, plan(1))
    const told = (await read({ kind: 'bought' })).map(({ credits, lot }) => [credits, lot.renews])
    expect(told).toEqual([
      [280, false],
      [120, true],
      [90, false],
      [30, false],
      [10, false],
    ])
  })

  test('each kind has what it says and nothing else', async () => {
    await spend('spent', 2)
    await on.wallet.hold(newHold('failed', 3))
    await on.wallet.release({ accountId, key: 'r', holdId: 'hold-failed', credits: 3, because: 'failed' })
    await on.wallet.refund({ accountId, key: 'back', holdId: 'hold-spent', credits: 1, because: 'failed' })
    await on.wallet.setCap({
      accountId,
      key: 'cap',
      lotId: 'lot-cap',
      cycle: 'c',
      label: null,
      cap: 50,
      effectiveAt: begin,
      expiresAt: begin + 30 * day,
    })
    await on.grant('pack:1', 100, { kind: 'pack', label: '100', expiresAt: begin + 365 * day })
    at(begin + 14 * day)
    await on.wallet.expire({ accountId, key: 'end', lotId: 'lot-trial' })

    expect(moves(await read({ kind: 'used' }))).toEqual(['held → spent 2'])
    expect(moves(await read({ kind: 'bought' }))).toEqual(['issued → available 100', 'issued → available 10'])
    expect(moves(await read({ kind: 'returned' }))).toEqual(['spent → available 1', 'held → available 3'])
    expect(moves(await read({ kind: 'expired' }))).toEqual(['available → expired 9'])
  })

  test('what comes back late is returned once, and is no purchase', async () => {
    await on.wallet.hold(newHold('late', 4))
    at(begin + 15 * day)
    await on.wallet.release({ accountId, key: 'r', holdId: 'hold-late', credits: 3, because: 'failed' })
    await on.wallet.release({ accountId, key: 's', holdId: 'hold-late', credits: 1, because: 'cancelled' })
    expect(moves(await read({ kind: 'returned' }))).toEqual(['held → moved 3'])
    expect(moves(await read({ kind: 'bought' }))).toEqual(['issued → available 10'])
    expect(moves(await read({ kind: 'expired' }))).toEqual(['held → expired 1'])
    expect((await read()).find((entry) => entry.lot.source === 'grace')).toMatchObject({ from: 'issued', credits: 3 })
  })

  test('what a dispute that was won gives back is returned', async () => {
    await on.grant('pack:1', 100, { kind: 'pack' })
    await on.wallet.clawBack({ accountId, key: 'd1', lotId: 'lot-pack:1', undone: 900, paid: 900 })
    expect(moves(await read({ kind: 'returned' }))).toEqual([])
    await on.wallet.clawBack({ accountId, key: 'd2', lotId: 'lot-pack:1', undone: 0, paid: 900 })
    expect(moves(await read({ kind: 'returned' }))).toEqual(['clawedBack → moved 100'])
  })

  test('a project has its own entries only', async () => {
    await budget('project-1')
    await budget('project-2')
    await spend('a', 1, 'project-1')
    await spend('b', 2, 'project-2')
    await spend('c', 3)
    expect(moves(await read({ projectId: 'project-2' }))).toEqual(['held → spent 2', 'available → held 2'])
    expect(moves(await read({ projectId: 'project-2', kind: 'used' }))).toEqual(['held → spent 2'])
    expect(await read({ projectId: 'project-3' })).toEqual([])
  })

  test("a day begins and ends at midnight of the account's time zone", async () => {
    await on.wallet.configure({ accountId, key: 'zone', settings: { timeZone: 'America/Sao_Paulo' } })
    const midnight = Date.parse('2026-11-23T03:00:00Z')
    at(midnight - 1)
    await spend('last of the 22nd', 1)
    at(midnight)
    await spend('first of the 23rd', 2)
    at(midnight + day - 1)
    await spend('last of the 23rd', 3)
    at(midnight + day)
    await spend('first of the 24th', 4)

    const on23 = await read({ day: '2026-11-23', kind: 'used' })
    expect(on23.map((entry) => entry.credits)).toEqual([3, 2])
    expect(await read({ day: '2026-11-22', kind: 'bought' })).toHaveLength(1)
    expect(await read({ day: '2026-11-21' })).toEqual([])
    expect(await read({ day: '2026-11-25' })).toEqual([])
    expect(await read({ day: firstDay })).toEqual([])
    expect(await read({ day: lastDay })).toEqual([])
    const from23 = await read({ since: '2026-11-23', kind: 'used' })
    expect(from23.map((entry) => entry.credits)).toEqual([4, 3, 2])
    expect(await read({ since: '2026-11-24', day: '2026-11-23' })).toEqual([])
    expect((await read({ since: '2026-11-22', day: '2026-11-23', kind: 'used' })).map((entry) => entry.credits)).toEqual([3, 2])
  })

  test('an operation has what was set aside, used and returned for it, and no grant', async () => {
    await spend('a', 1)
    await on.wallet.hold(newHold('b', 2, { purpose: 'upscale' }))
    await on.wallet.release({ accountId, key: 'r', holdId: 'hold-b', credits: 2, because: 'failed' })
    expect(moves(await read({ operation: 'upscale' }))).toEqual(['held → available 2', 'available → held 2'])
    expect(moves(await read({ operation: 'vary', kind: 'used' }))).toEqual(['held → spent 1'])
    expect(await read({ operation: 'cutout' })).toEqual([])
  })

  test.each([
    { of: 'everything', filter: {}, found: 21 },
    { of: 'captures', filter: { kind: 'used' }, found: 10 },
    { of: "a day's captures", filter: { kind: 'used', day: '2026-11-22' }, found: 10 },
  ] as const)('pages of $of follow one another without a gap or a repeat', async ({ found, filter }) => {
    for (let i = 0; i < 10; i++) await spend(`key-${i}`, 1)
    const sequences: number[] = []
    let cursor: number | undefined
    do {
      const page = await on.wallet.history(accountId, { limit: 3, cursor, ...filter })
      expect(page.entries.length).toBeLessThanOrEqual(3)
      sequences.push(...page.entries.map((entry) => entry.sequence))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(sequences).toHaveLength(found)
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => b - a))
  })

  test('a page that just fits is the last', async () => {
    await spend('a', 1)
    expect(await on.wallet.history(accountId, { limit: 3 })).toMatchObject({ nextCursor: null })
    expect(await on.wallet.history(accountId, { limit: 2 })).toMatchObject({ nextCursor: 2 })
  })

  test("another account's entries are never told", async () => {
    await on.wallet.open('account-2')
    await budget('project-1')
    await spend('a', 1, 'project-1')
    const theirs = await on.wallet.history('account-2', { limit: 100, projectId: 'project-1' })
    expect(theirs).toEqual({ entries: [], nextCursor: null })
    expect((await on.wallet.history('account-2', { limit: 100, cursor: 3 })).entries).toEqual([])
  })
})
