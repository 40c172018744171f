import { dirname } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli } from '../../../../test/support/cli.ts'
import { openTestDatabase, type TestSqlite } from '../../../../test/support/test-database.ts'
import { testWallet } from '../../../../test/support/test-wallet.ts'

let database: TestSqlite
beforeAll(async () => {
  database = await openTestDatabase()
  await testWallet(database).wallet.open('ana')
  const at = new Date()
  const user = {
    id: 'ana',
    name: '',
    email: 'ana@school.test',
    emailVerified: true,
    isAnonymous: false,
    createdAt: at,
    updatedAt: at,
  }
  await database.db.write.account.create({ data: { id: 'ana', createdAt: at } })
  await database.db.write.user.create({ data: user })
  await database.db.write.member.create({ data: { userId: 'ana', accountId: 'ana', createdAt: at } })
})
afterAll(() => database.close())

const gate = { TOILE_REQUIRE_ENTITLEMENT: 'creative' }
const toile = (settings: Record<string, string>, ...args: string[]) =>
  runCli({ TOILE_DATA: dirname(database.file), ...settings }, 'entitlement', ...args)
const kept = () => database.db.read.entitlement.findMany({ where: { accountId: 'ana', source: 'operator' } })

test('an account is given access, for good or until a day, and it is taken back again', async () => {
  const year = new Date().getUTCFullYear() + 1
  const given = await toile(gate, 'grant', 'ana', 'creative', '--until', `${year}-06-30`)
  const told = `ana has “creative” from the operator · since \\d{4}.* UTC · until ${year}-07-01 00:00 UTC\\.\n`
  expect([given.code, given.out]).toEqual([0, expect.stringMatching(new RegExp(`^${told}$`))])
  const again = await toile(gate, 'grant', 'ana', 'creative')
  expect(again.out).toContain('for good.')
  expect(await kept()).toMatchObject([{ name: 'creative', until: null }])

  expect((await toile(gate, 'list', 'ana')).out).toContain('“creative” from the operator')
  expect((await toile(gate, 'list')).out).toContain('ana: “creative” from the operator')
  const taken = await toile(gate, 'revoke', 'ana', 'creative')
  expect([taken.code, taken.out]).toEqual([0, 'ana has “creative” from the operator no more.\n'])
  expect(await kept()).toEqual([])
  expect((await toile(gate, 'revoke', 'ana', 'creative')).out).toContain('Nothing was changed')
})

test('what a plan brings, and what an e-mail domain brings, is told where taking back does not end it', async () => {
  const plan = { accountId: 'ana', name: 'creative', source: 'plan:subscription-1', since: new Date('2026-11-01T00:00:00Z') }
  await database.db.write.entitlement.create({ data: plan })
  const byDomain = { ...gate, TOILE_ENTITLED_DOMAINS: 'school.test' }
  const { out } = await toile(byDomain, 'revoke', 'ana@school.test', 'creative')
  expect(out).toContain('It still has “creative” from plan:subscription-1 · since 2026-11-01 00:00 UTC · for good.')
  expect(out).toContain('ana@school.test has access by its domain.')
})

test('a name that the settings do not ask for is given, and said to be so', async () => {
  expect((await toile(gate, 'grant', 'ana', 'creativ')).out).toContain('These settings ask for “creative”, not for “creativ”.')
  expect((await toile({}, 'grant', 'ana', 'creative')).out).toContain('These settings let everybody in')
})

test('what makes no sense is refused', async () => {
  const orders: [string[], RegExp][] = [
    [['grant', 'nobody', 'creative'], /There is no account nobody\./],
    [['grant', 'ana', 'Creative people'], /small letters, digits and dashes/],
    [['grant', 'ana', 'creative', '--until', '2001-01-01'], /2001-01-01 is over already/],
  ]
  const answers = await Promise.all(orders.map(([order]) => toile(gate, ...order)))
  for (const [i, { code, err }] of answers.entries())
    expect([code, err]).toEqual([1, expect.stringMatching(orders[i]?.[1] ?? /./)])
})
