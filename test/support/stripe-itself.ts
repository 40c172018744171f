import { chromium, type Page } from 'playwright-core'
import type { ProviderWiring } from 'server/payments/provider'
import { createClient } from 'server/payments/providers/stripe/client'
import { stripeUrl } from 'server/payments/providers/stripe/settings'
import { createStripe } from 'server/payments/providers/stripe/stripe'
import { ensureChromium } from './chromium.ts'
import type { PaymentHand } from './payment-hand.ts'
import { shown } from './shown.ts'
import { CannotBeDone, type TriedProvider } from './tried-provider.ts'

type Stripe = ReturnType<typeof createClient>

const startsAt = Date.parse('2026-11-22T09:00:00.000Z')
const goodCard = '4242424242424242'
const declinedCard = '4000000000000002'

/** The test key to try Stripe itself with, or null. `pnpm test:stripe` names it. */
export const stripeTestKey = process.env.TEST_STRIPE_KEY ?? null

/**
 * Stripe itself, by a test key: its test clock for time, its API for the operator and the bank, a real browser for its checkout.
 * What takes the hands of Stripe's dashboard is left out.
 */
export async function tryStripeItself(wiring: Pick<ProviderWiring, 'clock' | 'log'>): Promise<TriedProvider> {
  const settings = { secretKey: stripeTestKey ?? '', webhookSecrets: [], url: stripeUrl }
  const stripe = createClient(settings)
  const since = Math.floor(Date.now() / 1000)
  const { id: clock } = await stripe.testHelpers.testClocks.create({ frozen_time: startsAt / 1000, name: 'Toile' })
  const customers = new Map<string, string>()
  let now = startsAt
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] })
  const provider = createStripe(settings)({ ...wiring, deliver: async () => {} })
  return {
    provider: {
      ...provider,
      // Only who is made on a test clock lives by it.
      customer: async ({ accountId, email }) => {
        const known = customers.get(accountId)
        if (known !== undefined) return known
        const address = email === null ? {} : { email }
        const { id } = await stripe.customers.create({ ...address, test_clock: clock, metadata: { toile_account: accountId } })
        customers.set(accountId, id)
        return id
      },
    },
    hand: createHand(stripe, () => browser.newPage(), {
      advance: async (ms) => {
        now += ms
        await stripe.testHelpers.testClocks.advance(clock, { frozen_time: Math.floor(now / 1000) })
        while ((await stripe.testHelpers.testClocks.retrieve(clock)).status !== 'ready') await pause()
      },
    }),
    told: async () => {
      const events = await stripe.events.list({ created: { gte: since }, limit: 100 }).autoPagingToArray({ limit: 1000 })
      return events.map(({ id, type, data }) => ({ id, type, subject: 'id' in data.object ? String(data.object.id) : '' }))
    },
    now: () => new Date(now),
    close: async () => {
      await browser.close()
      await stripe.testHelpers.testClocks.del(clock)
    },
  }
}

function createHand(stripe: Stripe, newPage: () => Promise<Page>, time: Pick<PaymentHand, 'advance'>): PaymentHand {
  const giveCard = async (customer: string, card: string) => {
    const { id } = await stripe.paymentMethods.attach(card, { customer })
    await stripe.customers.update(customer, { invoice_settings: { default_payment_method: id } })
    for await (const subscription of stripe.subscriptions.list({ customer })) {
      await stripe.subscriptions.update(subscription.id, { default_payment_method: id })
    }
  }
  const dashboard = (what: string) => async () => {
    throw new CannotBeDone(`${what} takes Stripe's dashboard`)
  }
  return {
    ...time,
    pay: async (url) => {
      if (!url.includes('checkout')) return payInvoice(stripe, url)
      const page = await newPage()
      await fillCheckout(page, url, goodCard)
      await page.waitForURL(/\/back/, { waitUntil: 'commit' })
      await page.close()
    },
    decline: async (url) => {
      const page = await newPage()
      await fillCheckout(page, url, declinedCard)
      await shown(page, /declined/i).waitFor()
      await page.close()
    },
    refund: async (payment, amount) => {
      const intent = await intentOf(stripe, payment)
      await stripe.refunds.create(amount === undefined ? { payment_intent: intent } : { payment_intent: intent, amount })
    },
    refuseCharges: (customer, refuse) => giveCard(customer, refuse ? 'pm_card_chargeCustomerFail' : 'pm_card_visa'),
    payLate: dashboard('Money that comes late'),
    settle: dashboard('Money that comes late'),
    failRefund: dashboard('A refund that fails'),
    dispute: dashboard('A dispute'),
    settleDispute: dashboard('A dispute'),
  }
}

/** Stripe's own page, as it was when this was written. */
async function fillCheckout(page: Page, url: string, card: string): Promise<void> {
  await page.goto(url)
  await page.locator('#cardNumber').fill(card)
  await page.locator('#cardExpiry').fill('12 / 34')
  await page.locator('#cardCvc').fill('123')
  const name = page.locator('#billingName')
  if (await name.isVisible()) await name.fill('Ana')
  await page.getByTestId('hosted-payment-submit-button').click()
}

async function payInvoice(stripe: Stripe, url: string): Promise<void> {
  for await (const invoice of stripe.invoices.list({ status: 'open', limit: 100 })) {
    if (invoice.hosted_invoice_url !== url || invoice.customer === null) continue
    const customer = typeof invoice.customer === 'string' ? invoice.customer : invoice.customer.id
    const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer })
    await stripe.invoices.pay(invoice.id, { payment_method: id })
    return
  }
  throw new Error('No open invoice has that address')
}

async function intentOf(stripe: Stripe, payment: string): Promise<string> {
  if (payment.startsWith('pi_')) return payment
  const { data } = await stripe.invoicePayments.list({ invoice: payment, status: 'paid' })
  const intent = data[0]?.payment.payment_intent
  if (intent === undefined) throw new Error(`Nothing was paid for ${payment}`)
  return typeof intent === 'string' ? intent : intent.id
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 2000))
