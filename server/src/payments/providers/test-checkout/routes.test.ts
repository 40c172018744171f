import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Caller } from '../../../../../test/support/caller.ts'
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.ts'

let app: TestApp
let client: Caller
beforeEach(async () => {
  app = await startTestApp()
  client = (await app.guest()).client
})
afterEach(() => app.close())

const choose = (url: string, outcome: string, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', body: new URLSearchParams({ outcome }), headers, redirect: 'manual' })
const follow = async (answer: Response) => (await fetch(answer.headers.get('location') ?? '')).text()
const start = (packId: string) => client.packs.checkout.mutate({ packId, intentId: randomUUID() })

test('who pays comes back to credits that are there, once, however often it is pressed', async () => {
  const { url } = await start('pack-300')
  const paid = await choose(url, 'succeed')
  expect(paid.status).toBe(303)
  const done = await follow(paid)
  expect(done).toContain('300 credits added')
  expect(done).toContain('Your balance is 325. No money moved: this was a test.')
  expect(done).toContain('aria-label="Trial 25, Pack 300 300"')
  const receipt = /href="([^"]+receipt)"/.exec(done)?.[1] ?? ''
  expect(await (await fetch(new URL(receipt, app.url))).text()).toContain('€24.00')
  await choose(url, 'succeed')
  await choose(url, 'cancel')
  expect(await client.wallet.balance.query()).toMatchObject({ credits: 325 })
  expect(await (await fetch(url)).text()).toContain('300 credits added')
})

test('who cancels is told that nothing was bought', async () => {
  const { url } = await start('pack-100')
  await choose(url, 'cancel')
  const page = await (await fetch(url)).text()
  expect(page).toContain('Nothing was bought')
  expect(page).toContain('Nothing was added and nothing was charged. Your balance is 25.')
})

test('a plan’s order says what it costs how often, and when it renews; so does the page after it', async () => {
  const [monthly, yearly] = await Promise.all(
    ['month-120', 'year-120'].map((planId) => client.plans.subscribe.mutate({ planId, intentId: randomUUID() })),
  )
  const page = await (await fetch(monthly?.url ?? '')).text()
  expect(page).toContain('€9.60 a month, renews on December 22, cancel any time')
  expect(page).toContain('145 credits')
  expect(await (await fetch(yearly?.url ?? '')).text()).toContain('€96.00 a year, renews on November 22, 2027, cancel any time')
  const done = await follow(await choose(monthly?.url ?? '', 'succeed'))
  expect(done).toContain('120 credits added')
  expect(done).toContain('Your balance is 145. The plan renews on December 22.')
})

test('agreeing to pay as you go says that nothing is charged now, and up to how much', async () => {
  const { url } = await client.metered.enable.mutate({ cap: 40, intentId: randomUUID() })
  const page = await (await fetch(url ?? '')).text()
  expect(page).toContain('up to 40 credits a month, €4.00 at most')
  expect(page).toContain('Nothing is charged now. What was used is billed on December 22, and every month after.')
  const done = await follow(await choose(url ?? '', 'succeed'))
  expect(done).toContain('Pay-as-you-go is on')
  expect(done).toContain('Up to 40 credits a month')
})

test('where a payment service leads back to without a checkout, there is a page', async () => {
  expect(await (await fetch(`${app.url}/checkout/done`)).text()).toContain('This tab can be closed')
  expect((await fetch(`${app.url}/checkout/done/nothing-of-ours`)).status).toBe(404)
})

test('a payment that takes a minute is on its way, then there; its page looks again by itself', async () => {
  const { url } = await start('pack-100')
  await choose(url, 'later')
  const waiting = await (await fetch(url)).text()
  expect(waiting).toContain('Payment on its way')
  expect(waiting).toContain('<script>')
  expect(waiting).toContain('Look again')
  app.clock.advance({ ms: 60_000 })
  const there = await (await fetch(url)).text()
  expect(there).toContain('100 credits added')
  expect(there).not.toContain('<script>')
})

