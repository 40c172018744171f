import type { Draft, GenerationRequest } from 'shared'
import type { Order } from '../src/overlay/flow'
import { type Offer, yesTo } from '../src/overlay/offer'
import { sampleBalance } from './wallet'

/** A price as the server quotes it, and what of the designer's own limits it passes; for tests. */
export function sampleQuote(change: Partial<Offer> = {}): Offer {
  const { refusal = null } = change
  return {
    credits: 4,
    creditsEach: 1,
    priceVersion: 3,
    balance: sampleBalance({ credits: 9, afterLastGrant: 25 }),
    balanceAfter: 5,
    shortfall: 0,
    refusal: null,
    from: [],
    passes: refusal !== null && yesTo(refusal.code) !== null ? [refusal] : [],
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
    projectId: null,
    useReserve: false,
    overBudget: false,
    ...change,
  }
  return { request, retrying, from: [] }
}

/** The order as the server keeps it where it could not be paid; for tests. */
export function sampleDraft(): Draft {
  const { request } = sampleOrder()
  return { intentId: request.intentId, request, source: null, credits: 4, createdAt: '2026-11-22T10:00:00Z' }
}
