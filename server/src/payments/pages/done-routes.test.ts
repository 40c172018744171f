import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Buying, startBuying } from '../../../../test/support/buying.ts'
import { databases } from '../../../../test/support/test-database.ts'

const day = 86_400_000

let buying: Buying
afterEach(() => buying.app.close())

const page = (path: string) => fetch(`${buying.app.url}/checkout/done/${path}`)

describe.each(databases)('the page one comes back to, on %s', (database) => {
  beforeEach(async () => {
    buying = await startBuying(database)
  })

  test('is there for all who look at once', async () => {
    const id = await buying.open()
    buying.hand.payLater()
    const answers = await Promise.all(Array.from({ length: 24 }, () => page(id)))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 24 }, () => 200))
  })

  test('tells of balance, work and receipt for a day; later its address is in too many histories', async () => {
    const id = await buying.open()
    buying.hand.pay()
    await buying.applied()
    buying.app.clock.advance({ ms: day - 1000 })
    expect(await (await page(id)).text()).toContain('Your balance is 125')
    expect((await page(`${id}/receipt`)).status).toBe(200)
    buying.app.clock.advance({ ms: 1000 })
    const later = await page(id)
    expect(later.status).toBe(200)
    expect(/<main.*/s.exec(await later.text())?.[0]).not.toMatch(/125|receipt|Pack/)
    expect((await page(`${id}/receipt`)).status).toBe(404)
  })

  test('one that was never paid tells nothing after a day, either; money that takes longer is still on its way', async () => {
    const [, late] = [await buying.open(), await buying.open('pack-300')]
    buying.hand.payLater()
    await buying.applied()
    buying.app.clock.advance({ ms: 3 * day })
    expect(await (await page(late)).text()).toContain('on its way')
  })

  test.each(['%00%00%00%00%00%00%00%00', 'not-a-checkout', 'a'.repeat(65)])('%s is nobody’s', async (id) => {
    expect((await page(id)).status).toBe(404)
    expect((await page(`${id}/receipt`)).status).toBe(404)
    expect((await fetch(`${buying.app.url}/checkout/${id}`)).status).toBe(404)
  })
})
