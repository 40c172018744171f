import { maxUploadBytes } from 'shared'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, refusalOf } from '../../../test/support/caller.ts'
import { blackPng } from '../../../test/support/pictures.ts'
import { startTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { databases, type TestDatabase } from '../../../test/support/test-database.ts'
import type { DbProvider } from '../platform/db.ts'
import { maxPixels } from './guard.ts'

let app: TestApp<TestDatabase>
let client: Caller

function startBeforeAll(database: DbProvider): void {
  beforeAll(async () => {
    app = await startTestApp({ database })
    client = (await app.guest()).client
  })
  afterAll(() => app.close())
}

function form(bytes: Uint8Array, fields: Record<string, string> = {}): FormData {
  const data = new FormData()
  data.set('file', new Blob([new Uint8Array(bytes)]))
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

const upload = (bytes: Uint8Array, fields?: Record<string, string>) => client.images.upload.mutate(form(bytes, fields))
const photo = () => sharp({ create: { width: 60, height: 40, channels: 3, background: '#c8623e' } })
const download = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer())

describe('an upload', () => {
  startBeforeAll('sqlite')

  test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('of %s is taken in', async (format) => {
    const image = await upload(await photo().toFormat(format).toBuffer())
    expect([image.width, image.height, image.palette.length > 0]).toEqual([60, 40, true])
  })

  test.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ['of no bytes', () => new Uint8Array()],
    [
      'of SVG',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'),
    ],
    ['of HTML named .png', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['of TIFF', () => photo().tiff().toBuffer()],
    ['that was cut off', async () => (await photo().png().toBuffer()).subarray(0, 80)],
    ['of noise behind a PNG signature', () => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(500, 7)])],
  ])('%s is UNSUPPORTED_IMAGE', async (_name, bytes) => {
    expect((await refusalOf(upload(await bytes()))).code).toBe('UNSUPPORTED_IMAGE')
  })

  test('of 30,000 × 30,000 px is IMAGE_TOO_LARGE, and is not decoded', async () => {
    expect(await refusalOf(upload(blackPng(30_000, 30_000)))).toEqual({ code: 'IMAGE_TOO_LARGE', details: { maxPixels } })
  })

  test('of too many bytes is IMAGE_TOO_LARGE', async () => {
    const refusal = await refusalOf(upload(new Uint8Array(maxUploadBytes + 1)))
    expect(refusal).toEqual({ code: 'IMAGE_TOO_LARGE', details: { maxBytes: maxUploadBytes } })
  })

  test('loses its EXIF, but not the way it was held', async () => {
    const sideways = await photo()
      .withMetadata({ orientation: 6 })
      .withExif({ IFD0: { Copyright: 'SECRET-CAMERA' } })
      .jpeg()
      .toBuffer()
    expect(sideways.includes('SECRET-CAMERA')).toBe(true)
    const image = await upload(sideways)
    const stored = await download(image.url)
    expect([image.width, image.height]).toEqual([40, 60])
    expect(stored.includes('SECRET-CAMERA')).toBe(false)
    expect((await sharp(stored).metadata()).exif).toBeUndefined()
  })

  test('without a file says so', async () => {
    expect(await refusalOf(client.images.upload.mutate(new FormData()))).toEqual({
      code: 'BAD_REQUEST',
      details: { field: 'file' },
    })
  })
})

describe('a signed address', () => {
  startBeforeAll('sqlite')

  const uploaded = async () => upload(await photo().png().toBuffer())

  test('shows the image and its thumbnail, to pages of any origin', async () => {
    const image = await uploaded()
    const answers = await Promise.all([fetch(image.url), fetch(image.thumbUrl)])
    expect(answers.map((answer) => [answer.status, answer.headers.get('content-type')])).toEqual([
      [200, 'image/png'],
      [200, 'image/webp'],
    ])
    expect(answers[0]?.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  })

  test('does not work when changed, for another image, or without its signature', async () => {
    const image = await uploaded()
    const other = await uploaded()
    const bent = [
      image.url.replace('/full', '/thumb'),
      image.url.replace(image.id, other.id),
      image.url.replace(/e=\d+/, (e) => `${e}0`),
      image.url.replace(/&s=.*/, ''),
      image.url.slice(0, -1),
    ]
    expect(await Promise.all(bent.map(async (url) => (await fetch(url)).status))).toEqual([404, 404, 404, 404, 404])
  })

  test('stops working after two hours', async () => {
    const image = await uploaded()
    app.clock.advance({ ms: 2 * 3600_000 })
    expect((await fetch(image.url)).status).toBe(404)
  })
})

describe.each(databases)('on %s, an upload', (database) => {
  startBeforeAll(database)

  test('keeps where it came from, and bad provenance is no reason to refuse it', async () => {
    const bytes = await photo().png().toBuffer()
    await upload(bytes, { pageUrl: 'https://example.org/board', pageTitle: 'Board' })
    const bad = [
      'not an address',
      'javascript:alert(1)',
      'file:///home/ana/board.html',
      `https://example.org/${'a'.repeat(4000)}`,
    ]
    for (const pageUrl of bad) await upload(bytes, { pageUrl, pageTitle: pageUrl.slice(0, 30), imageUrl: pageUrl })
    const rows = await app.database.db.read.image.findMany()
    const kept = rows.filter(({ pageTitle }) => pageTitle !== null)
    expect(kept.map(({ pageUrl, pageTitle, imageUrl }) => [pageTitle, pageUrl, imageUrl]).sort()).toEqual(
      [['Board', 'https://example.org/board', null], ...bad.map((title) => [title.slice(0, 30), null, null])].sort(),
    )
  })

  test('of the same bytes, six at a time, is six images of one file', async () => {
    const bytes = await photo().tint('#123456').png().toBuffer()
    const rows = await Promise.all(Array.from({ length: 6 }, () => upload(bytes)))
    const found = await app.database.db.read.image.findMany({ where: { id: { in: rows.map(({ id }) => id) } } })
    expect([found.length, new Set(found.map(({ contentKey }) => contentKey)).size]).toEqual([6, 1])
  })

  test('writes nothing in the ledger', async () => {
    const before = await app.database.db.write.entry.count()
    await upload(await photo().png().toBuffer())
    await refusalOf(upload(new Uint8Array()))
    expect(await app.database.db.write.entry.count()).toBe(before)
  })
})
