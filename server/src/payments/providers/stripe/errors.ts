import Stripe from 'stripe'
import { NoSuchCustomer, ProviderError } from '../../provider.ts'

/** Waits for Stripe. What went wrong is told without keys and addresses, whatever Stripe's words repeat of what was sent. */
export async function asked<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw error instanceof Stripe.errors.StripeError ? providerError(error) : error
  }
}

function providerError(error: Stripe.errors.StripeError): ProviderError {
  const { type, code, statusCode, requestId, param } = error
  const facts = [type, code, statusCode, requestId].filter((fact) => fact !== undefined).join(', ')
  const words = error.message.replaceAll(/\b(sk|rk|whsec)_[^\s,;]+/g, '$1_…').replaceAll(/[^\s@<>"']+@[^\s@<>"']+/g, '…@…')
  // Without Stripe's own error as its cause: that carries the whole answer along.
  const told = `Stripe: ${words} (${facts})`
  if (code === 'resource_missing' && param === 'customer') return new NoSuchCustomer(told, { passing: false })
  return new ProviderError(told, { passing: isPassing(error) })
}

/** It may well go through the next time: the line, too many at once, Stripe's own trouble, or something locked. */
function isPassing(error: Stripe.errors.StripeError): boolean {
  if (error instanceof Stripe.errors.StripeConnectionError || error instanceof Stripe.errors.StripeRateLimitError) return true
  if (error.code === 'lock_timeout' || error.code === 'idempotency_key_in_use') return true
  return error.statusCode !== undefined && (error.statusCode >= 500 || error.statusCode === 429)
}

/** The answer, or null where Stripe has nothing of that id. */
export async function found<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing') return null
    throw error
  }
}
