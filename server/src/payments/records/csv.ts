import { stringify } from 'csv-stringify/sync'
import type { Money, Payment } from 'shared'
import { fieldAmount, type Reader } from '../pages/reader.ts'
import { recordWords } from './words.ts'

/** Payments for a spreadsheet, with heads in the reader's language; numbers and moments as machines write them. */
export function paymentsCsv(reader: Reader, payments: readonly Payment[]): string {
  const words = recordWords[reader.language]
  const decimal = (money: Money) => fieldAmount(money).value
  const columns: [string, (payment: Payment) => string | number][] = [
    [words.head.date, ({ createdAt }) => createdAt],
    [words.head.paid, ({ paidAt }) => paidAt ?? ''],
    [words.head.what, (payment) => words.what[payment.kind]],
    [words.head.offer, ({ offerId }) => offerId],
    [words.head.credits, ({ credits }) => credits],
    [words.head.amount, ({ price }) => decimal(price)],
    [words.head.returned, ({ undone }) => decimal(undone)],
    [words.head.currency, ({ price }) => price.currency],
    [words.head.state, ({ state }) => words.state[state]],
    [words.head.from, ({ period }) => period?.start ?? ''],
    [words.head.to, ({ period }) => period?.end ?? ''],
    [words.head.test, ({ testMode }) => (testMode ? words.yes : words.no)],
    [words.head.id, ({ id }) => id],
  ]
  const lines = payments.map((payment) => columns.map(([, value]) => value(payment)))
  return stringify([columns.map(([head]) => head), ...lines], { bom: true, record_delimiter: 'windows', escape_formulas: true })
}
