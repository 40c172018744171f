interface ErrorFacts {
  status?: number
  type?: 'invalid_request_error' | 'card_error' | 'idempotency_error' | 'api_error'
  code?: string
  param?: string
}

/** An error as Stripe answers it. */
export class StripeRefusal extends Error {
  readonly facts: ErrorFacts

  constructor(message: string, facts: ErrorFacts = {}) {
    super(message)
    this.facts = facts
  }

  get status(): number {
    return this.facts.status ?? 400
  }

  get body(): object {
    const { type = 'invalid_request_error', code, param } = this.facts
    return { error: { type, code, param, message: this.message } }
  }
}

/** @param param what named it: the address, or a parameter */
export const missing = (what: string, id: string, param = 'id') =>
  new StripeRefusal(`No such ${what}: '${id}'`, { status: param === 'id' ? 404 : 400, code: 'resource_missing', param })
