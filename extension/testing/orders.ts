import type { GenerationRequest, Quote } from 'shared'
import type { Order } from '../src/overlay/flow'

/** A price as the server quotes it; for tests. */
export function sampleQuote(change: Partial<Quote> = {}): Quote {
  return {
    credits: 4,
    creditsEach: 1,
    priceVersion: 3,
    balance: { credits: 9, held: 0, afterLastGrant: 25, next: null, asOf: '2026-11-22T10:00:00Z' },
    balanceAfter: 5,
    shortfall: 0,
    from: [],
    ...change,
  }
}

/** An order of four striped prints; for tests. */
export function sampleOrder(change: Partial<GenerationRequest> = {}, retrying: string | null = null): Order {
  const request: GenerationRequest = {
    intentId: 'intent-0001',
    operation: 'generate',
    prompt: 'navy stripes',
    sourceImageId: null,
    count: 4,
    size: 1024,
    engine: 'auto',
    priceVersion: 1,
    maxCredits: 4,
    ...change,
  }
  return { request, retrying, from: [] }
}
