import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { guestOf } from '../support/guest.ts'
import { finished, request } from '../support/requests.ts'
import { type RunningServer, startServer } from '../support/server.ts'
import { shown } from '../support/shown.ts'
import type { Studio } from '../support/studio.ts'
import { until } from '../support/until.ts'
import { closeSmall, popupSize, type Shoot } from './album.ts'
import { beginning, type Words } from './words.ts'

async function openPopup({ browser }: Studio, search = ''): Promise<Page> {
  const popup = await browser.openOwn(`popup.html${search}`)
  await popup.setViewportSize(popupSize)
  return popup
}

/** Goes through with a checkout of the test's. */
const succeed = (url: string) => fetch(url, { method: 'POST', body: new URLSearchParams({ outcome: 'succeed' }) })

/** The same server, so many days later. */
function daysLater({ server }: Studio, days: number): Promise<RunningServer> {
  const ahead = new URL('../support/days-ahead.ts', import.meta.url).href
  const env = { NODE_OPTIONS: `--import=${ahead}`, TEST_DAYS_AHEAD: String(days) }
  return startServer({ dataFolder: server.dataFolder, port: Number(new URL(server.url).port), env })
}

/** Presses a button of the test bank once for each place where there is one. */
async function atAll(bank: Page, form: string, prepare: (form: ReturnType<Page['locator']>) => Promise<unknown>): Promise<void> {
  const forms = bank.locator(form)
  for (let left = await forms.count(); left > 0; left--) {
    await prepare(forms.nth(left - 1))
    await forms
      .nth(left - 1)
      .locator('button')
      .click()
    await bank.getByRole('status').waitFor()
  }
}

/** A plan and pay-as-you-go whose charges fail: past due, then stopped and unpaid; and part of a payment sent back. */
export async function shootUnpaid(studio: Studio, words: Words, shoot: Shoot): Promise<void> {
  const { browser, server } = studio
  const first = await openPopup(studio)
  const guest = await guestOf(browser)
  await succeed((await guest.plans.subscribe.mutate({ intentId: randomUUID(), planId: 'month-30' })).url)
  const { url } = await guest.metered.enable.mutate({ intentId: randomUUID(), cap: 20 })
  if (url !== null) await succeed(url)
  await shown(first, words('metered_used', { used: 0, cap: 20 }))
    .first()
    .waitFor()
  await closeSmall(first)
  for (const count of [8, 8, 8, 8, 4]) await finished(guest, (await guest.generations.request.mutate(request(count))).id)
  const bank = await browser.open((await guest.payments.portal.mutate()).url)
  await atAll(bank, 'form:has(select[name=renewals])', (form) => form.locator('select').selectOption('fail'))
  await server.stop()

  // Within the hour after the month's end, so that what was used is on its bill.
  const atTheEnd = await daysLater(studio, 30.01)
  const billed = () => guest.payments.history.query()
  await until('what was used to be told', billed, ({ payments }) => payments.some(({ kind }) => kind === 'metered'))
  await atTheEnd.stop()
  const due = await daysLater(studio, 32)
  try {
    await shootDues(studio, words, shoot, 'past-due')
  } finally {
    await due.stop()
  }
  const graceIsOver = await daysLater(studio, 41)
  try {
    await shootDues(studio, words, shoot, 'unpaid')
    await bank.reload()
    await shoot(bank, 'checkout-bank-unpaid')
    const plan = bank.locator('article:has(input[name=amount])').last()
    await plan.locator('input[name=amount]').fill('1.00')
    await plan.locator('form:has(input[value=refund]) button').click()
    await bank.getByRole('status').waitFor()
    const home = await openPopup(studio)
    await home.getByRole('button', { name: words('alert_seen') }).waitFor()
    await shoot(home, 'popup-refunded')
    await closeSmall(home)
  } finally {
    await graceIsOver.stop()
  }
}

/** The popup, and where one pays for a plan and for what was used. */
async function shootDues(studio: Studio, words: Words, shoot: Shoot, state: 'past-due' | 'unpaid'): Promise<void> {
  const isDue = words(state === 'unpaid' ? 'due_plan_unpaid' : 'due_plan')
  const home = await openPopup(studio)
  await shown(home, isDue).first().waitFor()
  await shown(home, words('due_metered')).first().waitFor()
  await shoot(home, `popup-${state}`)
  await closeSmall(home)
  const plans = await openPopup(studio, '?view=buy&tab=plans')
  await plans.getByRole('button', { name: words('plan_pay_renewal') }).waitFor()
  await shoot(plans, `shop-plan-${state}`)
  await plans.getByRole('button', { name: words(state === 'unpaid' ? 'plan_cancel_yes' : 'plan_cancel') }).click()
  await plans.getByRole('button', { name: words('plan_cancel_no') }).waitFor()
  await shoot(plans, `shop-end-plan-${state}`)
  await closeSmall(plans)
  if (state === 'unpaid') return
  const metered = await openPopup(studio, '?view=buy&tab=metered')
  await metered.getByRole('button', { name: beginning(words('metered_pay')) }).waitFor()
  await shoot(metered, 'shop-metered-stopped')
  await closeSmall(metered)
}
