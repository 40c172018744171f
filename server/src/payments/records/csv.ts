import { stringify } from 'csv-stringify/sync'
import type { Money, Payment } from 'shared'
import { fieldAmount, type Reader } from '../pages/reader.ts'
import { recordWords } from './words.ts'

/** Payments for a spreadsheet, with heads in the reader's language; numbers and moments as machines write them. */
export function paymentsCsv(reader: Reader, payments: readonly Payment[]): string {
  const words = recordWords[reader.language]
  const decimal = (money: Money) => fieldAmount(money).value
  const columns: [string, (payment: Payment) => string | number][] = [
    [words.label.date, ({ createdAt }) => createdAt],
    [words.label.paid, ({ paidAt }) => paidAt ?? ''],
    [words.label.item, (payment) => words.what[payment.kind]],
    [words.label.offer, ({ offerId }) => offerId],
    [words.label.credits, ({ credits }) => credits],
    [words.label.price, ({ price }) => decimal(price)],
    [words.label.returned, ({ undone }) => decimal(undone)],
    [words.label.currency, ({ price }) => price.currency],
    [words.label.state, ({ state }) => words.state[state]],
    [words.label.from, ({ period }) => period?.start ?? ''],
    [words.label.to, ({ period }) => period?.end ?? ''],
    [words.label.test, ({ testMode }) => (testMode ? words.yes : words.no)],
    [words.label.id, ({ id }) => id],
  ]
  const lines = payments.map((payment) => columns.map(([, value]) => value(payment)))
  return stringify([columns.map(([head]) => head), ...lines], { bom: true, record_delimiter: 'windows', escape_formulas: true })
}
