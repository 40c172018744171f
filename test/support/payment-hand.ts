/*
 * What a person at a payment page, the operator at the provider's desk, or a bank does: the same for each provider, so that one
 * suite of promises holds for all. Each resolves when the provider has done it, and told of it.
 */
export interface PaymentHand {
  /** Pays at the address of a checkout, or of a payment that waits for a hand. */
  pay(url: string): Promise<void>
  /** Agrees at the address of a checkout; the money comes later. */
  payLate(url: string): Promise<void>
  /** The money of `payLate` arrives, or does not. */
  settle(url: string, how: 'arrives' | 'fails'): Promise<void>
  /** Tries in vain at the address of a checkout. */
  decline(url: string): Promise<void>
  /** Gives money of a payment back, all of it unless an amount is named. */
  refund(payment: string, amount?: number): Promise<void>
  /** The last refund of a payment could not be made after all. */
  failRefund(payment: string): Promise<void>
  /** The bank takes a payment's money back, until it is settled. */
  dispute(payment: string): Promise<void>
  settleDispute(payment: string, how: 'won' | 'lost'): Promise<void>
  /** Whether the customer's bank refuses, from now on. */
  refuseCharges(customer: string, refuse: boolean): Promise<void>
  /** The provider's clock goes on by so many ms, and what falls due happens. */
  advance(ms: number): Promise<void>
}
