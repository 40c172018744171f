import type { PaymentFile } from 'shared'
import { downloadFile } from '../images/take-out'
import { shopApi } from '../shop-api'
import { language } from '../ui/i18n'

function save({ text, mime, filename }: PaymentFile): void {
  downloadFile(new Blob([text], { type: mime }), filename)
}

/** Saves the receipt of a payment as a page that prints well, in the language of the screen. Throws `ApiError`. */
export async function saveReceipt(id: string): Promise<void> {
  save(await shopApi.receipt({ id, language: language() }))
}

/** Saves all payments as a table for spreadsheets. Throws `ApiError`. */
export async function savePayments(): Promise<void> {
  save(await shopApi.exportPayments({ language: language() }))
}
