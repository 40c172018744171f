import { dirname } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { runCli } from '../../../../test/support/cli.ts'
import { openTestDatabase, type TestSqlite } from '../../../../test/support/test-database.ts'

let database: TestSqlite
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const toile = (...args: string[]) => runCli({ TOILE_DATA: dirname(database.file) }, ...args)
const terms = ['--credits', '20', '--days', '30']
const codes = z.object({ codes: z.array(z.looseObject({ code: z.string(), state: z.string() })) })
const year = new Date().getUTCFullYear() + 1

test('a code is made once, listed with its uses, and ended once', async () => {
  const first = ['promo', 'create', 'Spring-26', ...terms, '--limit', '100']
  const made = await toile(...first)
  const told = 'The code is made. SPRING26: 20 credits for 30 days · 0 of 100 uses, at most 1 an account.'
  expect([made.code, made.out]).toEqual([0, `${told}\n`])
  const row = { code: 'SPRING26', label: 'Spring-26', credits: 20, days: 30, perAccount: 1, limit: 100, used: 0 }
  expect(await database.db.read.promoCode.findUnique({ where: { code: 'SPRING26' } })).toMatchObject(row)

  const again = await toile(...first)
  expect([again.code, again.out]).toEqual([0, expect.stringContaining('Nothing was changed: the code is there on these terms.')])
  const other = await toile('promo', 'create', 'SPRING 26', '--credits', '50', '--days', '30')
  expect([other.code, other.err]).toEqual([1, expect.stringContaining('The code is there on other terms.')])

  const ended = await toile('promo', 'end', 'spring 26')
  expect([ended.code, ended.out]).toEqual([0, expect.stringMatching(/^The code is ended\. SPRING26: .* · ended \d{4}-\d\d-\d\d/)])
  expect((await toile('promo', 'end', 'SPRING26')).out).toContain('Nothing was changed: it had ended before.')
  const { out } = await toile('promo', 'list', '--json')
  expect(codes.parse(JSON.parse(out)).codes).toMatchObject([{ ...row, state: 'ended' }])
})

test('its first and last day are whole days of the zone that is named, and a label stands for the code', async () => {
  const days = ['--from', `${year}-03-01`, '--until', `${year}-03-31`, '--time-zone', 'America/Sao_Paulo']
  const made = await toile('promo', 'create', 'FEIRA', ...terms, ...days, '--label', 'Feira têxtil')
  expect(made.out).toContain(`FEIRA “Feira têxtil”: 20 credits for 30 days · 0 uses, at most 1 an account · begins ${year}`)
  expect(made.out).toContain('It has no limit in all')
  expect(await database.db.read.promoCode.findUnique({ where: { code: 'FEIRA' } })).toMatchObject({
    label: 'Feira têxtil',
    startsAt: new Date(`${year}-03-01T03:00:00Z`),
    endsAt: new Date(`${year}-04-01T03:00:00Z`),
  })
})

test('what makes no sense is refused with what would, and makes nothing', async () => {
  const orders: [string[], RegExp][] = [
    [['create', 'A!', ...terms], /3 to 40 letters and digits/],
    [['create', 'NONE', '--credits', '0', '--days', '30'], /whole number from 1/],
    [['create', 'LATE', ...terms, '--until', '2001-01-01'], /2001-01-01 is over already/],
    [['create', 'LATE', ...terms, '--from', `${year}-02-01`, '--until', `${year}-01-01`], /is before the first/],
    [['create', 'LATE', ...terms, '--time-zone', 'Lisboa'], /time zone like Europe\/Lisbon/],
    [['create', 'FREE', '--days', '30'], /--credits/],
    [['end', 'NOBODYS'], /There is no code NOBODYS\./],
  ]
  const answers = await Promise.all(orders.map(([order]) => toile('promo', ...order)))
  for (const [i, { code, err }] of answers.entries())
    expect([code, err]).toEqual([1, expect.stringMatching(orders[i]?.[1] ?? /./)])
  expect(await database.db.read.promoCode.count({ where: { code: { in: ['A', 'NONE', 'LATE', 'FREE'] } } })).toBe(0)
})
