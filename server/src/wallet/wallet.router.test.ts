import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Caller, refusalOf } from '../../../test/support/caller.ts'
import { finished, request } from '../../../test/support/requests.ts'
import { startTestApp, type TestApp } from '../../../test/support/test-app.ts'

let on: TestApp
let guest: Caller

beforeEach(async () => {
  on = await startTestApp()
  guest = (await on.guest()).client
})
afterEach(() => on.close())

async function generate(count: number, more: Record<string, unknown> = {}) {
  const { id } = await guest.generations.request.mutate(request(count, more))
  return finished(guest, id)
}

test('what a generation used is in the history, the usage and the export of whoever asked for it, and of nobody else', async () => {
  const { id } = await generate(2)
  const { entries } = await guest.wallet.history.query({ kind: 'used', day: '2026-11-22' })
  expect(entries.map(({ credits, purpose, reference }) => [credits, purpose, reference])).toEqual([
    [1, 'generate', id],
    [1, 'generate', id],
  ])
  expect(await guest.wallet.usage.query({})).toMatchObject({ used: 2, byOperation: [{ operation: 'generate', used: 2 }] })
  const { text, nextCursor, filename } = await guest.wallet.export.query({})
  expect(text.trim().split('\r\n')).toHaveLength(1 + 1 + 1 + 2)
  expect([nextCursor, filename]).toEqual([null, 'toile-credits-2026-11-22.csv'])

  const { client: other } = await on.guest()
  expect((await other.wallet.history.query({ kind: 'used' })).entries).toEqual([])
  expect((await other.wallet.history.query({ cursor: entries[0]?.sequence ?? 0 })).entries).toHaveLength(1)
  expect(await other.wallet.usage.query({})).toMatchObject({ used: 0, byOperation: [] })
  expect((await other.wallet.export.query({})).text).not.toContain(id)
})

test("another account's project filters to nothing, and its name is not told", async () => {
  const projectId = 'project-of-another'
  const at = new Date(0)
  await on.database.db.write.project.create({ data: { id: projectId, accountId: 'another', name: 'Secret', createdAt: at } })
  await generate(1)
  expect((await guest.wallet.history.query({ projectId })).entries).toEqual([])
  const { byProject } = await guest.wallet.usage.query({})
  expect(byProject).toEqual([{ projectId: null, name: null, used: 1, refunded: 0, returned: 0 }])
})

test('settings are kept, one by one, and a repeated intent changes nothing again', async () => {
  const settings = { reserve: 0, lowPercent: 20, lowCredits: 5, timeZone: 'UTC' }
  expect(await guest.wallet.settings.query()).toEqual(settings)
  const update = { intentId: randomUUID(), reserve: 10, timeZone: 'America/Sao_Paulo' }
  const changed = { ...settings, reserve: 10, timeZone: 'America/Sao_Paulo' }
  expect(await guest.wallet.updateSettings.mutate(update)).toEqual(changed)
  expect(await guest.wallet.updateSettings.mutate({ intentId: randomUUID(), lowPercent: 0 })).toEqual({
    ...changed,
    lowPercent: 0,
  })
  expect(await guest.wallet.updateSettings.mutate(update)).toEqual({ ...changed, lowPercent: 0 })
  expect(await guest.wallet.settings.query()).toEqual({ ...changed, lowPercent: 0 })
  expect(await refusalOf(guest.wallet.updateSettings.mutate({ ...update, reserve: 11 }))).toMatchObject({
    code: 'IDEMPOTENCY_MISMATCH',
  })
})

test('the reserve that was set holds at once, for the balance, the forecast and what is spent', async () => {
  await guest.wallet.updateSettings.mutate({ intentId: randomUUID(), reserve: 24 })
  expect(await guest.wallet.balance.query()).toMatchObject({ credits: 25, reserve: 24 })
  expect(await guest.wallet.forecast.query({})).toMatchObject({
    credits: 1,
    images: 1,
    reserve: 24,
    perDay: null,
    runsOutOn: null,
  })
  const refusal = await refusalOf(guest.generations.request.mutate(request(2)))
  expect(refusal).toMatchObject({ code: 'RESERVE_REACHED', details: { fromReserve: 1 } })
})

test.each([
  ['reserve', -1],
  ['reserve', 1_000_001],
  ['reserve', 1.5],
  ['lowPercent', 101],
  ['lowCredits', -1],
  ['timeZone', 'Mars/Olympus'],
  ['timeZone', '+03:00'],
  ['timeZone', ''],
])('%s cannot be %j', async (field, value) => {
  const refusal = await refusalOf(guest.wallet.updateSettings.mutate({ intentId: randomUUID(), [field]: value }))
  expect(refusal).toEqual({ code: 'BAD_REQUEST', details: { field } })
})

test('requests beyond their limits are refused', async () => {
  const refusals = await Promise.all([
    refusalOf(guest.wallet.usage.query({ days: 367 })),
    refusalOf(guest.wallet.usage.query({ days: 0 })),
    refusalOf(guest.wallet.forecast.query({ creditsEach: 0 })),
    refusalOf(guest.wallet.history.query({ day: '2026-02-30' })),
    refusalOf(guest.wallet.history.query({ day: '0001-01-01' })),
    refusalOf(guest.wallet.history.query({ day: '2019-12-31' })),
    refusalOf(guest.wallet.history.query({ day: '2200-01-01' })),
    refusalOf(guest.wallet.history.query({ limit: 101 })),
  ])
  const fields = ['days', 'days', 'creditsEach', 'day', 'day', 'day', 'day', 'limit']
  expect(refusals.map(({ code, details }) => [code, details.field])).toEqual(fields.map((field) => ['BAD_REQUEST', field]))
})
