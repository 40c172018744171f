import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Caller, refusalOf } from '../../../test/support/caller.ts'
import { startTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { databases, type TestDatabase } from '../../../test/support/test-database.ts'
import type { DbProvider } from '../platform/db.ts'
import { randomIds } from '../platform/ids.ts'
import { createLog } from '../platform/log.ts'
import { monthsAfter } from '../platform/months.ts'
import { createJournal } from '../wallet/journal.ts'
import { createWallet } from '../wallet/wallet.ts'
import { createCheckouts } from './checkouts.ts'
import { createOffers, defaultPacks } from './packs.ts'

let app: TestApp<TestDatabase>
let client: Caller

function startBeforeEach(database: DbProvider): void {
  beforeEach(async () => {
    app = await startTestApp({ database })
    client = (await app.guest()).client
  })
  afterEach(() => app.close())
}

const choose = (url: string, outcome: string, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', body: new URLSearchParams({ outcome }), headers, redirect: 'manual' })
const start = (packId: string, intentId: string = randomUUID()) => client.packs.checkout.mutate({ packId, intentId })

describe.each(databases)('on %s', (database) => {
  startBeforeEach(database)

  test.each([
    ['pack-100', 100],
    ['pack-300', 300],
    ['pack-600', 600],
  ])('%s is usable the moment it is paid, for twelve months', async (packId, credits) => {
    const { url } = await start(packId)
    expect((await choose(url, 'succeed')).status).toBe(303)
    expect(await client.wallet.balance.query()).toMatchObject({ credits: 25 + credits })
    const pack = (await client.wallet.lots.query()).find((lot) => lot.kind === 'pack')
    expect(pack).toMatchObject({ label: String(credits), granted: credits, expiresAt: '2027-11-22T09:00:00.000Z' })
  })

  test('five payments of one checkout in the same moment grant once', async () => {
    const { db } = app.database
    const journal = createJournal({ db, clock: app.clock, log: createLog('silent'), onCommitted: () => {} })
    const wallet = createWallet({ db, clock: app.clock, journal })
    const offers = createOffers(defaultPacks)
    const news = { baseUrl: () => app.url, onNews: () => {} }
    const checkouts = createCheckouts({ db, clock: app.clock, ids: randomIds, wallet, offers, ...news })
    const { id } = await start('pack-100')
    await Promise.all(Array.from({ length: 5 }, () => checkouts.paid(id)))
    expect(await client.wallet.balance.query()).toMatchObject({ credits: 125 })
  })

  test('paying again later grants nothing more', async () => {
    const { url } = await start('pack-100')
    await choose(url, 'succeed')
    await choose(url, 'succeed')
    expect(await client.wallet.balance.query()).toMatchObject({ credits: 125 })
  })

  test('who listens is told of a payment once, with the end of what was bought', async () => {
    const { accountId } = await client.account.me.query()
    const told: unknown[] = []
    const listening = new AbortController()
    const hear = (async () => {
      for await (const event of app.app.bus.listen(accountId, listening.signal))
        if (event.type === 'payment') told.push(event.payment)
    })()
    const { url } = await start('pack-100')
    await choose(url, 'succeed')
    app.clock.advance({ days: 40 })
    await choose(url, 'succeed')
    await choose(url, 'cancel')
    listening.abort()
    await hear
    expect(told).toMatchObject([{ state: 'paid', credits: 100, expiresAt: '2027-11-22T09:00:00.000Z' }])
  })

  test('a declined or cancelled checkout grants nothing, and a paid one stays paid', async () => {
    const cancelled = await start('pack-100')
    await choose(cancelled.url, 'cancel')
    expect(await (await fetch(cancelled.url)).text()).toContain('Nothing was bought')
    const declined = await start('pack-100')
    await choose(declined.url, 'decline')
    expect(await client.wallet.balance.query()).toMatchObject({ credits: 25 })
    const paid = await start('pack-100')
    await choose(paid.url, 'succeed')
    await choose(paid.url, 'cancel')
    expect(await (await fetch(paid.url)).text()).toContain('100 credits added')
  })

  test('one intent is one checkout; with another pack it is IDEMPOTENCY_MISMATCH', async () => {
    const intentId = randomUUID()
    const started = await Promise.all(Array.from({ length: 8 }, () => start('pack-100', intentId)))
    expect(new Set(started.map(({ url }) => url)).size).toBe(1)
    expect((await refusalOf(start('pack-600', intentId))).code).toBe('IDEMPOTENCY_MISMATCH')
  })

  test('a pack that is not sold is NOT_FOUND', async () => {
    expect((await refusalOf(start('pack-1'))).code).toBe('NOT_FOUND')
  })
})

describe('its page', () => {
  startBeforeEach('sqlite')

  test('behind a proxy the test checkout is nobody’s, whatever address the proxy has', async () => {
    const { url } = await start('pack-100')
    const passedOn = { url: new URL(url).pathname, headers: { host: '127.0.0.1', 'x-forwarded-for': '203.0.113.9' } }
    expect((await app.app.http.inject(passedOn)).statusCode).toBe(404)
  })

  test('after a decline the same page says so and can be paid', async () => {
    const { url } = await start('pack-100')
    await choose(url, 'decline')
    const page = await (await fetch(url)).text()
    expect(page).toContain('The test payment was declined.')
    expect(page).toContain('Pay €9.00 (test)')
    await choose(url, 'succeed')
    expect(await client.wallet.balance.query()).toMatchObject({ credits: 125 })
  })

  test('the page says that no money moves, in the reader’s language, and nobody may frame it', async () => {
    const { url } = await start('pack-300')
    const pages = await Promise.all(
      ['en', 'pt-BR', 'es-MX'].map(async (language) => fetch(url, { headers: { 'accept-language': language } })),
    )
    const texts = await Promise.all(pages.map((page) => page.text()))
    expect(texts.map((text) => /No money moves|Nenhum dinheiro é movimentado|No se mueve dinero/.exec(text)?.[0])).toEqual([
      'No money moves',
      'Nenhum dinheiro é movimentado',
      'No se mueve dinero',
    ])
    expect(pages[0]?.headers.get('x-frame-options')).toBe('DENY')
  })

  test('dates and prices are the reader’s own, and a header of nonsense does no harm', async () => {
    const { url } = await start('pack-300')
    const read = async (language: string) => (await fetch(url, { headers: { 'accept-language': language } })).text()
    expect(await read('en-GB,en;q=0.9')).toContain('expires 22 Nov 2027')
    expect(await read('en-US')).toContain('expires Nov 22, 2027')
    expect(await read('pt-BR')).toContain('expira em 22 de nov. de 2027')
    expect(await read('en-"><script>,xx-££')).toContain('Buy 300 credits')
  })

  test('a checkout is nobody’s to guess, and not for pages of other sites to press', async () => {
    const { url } = await start('pack-100')
    expect((await fetch(`${app.url}/checkout/not-a-checkout`)).status).toBe(404)
    expect((await choose(url, 'succeed', { origin: 'https://evil.example' })).status).toBe(403)
    // A name of somebody's own that leads to this machine, and another machine.
    const bent = { url: new URL(url).pathname, headers: { host: 'evil.example' } }
    expect((await app.app.http.inject(bent)).statusCode).toBe(404)
    expect(
      (await app.app.http.inject({ url: bent.url, headers: { host: '127.0.0.1' }, remoteAddress: '192.0.2.7' })).statusCode,
    ).toBe(404)
    expect((await choose(url, 'succeed', { origin: 'null' })).status).toBe(403)
    expect((await choose(url, 'succeed', { origin: 'garbage' })).status).toBe(403)
    expect((await choose(url, 'something else')).status).toBe(404)
    expect(await client.wallet.balance.query()).toMatchObject({ credits: 25 })
  })
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-11-22', 12, '2027-11-22'],
])('%s and %i months is %s', (start, months, end) => {
  expect(monthsAfter(new Date(start), months).toISOString().slice(0, 10)).toBe(end)
})
