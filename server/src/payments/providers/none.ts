import { type PaymentProvider, ProviderError } from '../provider.ts'

/** Where nothing is for sale: nobody is asked to pay, and what was bought before stays. */
export function noPayments(): PaymentProvider {
  return {
    name: 'none',
    testMode: false,
    register: async () => {},
    customer: refused,
    forgetCustomer: refused,
    openCheckout: refused,
    closeCheckout: refused,
    portal: refused,
    follow: async () => null,
    readCheckout: refused,
    readPayment: refused,
    readSubscription: refused,
    changePlan: refused,
    charge: refused,
    findCharge: refused,
    dropCharge: refused,
    endWithPeriod: refused,
    endNow: refused,
    reportUse: refused,
    readUse: refused,
    refund: refused,
  }
}

async function refused(): Promise<never> {
  throw new ProviderError('this server takes no payments: TOILE_PAYMENTS is none', { passing: false })
}
