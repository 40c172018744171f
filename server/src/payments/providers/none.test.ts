import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { refusalOf } from '../../../../test/support/caller.ts'
import { request } from '../../../../test/support/requests.ts'
import { startTestApp } from '../../../../test/support/test-app.ts'
import { noPayments } from './none.ts'

test('where nothing is for sale nothing is offered, and images are made of the credits that are there', async () => {
  const app = await startTestApp({ offers: null, payments: noPayments, trialCredits: 3 })
  const { client } = await app.guest()
  expect(await client.packs.list.query()).toEqual({ packs: [], testMode: false })
  expect(await client.plans.list.query()).toMatchObject({ plans: [], current: null, metered: null })
  const bought = client.packs.checkout.mutate({ intentId: randomUUID(), packId: 'pack-100' })
  expect((await refusalOf(bought)).code).toBe('NOT_FOUND')
  expect(await refusalOf(client.generations.request.mutate(request(4)))).toEqual({
    code: 'INSUFFICIENT_CREDITS',
    details: { shortfall: 1, offers: [], draft: true },
  })
  expect(await client.generations.request.mutate(request(3))).toMatchObject({ count: 3 })
  for (const path of ['/checkout/anything', '/webhooks/stripe']) expect((await fetch(`${app.url}${path}`)).status).toBe(404)
  await app.close()
})
