import { api } from '../api'
import { downloadFile } from '../images/take-out'
import { creditsTable } from './credits-table'

/** Saves every movement of credits as a table for spreadsheets. Throws `ApiError`. */
export async function saveCreditsTable(): Promise<void> {
  const { text, filename, mime } = await creditsTable(api, new AbortController().signal)
  downloadFile(new Blob([text], { type: mime }), filename)
}
