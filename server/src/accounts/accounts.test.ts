import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { callerWith, refusalOf } from '../../../test/support/caller.ts'
import { startTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { databases, type TestDatabase } from '../../../test/support/test-database.ts'
import { unpackedExtensionOrigin } from '../config.ts'
import type { DbProvider } from '../platform/db.ts'

let app: TestApp<TestDatabase>

function startBeforeEach(database: DbProvider): void {
  beforeEach(async () => {
    app = await startTestApp({ database })
  })
  afterEach(() => app.close())
}

const signIn = (headers: Record<string, string>) =>
  fetch(`${app.url}/api/auth/sign-in/anonymous`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: '{}',
  })

describe.each(databases)('on %s', (database) => {
  startBeforeEach(database)

  test('a guest has 25 trial credits for 14 days from the first call on', async () => {
    const { client } = await app.guest()
    expect(await client.account.me.query()).toMatchObject({ guest: true, email: null })
    const [lot] = await client.wallet.lots.query()
    expect(lot).toMatchObject({ kind: 'trial', granted: 25, available: 25, expiresAt: '2026-12-06T09:00:00.000Z' })
  })

  test('ten first calls at once grant one trial', async () => {
    const { client } = await app.guest()
    await Promise.all(Array.from({ length: 10 }, () => client.wallet.balance.query()))
    expect(await client.wallet.balance.query()).toMatchObject({ credits: 25 })
    expect(await app.database.db.read.lot.count()).toBe(1)
  })

  test('where there is no trial, ten first calls at once open one account', async () => {
    await app.close()
    app = await startTestApp({ database, trialCredits: 0 })
    const { client } = await app.guest()
    const calls = await Promise.all(Array.from({ length: 10 }, () => client.account.me.query()))
    expect(new Set(calls.map((me) => me.accountId)).size).toBe(1)
    expect(await app.database.db.read.account.count()).toBe(1)
  })

  test('without a session, with a made-up token and with an unsigned one every procedure is UNAUTHORIZED', async () => {
    const { token } = await app.guest()
    const unsigned = token.split('.')[0] ?? ''
    for (const bad of ['', 'made-up', unsigned, `${unsigned}.AAAA`]) {
      expect((await refusalOf(callerWith(app.url, bad).wallet.balance.query())).code).toBe('UNAUTHORIZED')
    }
  })
})

describe('the wall around it', () => {
  startBeforeEach('sqlite')

  test('a web page, another extension and a caller without a name cannot sign in', async () => {
    const callers: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'chrome-extension://aaaabbbbccccddddeeeeffffgggghhhh' },
      {},
    ]
    expect(await Promise.all(callers.map(async (headers) => (await signIn(headers)).status))).toEqual([403, 403, 403])
    expect((await signIn({ origin: unpackedExtensionOrigin })).status).toBe(200)
  })

  test('a web page cannot call a procedure, even with a good token', async () => {
    const { token } = await app.guest()
    const call = (headers: Record<string, string>, path = 'trpc') =>
      fetch(`${app.url}/${path}/wallet.balance`, { headers: { authorization: `Bearer ${token}`, ...headers } })
    expect((await call({ origin: 'https://evil.example' })).status).toBe(403)
    expect((await call({ origin: 'https://evil.example' }, '%74rpc')).status).toBe(403)
    const plain = await fetch(`${app.url}/trpc/wallet.balance`, { headers: { 'sec-fetch-site': 'cross-site' } })
    expect(plain.status).toBe(403)
  })

  test('an extension in Firefox, whose permitted GETs name nobody, is known by its token', async () => {
    const { token } = await app.guest()
    const call = (method: string, authorization = `Bearer ${token}`) =>
      fetch(`${app.url}/trpc/wallet.balance`, { method, headers: { authorization, 'sec-fetch-site': 'cross-site' } })
    expect((await call('GET')).status).toBe(200)
    expect((await call('POST')).status).toBe(403)
    // What a page's link can carry.
    expect((await call('GET', `Basic ${btoa(`x:${token}`)}`)).status).toBe(403)
  })

  test('no answer sets a cookie, and a cookie opens nothing', async () => {
    const answer = await signIn({ origin: unpackedExtensionOrigin })
    expect(answer.headers.get('set-cookie')).toBeNull()
    const { token } = await app.guest()
    const byCookie = await fetch(`${app.url}/trpc/wallet.balance`, { headers: { cookie: `better-auth.session_token=${token}` } })
    expect(byCookie.status).toBe(401)
  })
})
