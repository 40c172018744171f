import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { guestOf } from '../support/guest.ts'
import type { Studio } from '../support/studio.ts'
import type { Shoot } from './album.ts'

/** What the choices of the test checkout are called in its form. */
type Outcome = 'succeed' | 'decline' | 'later'

/** Goes through with an order page as somebody who chose what the test should do. */
async function choose(page: Page, outcome: Outcome): Promise<void> {
  await page.locator(`input[value="${outcome}"]`).check()
  await page.locator('button.main').click()
  await page.waitForURL(/\/checkout\/done\//)
}

/** Every page of the test checkout: orders of all kinds, what became of them, and the bank behind. */
export async function shootCheckouts({ browser }: Studio, shoot: Shoot): Promise<void> {
  const guest = await guestOf(browser)
  const { plans } = await guest.plans.list.query()
  const plan = plans.find(({ interval }) => interval === 'month')
  if (plan === undefined) throw new Error('No plan is sold')
  const page = await browser.context.newPage()
  const open = async (url: string) => {
    await page.goto(url)
    await page.getByRole('heading').first().waitFor()
  }

  await open((await guest.plans.subscribe.mutate({ intentId: randomUUID(), planId: plan.id })).url)
  await shoot(page, 'checkout-plan')
  await choose(page, 'succeed')
  await shoot(page, 'checkout-plan-paid')
  await page.locator('a[href$="/receipt"]').click()
  await page.getByRole('table').waitFor()
  await shoot(page, 'checkout-receipt')

  const { url: meteredUrl } = await guest.metered.enable.mutate({ intentId: randomUUID(), cap: 50 })
  if (meteredUrl === null) throw new Error('Pay-as-you-go was on already')
  await open(meteredUrl)
  await shoot(page, 'checkout-metered')
  await choose(page, 'succeed')
  await shoot(page, 'checkout-metered-agreed')

  const { url } = await guest.packs.checkout.mutate({ intentId: randomUUID(), packId: 'pack-100' })
  await open(url)
  await choose(page, 'decline')
  await shoot(page, 'checkout-declined')
  await open(url)
  await shoot(page, 'checkout-declined-again')
  await choose(page, 'later')
  await shoot(page, 'checkout-pending')

  await open((await guest.packs.checkout.mutate({ intentId: randomUUID(), packId: 'pack-600' })).url)
  await page.locator('button.quiet').click()
  await page.waitForURL(/\/checkout\/done\//)
  await shoot(page, 'checkout-cancelled')

  await open((await guest.payments.portal.mutate()).url)
  await shoot(page, 'checkout-bank')
  await page.close()
}
