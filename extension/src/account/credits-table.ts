import type { ExportPart } from 'shared'
import type { Api } from '../create-api'

type CreditsTable = Pick<ExportPart, 'text' | 'filename' | 'mime'>

/** Every movement of credits, oldest first, as CSV; read part by part until `signal` aborts. */
export async function creditsTable(api: Pick<Api, 'historyExport'>, signal: AbortSignal): Promise<CreditsTable> {
  const first = await api.historyExport()
  const texts = [first.text]
  let cursor = first.nextCursor
  while (cursor !== null) {
    signal.throwIfAborted()
    const part = await api.historyExport({ cursor })
    texts.push(part.text)
    cursor = part.nextCursor
  }
  return { ...first, text: texts.join('') }
}
