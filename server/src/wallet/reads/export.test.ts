import { parse } from 'csv-parse/sync'
import type { ExportPart, ExportRequest } from 'shared'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { writeLongHistory } from '../../../../test/support/long-history.ts'
import { databases, openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.ts'
import { accountId, newHold, type TestWallet, testWallet } from '../../../../test/support/test-wallet.ts'

const rows = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()])))
const nobody = async () => new Map<string, string>()

describe.each(databases)('an export on %s', (provider) => {
  let database: TestDatabase
  let on: TestWallet

  beforeEach(async () => {
    database = await openTestDatabase(provider)
    on = testWallet(database)
    await on.wallet.open(accountId)
  })
  afterEach(async () => {
    await on.verify()
    await database.close()
  })

  async function file(
    format: ExportRequest['format'],
    of = accountId,
    names = nobody,
  ): Promise<{ text: string; parts: ExportPart[] }> {
    const parts: ExportPart[] = []
    let cursor: number | undefined
    do {
      const part = await on.wallet.export(of, { format, cursor }, names)
      parts.push(part)
      cursor = part.nextCursor ?? undefined
    } while (cursor !== undefined)
    return { text: parts.map((part) => part.text).join(''), parts }
  }
  const csvRows = (text: string) => rows.parse(parse(text, { bom: true, columns: true, record_delimiter: '\r\n' }))

  async function spend(label: string, key = 'intent-1'): Promise<void> {
    await on.grant('pack:1', 10, { kind: 'pack', label, reference: 'pack:1' })
    const asked = { accountId, key: 'project', projectId: 'project-1', limit: null, whenUsedUp: 'stop', payload: '' } as const
    await on.wallet.setBudget(asked)
    await on.wallet.hold(newHold(key, 2, { projectId: 'project-1' }))
  }

  test('every entry says what it was for, in both formats alike', async () => {
    await spend('100')
    const names = async () => new Map([['project-1', 'Verão']])
    const json = rows.parse(JSON.parse((await file('json', accountId, names)).text))
    expect(json).toEqual([
      {
        sequence: 1,
        at: '2026-11-22T09:00:00.000Z',
        from: 'issued',
        to: 'available',
        credits: 10,
        lotKind: 'pack',
        lotLabel: '100',
        lotSource: 'grant',
        lotId: 'lot-pack:1',
        holdId: null,
        projectId: null,
        projectName: null,
        purpose: null,
        reference: 'pack:1',
        key: 'pack:1',
      },
      {
        sequence: 2,
        at: '2026-11-22T09:00:00.000Z',
        from: 'available',
        to: 'held',
        credits: 2,
        lotKind: 'pack',
        lotLabel: '100',
        lotSource: 'grant',
        lotId: 'lot-pack:1',
        holdId: 'hold-intent-1',
        projectId: 'project-1',
        projectName: 'Verão',
        purpose: 'vary',
        reference: 'generation-1',
        key: 'intent-1',
      },
    ])
    const asText = json.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')])))
    expect(csvRows((await file('csv', accountId, names)).text)).toEqual(asText)
  })

  test('commas, quotes, line breaks and accents come back from a CSV as they were', async () => {
    const label = 'Coleção "Verão", 100%\r\nlinho; algodão'
    await spend(label)
    expect(csvRows((await file('csv')).text).map((row) => row.lotLabel)).toEqual([label, label])
  })

  test.each(['=HYPERLINK("http://evil.example")', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1'])(
    '%j is text for a spreadsheet, wherever it stands',
    async (formula) => {
      await spend(formula, formula.slice(0, 20))
      const names = async () => new Map([['project-1', formula]])
      const [, held] = csvRows((await file('csv', accountId, names)).text)
      expect(held).toMatchObject({
        lotLabel: `'${formula}`,
        projectName: `'${formula}`,
        key: `'${formula.slice(0, 20)}`,
        credits: '2',
      })
      const [, plain] = rows.parse(JSON.parse((await file('json', accountId, names)).text))
      expect(plain).toMatchObject({ lotLabel: formula, projectName: formula })
    },
  )

  test('a wallet without entries is a header, or an empty array', async () => {
    const csv = await file('csv')
    expect(csv.text).toMatch(/^\uFEFFsequence,at,from,to,credits,.*,key\r\n$/)
    expect(JSON.parse((await file('json')).text)).toEqual([])
  })

  test('the file is named after the day of the account, and typed', async () => {
    await on.wallet.configure({ accountId, key: 'zone', settings: { timeZone: 'Pacific/Kiritimati' } })
    on.clock.advance({ ms: 2 * 3_600_000 })
    expect((await file('csv')).parts).toMatchObject([
      { filename: 'toile-credits-2026-11-23.csv', mime: 'text/csv; charset=utf-8' },
    ])
    expect((await file('json')).parts).toMatchObject([{ filename: 'toile-credits-2026-11-23.json', mime: 'application/json' }])
  })

  test('a long history comes in parts that make one whole file, with every entry once', async () => {
    const { entries } = await writeLongHistory(database.db, 'account-long', 5000, on.clock.now().getTime())
    const csv = await file('csv', 'account-long')
    const json = await file('json', 'account-long')
    const inOrder = Array.from({ length: entries }, (_, i) => i + 1)
    expect(csv.parts).toHaveLength(Math.ceil(entries / 2000))
    expect(csv.text.split('sequence,at,')).toHaveLength(2)
    expect(csv.text.split('\uFEFF')).toHaveLength(2)
    expect(csvRows(csv.text).map((row) => Number(row.sequence))).toEqual(inOrder)
    expect(rows.parse(JSON.parse(json.text)).map((row) => row.sequence)).toEqual(inOrder)
  })

  test("only the account's own projects are asked for, each once a part", async () => {
    await spend('100')
    await on.wallet.capture({ accountId, key: 'c', holdId: 'hold-intent-1', credits: 2 })
    const asked: unknown[] = []
    await file('csv', accountId, async (...of: unknown[]) => {
      asked.push(of)
      return new Map()
    })
    expect(asked).toEqual([[accountId, ['project-1']]])
  })
})
