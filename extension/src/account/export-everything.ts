import type { AccountExportPart, ExportedImage } from 'shared'
import type { Api } from '../create-api'
import { creditsTable } from './credits-table'

/** A file of the archive, as the zip library takes it. */
export interface ArchiveFile {
  name: string
  input: Blob | string
}

/** How far an export is. `total` is null until the server has told it. */
export interface ExportProgress {
  images: number
  total: number | null
  /** Names of the files that could not be fetched. */
  missing: string[]
}

interface ExportDeps {
  api: Pick<Api, 'accountExport' | 'historyExport'>
  fetchFile: (url: string, signal: AbortSignal) => Promise<Blob>
  tell: (progress: ExportProgress) => void
}

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/**
 * Everything that the server keeps of the account, file by file: a few pictures are in memory at a time, however many there are.
 * A picture that cannot be fetched is told of and left out. Ends with an error where the server is away, or `signal` aborts.
 */
export async function* exportEverything({ api, fetchFile, tell }: ExportDeps, signal: AbortSignal): AsyncGenerator<ArchiveFile> {
  const requests: AccountExportPart['requests'] = []
  const images: ExportedImage[] = []
  const progress: ExportProgress = { images: 0, total: null, missing: [] }
  let cursor: string | null | undefined
  while (cursor !== null) {
    signal.throwIfAborted()
    const part: AccountExportPart = await api.accountExport(cursor === undefined ? {} : { cursor })
    if (part.account !== null) yield { name: 'account.json', input: asJson(part.account) }
    if (part.counts !== null) progress.total = part.counts.images
    requests.push(...part.requests)
    for (const image of part.images) {
      yield* filesOf(image, { fetchFile, signal, missing: progress.missing })
      progress.images += 1
      tell({ ...progress })
    }
    images.push(...part.images)
    cursor = part.nextCursor
  }
  yield { name: 'requests.json', input: asJson(requests) }
  yield { name: 'images.json', input: asJson(images.map(withoutAddress)) }
  yield { name: 'images.csv', input: imagesTable(images) }
  yield { name: 'credits.csv', input: (await creditsTable(api, signal)).text }
}

/** The addresses work for an hour or two only: in an archive they would be dead. */
function withoutAddress({ url: _url, svgUrl: _svg, ...image }: ExportedImage): object {
  return { ...image, file: `images/${image.name}` }
}

async function* filesOf(
  { name, url, svgUrl }: ExportedImage,
  { fetchFile, signal, missing }: { fetchFile: ExportDeps['fetchFile']; signal: AbortSignal; missing: string[] },
): AsyncGenerator<ArchiveFile> {
  const wanted = [{ name, url }, ...(svgUrl === null ? [] : [{ name: name.replace(/\.\w+$/, '.svg'), url: svgUrl }])]
  for (const file of wanted) {
    signal.throwIfAborted()
    try {
      yield { name: `images/${file.name}`, input: await fetchFile(file.url, signal) }
    } catch (error) {
      signal.throwIfAborted()
      console.info('Toile: not exported', file.name, error)
      missing.push(file.name)
    }
  }
}

const columns = ['file', 'createdAt', 'role', 'width', 'height', 'favourite', 'pageTitle', 'pageUrl', 'imageUrl'] as const

/** The images as a table for spreadsheets, with where each was found. */
export function imagesTable(images: ExportedImage[]): string {
  const lines = images.map((image) => ({ ...image, file: `images/${image.name}` }))
  const rows = [columns.map(String), ...lines.map((line) => columns.map((column) => cell(line[column])))]
  return `\u{feff}${rows.map((row) => row.join(',')).join('\r\n')}\r\n`
}

/** What a page is called is its own word: one that a spreadsheet would run as a formula is made text. */
function cell(value: string | number | boolean | null): string {
  const text = value === null ? '' : String(value)
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
