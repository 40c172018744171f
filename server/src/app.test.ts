import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/support/test-app.ts'
import { databases, type TestDatabase } from '../../test/support/test-database.ts'
import { unpackedExtensionOrigin as extensionOrigin } from './config.ts'

let app: TestApp<TestDatabase>

describe.each(databases)('on %s', (database) => {
  beforeEach(async () => {
    app = await startTestApp({ database })
  })
  afterEach(() => app.close())

  test('a batch of ten calls is answered, one of eleven is not', async () => {
    const { token } = await app.guest()
    const call = (count: number) => {
      const path = Array(count).fill('generations.drafts').join(',')
      return fetch(`${app.url}/trpc/${path}?batch=1&input=%7B%7D`, { headers: { authorization: `Bearer ${token}` } })
    }
    expect([(await call(10)).status, (await call(11)).status]).toEqual([200, 400])
  })

  test('what goes wrong outside the procedures is one of our codes, and tells nothing else', async () => {
    const answers = await Promise.all([
      fetch(`${app.url}/nothing/here`),
      fetch(`${app.url}/api/auth/sign-in/anonymous`, {
        method: 'POST',
        headers: { origin: extensionOrigin, 'content-type': 'application/json' },
        body: '{"broken',
      }),
      fetch(`${app.url}/api/auth/sign-in/anonymous`, {
        method: 'POST',
        headers: { origin: extensionOrigin, 'content-type': 'application/json' },
        body: JSON.stringify('x'.repeat(300 * 1024)),
      }),
    ])
    expect(await Promise.all(answers.map(async (answer) => [answer.status, await answer.json()]))).toEqual([
      [404, { code: 'NOT_FOUND', details: {} }],
      [400, { code: 'BAD_REQUEST', details: {} }],
      [413, { code: 'IMAGE_TOO_LARGE', details: {} }],
    ])
  })

  test('it lives, and is ready when its database answers', async () => {
    expect(await (await fetch(`${app.url}/livez`)).json()).toEqual({ toile: 'live' })
    expect(await (await fetch(`${app.url}/readyz`)).json()).toEqual({ toile: 'ready' })
  })
})
