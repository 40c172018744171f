import type { SessionOrder } from './checkouts.ts'
import { missing } from './errors.ts'
import type {
  Charge,
  Configuration,
  Customer,
  Dispute,
  Invoice,
  InvoicePayment,
  Meter,
  MeterEvent,
  PaymentIntent,
  Price,
  Refund,
  Row,
  Session,
  Subscription,
} from './rows.ts'

/** Everything that this Stripe knows, oldest first. */
export class Books {
  readonly customers = new Map<string, Customer>()
  readonly prices = new Map<string, Price>()
  readonly meters = new Map<string, Meter>()
  readonly meterEvents: MeterEvent[] = []
  readonly sessions = new Map<string, Session>()
  readonly intents = new Map<string, PaymentIntent>()
  readonly charges = new Map<string, Charge>()
  readonly refunds = new Map<string, Refund>()
  readonly disputes = new Map<string, Dispute>()
  readonly subscriptions = new Map<string, Subscription>()
  readonly invoices = new Map<string, Invoice>()
  readonly invoicePayments = new Map<string, InvoicePayment>()
  readonly configurations = new Map<string, Configuration>()
  /** What a session was ordered with, beside what it shows. */
  readonly orders = new Map<string, SessionOrder>()
  /** Customers whose bank says no. */
  readonly broke = new Set<string>()
  /** What customers owe from invoices that were too small to be charged, in the currency's smallest unit. */
  readonly owed = new Map<string, number>()
  /** What becomes of a subscription whose renewal was tried in vain: a setting of the account. */
  afterRetries: 'canceled' | 'unpaid' = 'canceled'
  /** Seconds. */
  now: number
  /** Told of everything that happened. */
  tell: (type: string, thing: Row) => void = () => {}
  private count = 0

  constructor(now: number) {
    this.now = now
  }

  /** What every new thing has. */
  born<Name extends string>(prefix: string, object: Name) {
    this.count += 1
    return { id: `${prefix}_${String(this.count).padStart(10, '0')}`, object, created: this.now, livemode: false as const }
  }

  /** Throws as Stripe does where there is none. */
  get<T>(shelf: Map<string, T>, what: string, id: string, param?: string): T {
    const found = shelf.get(id)
    if (found === undefined) throw missing(what, id, param)
    return found
  }

  /** Whatever has that id. */
  any(id: string): Row | undefined {
    const shelves: Map<string, Row>[] = [
      this.customers,
      this.prices,
      this.sessions,
      this.intents,
      this.charges,
      this.refunds,
      this.disputes,
      this.subscriptions,
      this.invoices,
      this.invoicePayments,
    ]
    return shelves.map((shelf) => shelf.get(id)).find((row) => row !== undefined)
  }

  paymentsOf(invoice: string): InvoicePayment[] {
    return [...this.invoicePayments.values()].filter((payment) => payment.invoice === invoice)
  }
}
