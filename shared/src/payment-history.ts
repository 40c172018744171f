import * as z from 'zod'
import { credits, id, moment } from './credits.ts'
import { money, paymentKind } from './payments.ts'

/**
 * Where a payment stands.
 * - `pending`: on its way. `paid`. `failed`: a charge that did not go through; a renewal's is tried again for some days.
 * - `refunded`, `partly_refunded`: money went back to the designer.
 * - `disputed`: the bank took it back until it has decided; then it is `paid` again, or `charged_back`: the designer has it back for good.
 */
export const paymentState = z.enum(['pending', 'paid', 'failed', 'refunded', 'partly_refunded', 'disputed', 'charged_back'])
export type PaymentState = z.infer<typeof paymentState>

/** One payment, as the designer sees it. */
export const payment = z.object({
  id,
  kind: paymentKind.catch('pack'),
  state: paymentState.catch('pending'),
  /** The pack or plan it was for. */
  offerId: z.string(),
  /** Credits it bought or, of pay-as-you-go, billed. */
  credits,
  price: money,
  /** Money that went back, by refunds and disputes. */
  undone: money,
  createdAt: moment,
  paidAt: moment.nullable(),
  /** The cycle it paid for; null for packs. */
  period: z.object({ start: moment, end: moment }).nullable(),
  /** The payment service's own page for it. */
  receiptUrl: z.url().nullable(),
  /** No money moved. */
  testMode: z.boolean(),
})
export type Payment = z.infer<typeof payment>

/** A page, newest first. `cursor` is the id of the last payment of the page before. */
export const paymentHistoryRequest = z
  .strictObject({ cursor: id.optional(), limit: z.int().min(1).max(100).default(30) })
  .prefault({})
export type PaymentHistoryRequest = z.infer<typeof paymentHistoryRequest>
export const paymentPage = z.object({ payments: z.array(payment), nextCursor: z.string().nullable() })
export type PaymentPage = z.infer<typeof paymentPage>

/** A text to keep: a receipt as a page that prints well, in the reader's language, or all payments as CSV. */
export const paymentFile = z.object({ filename: z.string(), mime: z.string(), text: z.string() })
export type PaymentFile = z.infer<typeof paymentFile>
export const paymentReceiptRequest = z.strictObject({ id, language: z.string().max(35).default('en') })
export type PaymentReceiptRequest = z.infer<typeof paymentReceiptRequest>
export const paymentExportRequest = z.strictObject({ language: z.string().max(35).default('en') }).prefault({})

/** The payment service's own page, where cards are changed and invoices lie. */
export const paymentPortal = z.object({ url: z.url() })
