import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { type Caller, refusalOf } from '../../../test/support/caller.ts'
import { finished, request } from '../../../test/support/requests.ts'
import { startTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { offerList } from '../payments/offers/offer-list.ts'
import type { AccessRules } from './gate.ts'

const dayMs = 86_400_000
const rules: AccessRules = { required: 'creative', domains: ['studio.test', 'school.test'] }
const refused = { code: 'NOT_ENTITLED', details: { entitlement: 'creative', domains: rules.domains, plans: [] } }
let app: TestApp
afterEach(() => app.close())

const quoted = (client: Caller) => client.pricing.quote.query({ operation: 'generate', count: 2, size: 1024 })
const ordered = () => ({ intentId: randomUUID(), packId: 'pack-100' })

async function entitle(accountId: string, more: { name?: string; source?: string; since?: Date; until?: Date } = {}) {
  const entitlement = { accountId, name: 'creative', source: 'operator', since: app.clock.now(), ...more }
  await app.database.db.write.entitlement.create({ data: entitlement })
}

/** What the sign-in by e-mail leaves behind. */
async function becomeMember(accountId: string, email: string) {
  await app.database.db.write.user.update({ where: { id: accountId }, data: { isAnonymous: false, email } })
}

test('where the operator asks for nothing everybody has access', async () => {
  app = await startTestApp()
  const { client } = await app.guest()
  expect((await client.account.me.query()).access).toEqual({ required: null, granted: true, domains: [], plans: [] })
  expect(await quoted(client)).toMatchObject({ refusal: null })
})

test('without the entitlement nothing new is made or bought, and each refusal names the ways to get it', async () => {
  app = await startTestApp({ access: rules })
  const { client } = await app.guest()
  const { access } = await client.account.me.query()
  expect(access).toEqual({ required: 'creative', granted: false, domains: rules.domains, plans: [] })
  expect((await quoted(client)).refusal).toEqual(refused)
  expect(await refusalOf(client.packs.checkout.mutate(ordered()))).toEqual(refused)
  const free = { operation: 'recolour', count: 1, size: 1024 } as const
  expect((await client.pricing.quote.query(free)).refusal).toEqual(refused)
  expect(await app.database.db.read.checkout.count()).toBe(0)
})

test('a request refused so is kept as a draft, and goes on by one call once the operator has given access', async () => {
  app = await startTestApp({ access: rules })
  const { client } = await app.guest()
  const asked = request(2)
  const refusal = await refusalOf(client.generations.request.mutate(asked))
  expect(refusal).toEqual({ ...refused, details: { ...refused.details, draft: true } })
  const drafted = await client.generations.drafts.query()
  expect(drafted).toMatchObject([{ intentId: asked.intentId, credits: 2, request: { prompt: asked.prompt } }])
  const resumption = { intentId: asked.intentId, priceVersion: 1, maxCredits: 2 }
  expect((await refusalOf(client.generations.resumeDraft.mutate(resumption))).code).toBe('NOT_ENTITLED')
  expect(await client.wallet.balance.query()).toMatchObject({ credits: 25, held: 0 })

  await entitle((await client.account.me.query()).accountId)
  const { id } = await client.generations.resumeDraft.mutate(resumption)
  expect(await finished(client, id)).toMatchObject({ charged: 2 })
  expect(await client.generations.drafts.query()).toEqual([])
})

test('who loses access keeps what was made, reads it, and gets what was taken in before', async () => {
  app = await startTestApp({ access: rules })
  const { client } = await app.guest()
  const { accountId } = await client.account.me.query()
  await entitle(accountId, { until: new Date(app.clock.now().getTime() + dayMs) })
  const asked = request(1)
  const { id } = await client.generations.request.mutate(asked)
  await finished(client, id)
  app.clock.advance({ days: 1 })
  expect((await client.account.me.query()).access.granted).toBe(false)
  expect((await client.images.list.query()).images).toHaveLength(1)
  expect(await client.generations.get.query({ id })).toMatchObject({ charged: 1 })
  // The answer of this very request may have been lost on its way.
  expect((await client.generations.request.mutate(asked)).id).toBe(id)
  expect((await refusalOf(client.generations.request.mutate(request(1)))).code).toBe('NOT_ENTITLED')
})

test('only the entitlement that is asked for counts, of this account, from its beginning', async () => {
  app = await startTestApp({ access: rules })
  const [ana, eva] = await Promise.all([app.guest(), app.guest()])
  const { accountId } = await ana.client.account.me.query()
  await entitle(accountId, { name: 'textile' })
  await entitle(accountId, { since: new Date(app.clock.now().getTime() + dayMs) })
  await entitle((await eva.client.account.me.query()).accountId)
  const granted = async () => (await ana.client.account.me.query()).access.granted
  expect(await granted()).toBe(false)
  app.clock.advance({ days: 1 })
  expect(await granted()).toBe(true)
})

test.each([
  ['Ana@School.test', true],
  ['ana@evil-school.test', false],
  ['ana@school.test.evil.example', false],
  ['school.test@evil.example', false],
  ['ana@sub.school.test', false],
])('a member is known by the whole domain of the e-mail: %s', async (email, granted) => {
  app = await startTestApp({ access: rules })
  const { client } = await app.guest()
  const { accountId } = await client.account.me.query()
  await becomeMember(accountId, email)
  expect((await client.account.me.query()).access.granted).toBe(granted)
})

test('a guest’s address counts for nothing, since nobody has proved it', async () => {
  app = await startTestApp({ access: rules })
  const { client } = await app.guest()
  const { accountId } = await client.account.me.query()
  await app.database.db.write.user.update({ where: { id: accountId }, data: { email: 'ana@school.test' } })
  expect((await client.account.me.query()).access.granted).toBe(false)
})

test('a plan that brings access may be subscribed to without it, is named as a way in, and no other can be', async () => {
  const price = { amount: 960, currency: 'EUR' }
  const plans = [
    { id: 'creative-120', credits: 120, interval: 'month', price, entitlement: 'creative' },
    { id: 'plain-120', credits: 120, interval: 'month', price },
  ]
  const metered = { creditPrice: { amount: 10, currency: 'EUR' }, usualCap: 50, maxCap: 100 }
  app = await startTestApp({ access: rules, offers: offerList.parse({ version: 1, packs: [], plans, metered }) })
  const { client } = await app.guest()
  const details = { ...refused.details, plans: ['creative-120'] }
  expect((await client.account.me.query()).access.plans).toEqual(['creative-120'])
  const subscribe = (planId: string) => client.plans.subscribe.mutate({ intentId: randomUUID(), planId })
  expect(await refusalOf(subscribe('plain-120'))).toEqual({ code: 'NOT_ENTITLED', details })
  const change = client.plans.change.mutate({ intentId: randomUUID(), planId: 'plain-120', maxCharge: 960 })
  expect(await refusalOf(change)).toEqual({ code: 'NOT_ENTITLED', details })
  const enable = client.metered.enable.mutate({ intentId: randomUUID(), cap: 50 })
  expect(await refusalOf(enable)).toEqual({ code: 'NOT_ENTITLED', details })
  const through = await subscribe('creative-120').catch((error: unknown) => refusalOf(Promise.reject(error)))
  expect(through).not.toMatchObject({ code: 'NOT_ENTITLED' })
})
