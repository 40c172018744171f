import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { TestClock } from '../../../../test/support/test-clock.ts'
import { databases, openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.ts'
import { ConfigError } from '../../platform/settings.ts'
import { keepOffers, OffersError } from './kept-offers.ts'
import { defaultOffers, type OfferList } from './offer-list.ts'
import { createOffers } from './offers.ts'
import { readOffers } from './read-offers.ts'

/** The next version: plans cost a euro more, and the smallest is not sold any more. */
const dearer: OfferList = {
  ...defaultOffers,
  version: 2,
  plans: defaultOffers.plans.slice(1).map((plan) => ({ ...plan, price: { ...plan.price, amount: plan.price.amount + 100 } })),
}

test('a shortfall is covered by the smallest packs that do, or by the largest where none does', () => {
  const { covering } = createOffers(defaultOffers)
  expect(covering(1)).toEqual(['pack-100', 'pack-300', 'pack-600'])
  expect(covering(101)).toEqual(['pack-300', 'pack-600'])
  expect(covering(5000)).toEqual(['pack-600'])
})

test('a plan that was sold keeps its terms in later lists; what was never sold is NOT_FOUND', () => {
  const offers = createOffers(dearer, [defaultOffers])
  expect(offers.plan('month-120').price.amount).toBe(1060)
  expect(offers.plan('month-120', 1).price.amount).toBe(960)
  expect(offers.plan('month-30', 1).credits).toBe(30)
  for (const unknown of [() => offers.plan('month-30'), () => offers.plan('month-120', 3), () => offers.pack('month-120')])
    expect(unknown).toThrow('NOT_FOUND')
})

describe.each(databases)('on %s', (database) => {
  let base: TestDatabase
  const clock = new TestClock()
  const keep = (list: OfferList) => keepOffers({ db: base.db, clock }, list)
  beforeEach(async () => {
    base = await openTestDatabase(database)
  })
  afterEach(() => base.close())

  test('every version is kept, whichever is sold by, however many servers start with it', async () => {
    await Promise.all([keep(defaultOffers), keep(defaultOffers), keep(defaultOffers)])
    expect(await keep(dearer)).toEqual([defaultOffers, dearer])
    expect(await keep(defaultOffers)).toHaveLength(2)
  })

  test('a version that stands for other offers already is refused, and the message says what to do', async () => {
    await keep(defaultOffers)
    const changed = keep({ ...dearer, version: 1 })
    await expect(changed).rejects.toThrow(OffersError)
    await expect(changed).rejects.toThrow(/Version 1 .* "version": 2/)
  })

  test('a list that an older Toile kept, without the terms of today, is the same list', async () => {
    const plans = defaultOffers.plans.map(({ rollover: _r, graceDays: _g, entitlement: _e, ...plan }) => plan)
    const content = JSON.stringify({ ...defaultOffers, plans })
    await base.db.write.offerList.create({ data: { version: 1, content, since: clock.now() } })
    expect(await keep(defaultOffers)).toEqual([defaultOffers])
  })
})

describe('a file of offers', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'toile-offers-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const read = (content: unknown) => {
    const file = join(folder, 'offers.json')
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
    return readOffers(file)
  }
  const pack = { id: 'start', credits: 40, price: { amount: 500, currency: 'BRL' }, validMonths: 6 }

  test('of the documentation is one that can be used', () => {
    const example = readOffers(join(import.meta.dirname, '../../../docs/offers.json'))
    expect(createOffers(example).plan('year-100').rollover).toEqual({ max: 50, cycles: 1 })
  })

  test('needs no more than packs', () => {
    expect(read({ version: 2, packs: [pack] })).toEqual({ version: 2, packs: [pack], plans: [], metered: null })
  })

  test.each([
    ['a pack that costs nothing', { version: 2, packs: [{ ...pack, price: { amount: 0, currency: 'EUR' } }] }, /packs: .*promo/],
    ['an id twice', { version: 2, packs: [pack, pack] }, /packs: the same id/],
    ['an unknown term', { version: 2, packs: [{ ...pack, colour: 'red' }] }, /packs\.0: .*colour/],
    [
      'a currency in words',
      { version: 2, packs: [{ ...pack, price: { amount: 1, currency: 'Euro' } }] },
      /packs\.0\.price\.currency/,
    ],
    ['no version', { packs: [pack] }, /version/],
    ['no JSON', '{', /not valid JSON/],
  ])('with %s is refused, and the message names the place', (_what, content, told) => {
    expect(() => read(content)).toThrow(ConfigError)
    expect(() => read(content)).toThrow(told)
  })
})
