import type { AccountExportPart, ExportedImage } from 'shared'
import { expect, test } from 'vitest'
import { type ArchiveFile, type ExportProgress, exportEverything, imagesTable } from './export-everything'

const picture = (id: string, more: Partial<ExportedImage> = {}): ExportedImage => ({
  id,
  createdAt: '2026-11-22T09:00:00.000Z',
  role: 'made',
  name: `2026-11-22-${id}.png`,
  mime: 'image/png',
  bytes: 3,
  width: 10,
  height: 10,
  palette: [],
  favourite: false,
  pageUrl: null,
  pageTitle: null,
  imageUrl: null,
  recipe: null,
  url: `https://studio.example/${id}`,
  svgUrl: null,
  ...more,
})

const part = (more: Partial<AccountExportPart>): AccountExportPart => ({
  ...{ account: null, counts: null, requests: [], images: [], nextCursor: null },
  ...more,
})

const parts: Record<string, AccountExportPart> = {
  first: part({ counts: { images: 3, requests: 0 }, nextCursor: 'images:' }),
  'images:': part({
    images: [picture('one', { svgUrl: 'https://studio.example/one.svg' }), picture('gone')],
    nextCursor: 'images:gone',
  }),
  'images:gone': part({ images: [picture('three')] }),
}

const api = {
  accountExport: async ({ cursor }: { cursor?: string | undefined } = {}) => parts[cursor ?? 'first'] ?? part({}),
  historyExport: async ({ cursor }: { cursor?: number | undefined } = {}) => ({
    ...{ filename: 'credits.csv', mime: 'text/csv' },
    ...(cursor === undefined ? { text: 'a\r\n', nextCursor: 7 } : { text: 'b\r\n', nextCursor: null }),
  }),
}

async function collected(signal: AbortSignal, fetchFile: (url: string) => Promise<Blob>) {
  const files: ArchiveFile[] = []
  let told: ExportProgress | null = null
  const tell = (progress: ExportProgress) => {
    told = progress
  }
  for await (const file of exportEverything({ api, fetchFile, tell }, signal)) files.push(file)
  return { files, told }
}

test('every part is read to its end; what cannot be fetched is left out and told', async () => {
  const { files, told } = await collected(new AbortController().signal, async (url) => {
    if (url.endsWith('/gone')) throw new Error('404')
    return new Blob([url])
  })
  expect(files.map(({ name }) => name)).toEqual([
    'images/2026-11-22-one.png',
    'images/2026-11-22-one.svg',
    'images/2026-11-22-three.png',
    'requests.json',
    'images.json',
    'images.csv',
    'credits.csv',
  ])
  expect(files.at(-1)?.input).toBe('a\r\nb\r\n')
  expect(told).toEqual({ images: 3, total: 3, missing: ['2026-11-22-gone.png'] })
})

test('what is stopped goes no further', async () => {
  const stop = new AbortController()
  const fetched: string[] = []
  const running = collected(stop.signal, async (url) => {
    fetched.push(url)
    stop.abort()
    return new Blob([url])
  })
  await expect(running).rejects.toThrow()
  expect(fetched).toHaveLength(1)
})

test('a title that a spreadsheet would run is text, and one with commas and quotes is one cell', () => {
  const table = imagesTable([picture('one', { pageTitle: '=HYPERLINK("x")' }), picture('two', { pageTitle: 'Red, "blue"' })])
  expect(table).toContain(`"'=HYPERLINK(""x"")"`)
  expect(table).toContain('"Red, ""blue"""')
})
