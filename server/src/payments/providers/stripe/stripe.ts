import type { PaymentProvider, ProviderWiring } from '../../provider.ts'
import { charge, dropCharge, findCharge } from './charges.ts'
import { closeCheckout, openCheckout, readCheckout } from './checkouts.ts'
import { createClient } from './client.ts'
import { forgetCustomer, makeCustomer } from './customers.ts'
import { asked } from './errors.ts'
import { follow } from './follow.ts'
import { readPayment } from './payments.ts'
import { changePlan, endNow, setEndWithPeriod } from './plan-changes.ts'
import { openPortal } from './portal.ts'
import { createPrices } from './prices.ts'
import { refund } from './refunds.ts'
import { isTestKey, type StripeSettings } from './settings.ts'
import { readSubscription } from './subscriptions.ts'
import { readUse, reportUse } from './use.ts'
import { registerWebhook } from './webhook.ts'

/** Payments by Stripe: its checkout, subscriptions, meter and pages. What is needed there is made when it is first needed. */
export const createStripe =
  (settings: StripeSettings) =>
  ({ clock, log, deliver }: Pick<ProviderWiring, 'clock' | 'log' | 'deliver'>): PaymentProvider => {
    const stripe = createClient(settings)
    const prices = createPrices(stripe)
    const testMode = isTestKey(settings)
    const expected = { secrets: settings.webhookSecrets, live: !testMode }
    return {
      name: 'stripe',
      testMode,
      register: (http) => registerWebhook(http, { stripe, expected, clock, log, deliver }),
      customer: (account) => asked(makeCustomer(stripe, account)),
      forgetCustomer: (customer) => asked(forgetCustomer(stripe, customer)),
      openCheckout: (order) => asked(openCheckout(stripe, prices, order)),
      closeCheckout: (reference) => asked(closeCheckout(stripe, reference)),
      portal: (customer, returnUrl) => asked(openPortal(stripe, customer, returnUrl)),
      follow: (subject) => asked(follow(stripe, subject)),
      readCheckout: (reference) => asked(readCheckout(stripe, reference)),
      readPayment: (reference) => asked(readPayment(stripe, reference)),
      readSubscription: (reference) => asked(readSubscription(stripe, prices, reference)),
      changePlan: (subscription, plan) => asked(changePlan(stripe, prices, subscription, plan)),
      charge: (subscription, order) => asked(charge(stripe, subscription, order)),
      findCharge: (subscription, key) => asked(findCharge(stripe, subscription, key)),
      dropCharge: (reference) => asked(dropCharge(stripe, reference)),
      endWithPeriod: (subscription, ends) => asked(setEndWithPeriod(stripe, subscription, ends)),
      endNow: (subscription) => asked(endNow(stripe, subscription)),
      reportUse: (use) => asked(reportUse(stripe, use)),
      readUse: (customer, span) => asked(readUse(stripe, customer, span)),
      refund: (payment, order) => asked(refund(stripe, payment, order)),
    }
  }
