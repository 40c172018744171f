import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Caller } from '../../../../test/support/caller.ts'
import { startTestApp, type TestApp } from '../../../../test/support/test-app.ts'

let app: TestApp
let client: Caller
beforeEach(async () => {
  app = await startTestApp()
  client = (await app.guest()).client
})
afterEach(() => app.close())

const choose = (url: string, outcome: string, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', body: new URLSearchParams({ outcome }), headers, redirect: 'manual' })
const start = (packId: string) => client.packs.checkout.mutate({ packId, intentId: randomUUID() })

test('what is paid there is usable soon after, and once', async () => {
  const { url } = await start('pack-300')
  expect((await choose(url, 'succeed')).status).toBe(303)
  await choose(url, 'succeed')
  await choose(url, 'cancel')
  await app.app.inbox.runDue()
  expect(await client.wallet.balance.query()).toMatchObject({ credits: 325 })
  expect(await (await fetch(url)).text()).toContain('300 credits added')
})

test('who cancels is told that nothing was bought', async () => {
  const { url } = await start('pack-100')
  await choose(url, 'cancel')
  expect(await (await fetch(url)).text()).toContain('Nothing was bought')
})

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
  await app.app.inbox.runDue()
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