test('a plan, or pay-as-you-go, whose payment takes a minute is told as agreed to until it is there', async () => {
  const plan = await client.plans.subscribe.mutate({ planId: 'month-120', intentId: randomUUID() })
  expect(await client.plans.list.query()).toMatchObject({ current: null, starting: false })
  await fetch(plan.url, { method: 'POST', body: new URLSearchParams({ outcome: 'later' }) })
  const metered = await client.metered.enable.mutate({ cap: 40, intentId: randomUUID() })
  expect(metered.standing).toMatchObject({ state: 'starting', agreed: false })
  await fetch(metered.url ?? '', { method: 'POST', body: new URLSearchParams({ outcome: 'later' }) })
  const agreed = { current: null, starting: true, metered: { standing: { state: 'starting', cap: 40, agreed: true } } }
  expect(await client.plans.list.query()).toMatchObject(agreed)
  app.clock.advance({ ms: 60_000 })
  await Promise.all([plan.url, metered.url ?? ''].map((url) => fetch(url)))
  const there = { current: { state: 'active' }, starting: false, metered: { standing: { state: 'on', agreed: false } } }
  expect(await client.plans.list.query()).toMatchObject(there)
})

test('behind a proxy the test checkout is nobody’s, whatever address the proxy has', async () => {
  const { url } = await start('pack-100')
  const passedOn = { url: new URL(url).pathname, headers: { host: '127.0.0.1', 'x-forwarded-for': '203.0.113.9' } }
  expect((await app.app.http.inject(passedOn)).statusCode).toBe(404)
})

test('after a decline one comes to a page with the way back, which says so and can be paid', async () => {
  const { url } = await start('pack-100')
  const declined = await choose(url, 'decline')
  const done = await follow(declined)
  expect(done).toContain('The payment was declined')
  expect(done).toContain(`href="${url}"`)
  const page = await (await fetch(url)).text()
  expect(page).toContain('The last try was declined. Nothing was added.')
  expect(page).toContain('Pay €9.00 (test)')
  await follow(await choose(url, 'succeed'))
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
  const foreign = { method: 'POST', body: '<a/>', headers: { 'content-type': 'text/xml' } }
  expect((await fetch(url, foreign)).status).toBe(415)
  expect(await client.wallet.balance.query()).toMatchObject({ credits: 25 })
})

test('the page of another account’s things is nobody’s to guess, and its forms do nothing to them', async () => {
  const [own, other] = [await bankOf(client), await bankOf((await app.guest()).client)]
  expect((await fetch(`${app.url}/checkout/manage/nobody`)).status).toBe(404)
  expect((await act(own.url, { act: 'dispute', id: other.payment })).status).toBe(404)
  expect((await act(own.url, { act: 'dispute', id: own.payment }, { origin: 'https://evil.example' })).status).toBe(403)
  expect((await act(own.url, { act: 'print money', id: own.payment })).status).toBe(404)
  const rows = await app.database.db.read.testDispute.findMany()
  expect(rows).toEqual([])
})

test('at the test bank a payment is refunded in part, disputed and won back, and every page says how it stands', async () => {
  const { url, payment } = await bankOf(client)
  const page = async () => await (await fetch(url)).text()
  expect(await page()).toContain('Test mode. No money moves.')
  const key = /name="key" value="([^"]+)"/.exec(await page())?.[1] ?? ''
  const half = { act: 'refund', id: payment, key, amount: '4.50', digits: '2' }
  expect((await act(url, half)).status).toBe(303)
  // The form was sent twice.
  await act(url, half)
  expect(await page()).toContain('€4.50 refunded')
  const disputed = await act(url, { act: 'dispute', id: payment })
  expect(await page()).toContain('€4.50 disputed')
  const after = async (answer: Response) => await (await fetch(new URL(answer.headers.get('location') ?? '', url))).text()
  expect(await after(disputed)).toContain('<p class="note note-ok" role="status">Done. Toile hears of it now.</p>')
  const again = await act(url, { act: 'dispute', id: payment })
  expect(await after(again)).toContain('<p class="note" role="status">That was not possible any more.')
  await act(url, { act: 'won', id: payment })
  expect(await page()).not.toContain('disputed')
})

/** The account's page at the test bank, after it bought a pack of 100. */
async function bankOf(caller: Caller): Promise<{ url: string; payment: string }> {
  const { url } = await caller.packs.checkout.mutate({ packId: 'pack-100', intentId: randomUUID() })
  await choose(url, 'succeed')
  const { db } = app.database
  const secret = new URL(url).pathname.split('/').at(-1) ?? ''
  const { paymentId, customerId } = await db.write.testCheckout.findUniqueOrThrow({ where: { secret } })
  const customer = await db.write.testCustomer.findUniqueOrThrow({ where: { id: customerId } })
  return { url: `${app.url}/checkout/manage/${customer.secret}`, payment: paymentId ?? '' }
}

const act = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' })
