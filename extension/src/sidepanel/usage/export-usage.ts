import { api } from '../../api'
import { downloadFile } from '../../images/take-out'

/** Saves every movement of credits as a file for a spreadsheet: the server gives it in parts. */
export async function exportUsage(): Promise<void> {
  const texts: string[] = []
  let cursor: number | null = null
  let file = { filename: '', mime: '' }
  do {
    const part = await api.historyExport({ format: 'csv', ...(cursor === null ? {} : { cursor }) })
    texts.push(part.text)
    file = part
    cursor = part.nextCursor
  } while (cursor !== null)
  downloadFile(new Blob(texts, { type: file.mime }), file.filename)
}
