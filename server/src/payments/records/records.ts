import type { PaymentFile, PaymentHistoryRequest, PaymentPage } from 'shared'
import type { Member } from '../../member.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/db.ts'
import { ToileError } from '../../platform/errors.ts'
import { behind, newestFirst, pageOf } from '../../platform/pages.ts'
import type { Wallet } from '../../wallet/wallet.ts'
import { readerOf } from '../pages/reader.ts'
import { paymentsCsv } from './csv.ts'
import { receiptPage } from './receipt.ts'
import { type Mode, viewPayment } from './view.ts'

/** What an account has paid, and papers for it. */
export interface PaymentRecords {
  /** Newest first, page by page. `NOT_FOUND` where the page begins behind another account's payment. */
  history(member: Member, request: PaymentHistoryRequest): Promise<PaymentPage>
  /** A page of its own that prints well. `NOT_FOUND` where the payment is another account's. */
  receipt(member: Pick<Member, 'accountId' | 'email'>, request: { id: string; language: string }): Promise<PaymentFile>
  /** All payments for a spreadsheet, oldest first. */
  export(member: Member, request: { language: string }): Promise<PaymentFile>
}

/** Payments that a file holds: a plan of many years has fewer. */
const maxExported = 5000

interface RecordsDeps {
  db: Db
  clock: Clock
  wallet: Pick<Wallet, 'settings'>
  provider: Mode
}

export function createPaymentRecords({ db, clock, wallet, provider }: RecordsDeps): PaymentRecords {
  const find = async (accountId: string, id: string) => {
    const row = await db.read.payment.findFirst({ where: { id, accountId } })
    if (row === null) throw new ToileError('NOT_FOUND')
    return row
  }
  const readerIn = async (accountId: string, language: string) => {
    const { timeZone } = await wallet.settings(accountId)
    return readerOf(language.replace('_', '-'), timeZone, clock.now())
  }
  return {
    history: async ({ accountId }, { cursor, limit }) => {
      const last = cursor === undefined ? {} : behind(await find(accountId, cursor))
      const rows = await db.read.payment.findMany({ where: { accountId, ...last }, orderBy: newestFirst, take: limit + 1 })
      const { page, nextCursor } = pageOf(rows, limit)
      return { payments: page.map((row) => viewPayment(row, provider)), nextCursor }
    },
    receipt: async ({ accountId, email }, { id, language }) => {
      const payment = viewPayment(await find(accountId, id), provider)
      const page = receiptPage(await readerIn(accountId, language), payment, email)
      const day = (payment.paidAt ?? payment.createdAt).slice(0, 10)
      return { filename: `toile-receipt-${day}-${id.slice(0, 8)}.html`, mime: 'text/html; charset=utf-8', text: page.markup }
    },
    export: async ({ accountId }, { language }) => {
      const rows = await db.read.payment.findMany({ where: { accountId }, orderBy: newestFirst, take: maxExported })
      const reader = await readerIn(accountId, language)
      const text = paymentsCsv(
        reader,
        rows.reverse().map((row) => viewPayment(row, provider)),
      )
      return { filename: `toile-payments-${clock.now().toISOString().slice(0, 10)}.csv`, mime: 'text/csv; charset=utf-8', text }
    },
  }
}
