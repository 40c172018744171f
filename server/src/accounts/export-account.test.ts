import { randomUUID } from 'node:crypto'
import type { AccountExportPart } from 'shared'
import { afterEach, describe, expect, test } from 'vitest'
import { startBuying } from '../../../test/support/buying.ts'
import { type Caller, callerWith, pictureForm, refusalOf } from '../../../test/support/caller.ts'
import { plain } from '../../../test/support/pictures.ts'
import { finished, request } from '../../../test/support/requests.ts'
import { startTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { databases, type TestDatabase } from '../../../test/support/test-database.ts'
import { Prisma } from '../../generated/sqlite/client.ts'

let app: TestApp<TestDatabase>
afterEach(() => app.close())

async function partsOf(client: Caller): Promise<AccountExportPart[]> {
  const parts: AccountExportPart[] = []
  let cursor: string | null | undefined
  while (cursor !== null) {
    const part: AccountExportPart = await client.account.export.query(cursor === undefined ? {} : { cursor })
    parts.push(part)
    cursor = part.nextCursor
  }
  return parts
}

describe.each(databases)('on %s', (database) => {
  test('an export holds the account, its projects, requests with their words, and images that can be fetched', async () => {
    app = await startTestApp({ database })
    const { client } = await app.guest()
    const { access: _access, ...me } = await client.account.me.query()
    const { id: projectId } = await client.projects.create.mutate({ intentId: randomUUID(), name: 'Resort 27', budget: 40 })
    const form = pictureForm(await plain(40, 40, '#aa3322'), 'image/png')
    form.set('pageUrl', 'https://example.org/wall')
    const source = await client.images.upload.mutate(form)
    const made = await finished(client, (await client.generations.request.mutate(request(2, { projectId }))).id)

    const [first, ...others] = await partsOf(client)
    expect(first?.account).toMatchObject({
      ...me,
      projects: [{ id: projectId, name: 'Resort 27', budget: 40, used: 2, images: 2 }],
      sessions: [{}],
    })
    expect(first?.counts).toEqual({ images: 3, requests: 1 })
    const [asked] = first?.requests ?? []
    expect(asked).toMatchObject({
      id: made.id,
      prompt: 'gingham in navy on white',
      projectId,
      images: [{ charged: 1 }, { charged: 1 }],
    })
    const images = others.flatMap((part) => part.images)
    expect(images.map(({ id }) => id).sort()).toEqual([source.id, ...made.items.flatMap(({ image }) => image?.id ?? [])].sort())
    expect(images.find(({ id }) => id === source.id)).toMatchObject({ pageUrl: 'https://example.org/wall', recipe: null })
    const files = await Promise.all(images.map(async ({ url }) => (await fetch(url)).bytes()))
    expect(files.map((file) => file.byteLength)).toEqual(images.map(({ bytes }) => bytes))
  })

  test('a long list comes in parts, each thing once', async () => {
    app = await startTestApp({ database })
    const { client } = await app.guest()
    const { accountId } = await client.account.me.query()
    await client.images.upload.mutate(pictureForm(await plain(40, 40, '#aa3322'), 'image/png'))
    const row = await app.database.db.write.image.findFirstOrThrow({ where: { accountId } })
    const copies = Array.from({ length: 230 }, (_, index) => ({ ...row, id: `copy-of-it-${1000 + index}` }))
    await app.database.db.write.image.createMany({ data: copies })
    const parts = await partsOf(client)
    const ids = parts.flatMap(({ images }) => images.map(({ id }) => id))
    expect(ids).toHaveLength(231)
    expect(new Set(ids).size).toBe(231)
    expect(parts.length).toBeGreaterThan(3)
  })
})

test('an export holds what was paid, and what went back of it', async () => {
  const { app: buyingApp, hand, open, applied, client } = await startBuying()
  app = buyingApp
  await open('pack-300')
  hand.pay()
  hand.refund(hand.paymentOf(), 800)
  await applied()
  await open('pack-100')
  const [first] = await partsOf(client)
  const terms = { kind: 'pack', offerId: 'pack-300', credits: 300, amount: 2400, currency: 'EUR' }
  const times = { createdAt: '2026-11-22T09:00:00.000Z', paidAt: '2026-11-22T09:00:00.000Z' }
  expect(first?.account?.payments).toEqual([
    { id: expect.any(String), ...terms, undone: 800, state: 'partly_refunded', ...times },
  ])
})

/** Where each thing that names an account is in its export: a field of the account, or a file of its own. */
const places: Record<string, string> = {
  ...{ Member: 'sessions', Project: 'projects', Draft: 'drafts', Alert: 'alerts', Adjustment: 'adjustments' },
  ...{ Payment: 'payments', Checkout: 'checkouts', Subscription: 'subscriptions', UseReport: 'use', Customer: 'customers' },
  ...{ PromoUse: 'promos', Entitlement: 'entitlements', Wallet: 'settings', Generation: 'requests', Image: 'images' },
  // Movements of credits, and what they were for.
  ...{ Lot: 'credits', Hold: 'credits', Entry: 'credits', PaidLot: 'credits', Budget: 'projects' },
  // Keys that keep things from being done twice, the test checkout's own name for an account, and how somebody signs in.
  ...{ CommandKey: 'none', TestCustomer: 'none', Credential: 'none' },
}
const files = ['requests', 'images', 'credits', 'none']

test('an export holds what the account agreed to, redeemed and may use, and what it was warned of; nobody else’s', async () => {
  const { app: buyingApp, hand, applied, client } = await startBuying()
  app = buyingApp
  const other = (await app.guest()).client
  const { accountId } = await client.account.me.query()
  await client.plans.subscribe.mutate({ planId: 'month-30', intentId: randomUUID() })
  hand.pay()
  await applied()
  await client.metered.enable.mutate({ cap: 50, intentId: randomUUID() })
  hand.pay()
  await applied()
  const at = new Date('2026-11-22T09:00:00Z')
  const { write } = app.database.db
  await write.entitlement.create({ data: { accountId, name: 'creative', source: 'operator', since: at } })
  await write.promoUse.create({ data: { accountId, intentId: randomUUID(), code: 'SPRING26', lotId: 'lot-1', at } })
  await write.useReport.create({
    data: { identifier: 'cycle-1', accountId, subscriptionId: 'subscription-1', credits: 12, at, nextTryAt: at },
  })
  const [first] = await partsOf(client)
  const told = '2026-11-22T09:00:00.000Z'
  expect(first?.account).toMatchObject({
    payments: [{ kind: 'plan', amount: 270 }],
    checkouts: [
      { kind: 'plan', offerId: 'month-30', state: 'paid' },
      { kind: 'metered', cap: 50, state: 'paid' },
    ],
    subscriptions: [
      { kind: 'plan', planId: 'month-30', state: 'active', period: { start: told }, endsWithPeriod: false, endedAt: null },
      { kind: 'metered', planId: null, cap: 50 },
    ],
    use: [{ at: told, credits: 12, sentAt: null }],
    customers: [{ provider: 'test-checkout' }],
    promos: [{ at: told, code: 'SPRING26' }],
    entitlements: [{ name: 'creative', source: 'operator', since: told, until: null }],
  })
  const naming = Object.values(Prisma.ModelName).filter((model) => 'accountId' in Prisma[`${model}ScalarFieldEnum`])
  expect(naming.toSorted(), 'everything that names an account has its place').toEqual(Object.keys(places).toSorted())
  const fields = Object.values(places).filter((place) => !files.includes(place))
  expect(Object.keys(first?.account ?? {})).toEqual(expect.arrayContaining(fields))
  const [others] = await partsOf(other)
  expect(others?.account).toMatchObject({ payments: [], checkouts: [], subscriptions: [], use: [], customers: [], promos: [] })
})

test('nobody exports what is another account’s, or goes on from it', async () => {
  app = await startTestApp()
  const [one, other] = [await app.guest(), await app.guest()]
  const { id } = await one.client.images.upload.mutate(pictureForm(await plain(40, 40, '#aa3322'), 'image/png'))
  expect((await partsOf(other.client)).flatMap(({ images }) => images)).toEqual([])
  expect((await refusalOf(other.client.account.export.query({ cursor: `images:${id}` }))).code).toBe('NOT_FOUND')
  for (const cursor of ['images:\0', 'lots:', id]) {
    expect((await refusalOf(other.client.account.export.query({ cursor }))).code, cursor).toBe('BAD_REQUEST')
  }
})

test('what a new guest gets is told to whoever asks, and makes no account', async () => {
  app = await startTestApp()
  const offer = await callerWith(app.url, '').account.trial.query()
  expect(offer).toEqual({ credits: 25, days: 14, creditsPerImage: 1 })
  expect(await app.database.db.read.user.count()).toBe(0)
})
