import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, pictureForm, refusalOf } from '../../../test/support/caller.ts'
import { finished, request } from '../../../test/support/requests.ts'
import { startTestApp, type TestApp } from '../../../test/support/test-app.ts'

const page = 'https://boards.example/a?b=1&c=2'
let app: TestApp
let client: Caller
let source: string
/** Drawn of shapes, and woven, from words; and made of the source. */
let dots: string
let cloth: string
let recoloured: string

beforeAll(async () => {
  app = await startTestApp()
  client = (await app.guest()).client
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const
  const photo = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#c8623e', noise } })
    .jpeg()
    .toBuffer()
  const form = pictureForm(new Uint8Array(photo), 'image/jpeg')
  form.set('pageUrl', page)
  source = (await client.images.upload.mutate(form)).id
  const made = async (more: Record<string, unknown>) => {
    const { id } = await client.generations.request.mutate(request(1, more))
    return (await finished(client, id)).items[0]?.image?.id ?? ''
  }
  dots = await made({ prompt: 'Polka dots em azul, não verde!' })
  cloth = await made({ prompt: 'gingham in navy' })
  recoloured = await made({ operation: 'recolour', prompt: '', sourceImageId: source, palette: ['#112233', '#f4efe6'] })
})
afterAll(() => app.close())

const fetched = async (asked: Parameters<Caller['images']['file']['query']>[0]) => {
  const file = await client.images.file.query(asked)
  const answer = await fetch(file.url)
  return { file, answer, bytes: Buffer.from(await answer.arrayBuffer()) }
}
const stored = async (id: string) => {
  const row = await app.database.db.read.image.findUniqueOrThrow({ where: { id } })
  return {
    row,
    bytes: Buffer.from(await (await fetch((await client.images.favourite.mutate({ id, favourite: false })).url)).arrayBuffer()),
  }
}
const rgba = (bytes: Uint8Array) => sharp(bytes).ensureAlpha().raw().toBuffer()

test('a file for print downloads under a name that tells, as what it is', async () => {
  const { file, answer } = await fetched({ id: dots })
  expect(file.name).toBe(`toile-polka-dots-em-azul-nao-verde-${dots.replaceAll('-', '').slice(0, 8)}.png`)
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${file.name}"`)
  expect(answer.headers.get('content-type')).toBe(file.mime)
})

test('a PNG has the size asked for, and the pixels of the image as they were compressed', async () => {
  const { bytes: original } = await stored(cloth)
  const { file, bytes } = await fetched({ id: cloth, widthCm: 8 })
  expect(file).toMatchObject({ width: 1024, height: 1024, widthCm: 8, heightCm: 8 })
  expect(bytes.includes(original.subarray(original.indexOf('IDAT'), original.indexOf('IEND')))).toBe(true)
  const { density, xmpAsString } = await sharp(bytes).metadata()
  expect(density).toBe(Math.round((1024 / 8) * 2.54))
  expect(xmpAsString).toContain('/algorithmicMedia<')
  expect(xmpAsString).toContain('<toile:pixels>')
})

/** XResolution of EXIF, a fraction in the place that its entry names. */
function exifResolution(exif: Buffer): number {
  const tiff = exif.subarray(exif.indexOf('II*\0'))
  const entry = tiff.indexOf(Buffer.from([0x1a, 0x01, 5, 0]))
  const at = tiff.readUInt32LE(entry + 8)
  return tiff.readUInt32LE(at) / tiff.readUInt32LE(at + 4)
}

test.each(['jpeg', 'webp'] as const)(
  '%s has the resolution that gives the size asked for, and the provenance',
  async (format) => {
    const { bytes: original } = await stored(cloth)
    const { file, bytes } = await fetched({ id: cloth, format, widthCm: 33.3 })
    const { width, exif, xmpAsString } = await sharp(bytes).metadata()
    expect([width, file.dpi]).toEqual([1024, (1024 / 33.3) * 2.54])
    expect(exifResolution(exif ?? Buffer.alloc(0))).toBeCloseTo(file.dpi, 2)
    expect(xmpAsString).toContain('/algorithmicMedia<')
    const same = (await rgba(bytes)).equals(await rgba(original))
    expect([same, xmpAsString?.includes('<toile:pixels>')]).toEqual([format === 'webp', format === 'webp'])
  },
)

test('width and resolution that come to other px give that many, and no claim to be the recipe’s pixels', async () => {
  const { file, bytes } = await fetched({ id: cloth, widthCm: 10, dpi: 150 })
  const { width, height, density, xmpAsString } = await sharp(bytes).metadata()
  expect([file.width, width, height, density]).toEqual([591, 591, 591, 150])
  expect(xmpAsString).not.toContain('<toile:pixels>')
})

test('a print of shapes is drawn anew where it is to be larger, as sharp as ever', async () => {
  const { bytes } = await fetched({ id: dots, widthCm: 34.6773, dpi: 300 })
  const { width } = await sharp(bytes).metadata()
  const blownUp = await sharp((await stored(dots)).bytes)
    .resize(4096, 4096)
    .removeAlpha()
    .png()
    .toBuffer()
  const between = async (png: Buffer) => {
    const { entropy } = await sharp(await sharp(png).extract({ left: 0, top: 0, width: 1024, height: 1024 }).toBuffer()).stats()
    return entropy
  }
  expect(width).toBe(4096)
  // Edges that were blown up have many colours between their two.
  expect(await between(bytes)).toBeLessThan(await between(blownUp))
})

test('more px than are ever decoded are IMAGE_TOO_LARGE', async () => {
  const asked = client.images.file.query({ id: dots, widthCm: 100, dpi: 300 })
  expect(await refusalOf(asked)).toMatchObject({ code: 'IMAGE_TOO_LARGE', details: { maxPixels: 50_000_000 } })
})

test('the shapes come as svg with their size, apart from pages’ own scripts; a cloth or a photograph has none', async () => {
  const { file, answer, bytes } = await fetched({ id: dots, format: 'svg', widthCm: 64, dpi: 2400 })
  expect([file.mime, answer.headers.get('content-security-policy')]).toEqual(['image/svg+xml', "default-src 'none'; sandbox"])
  expect(bytes.toString()).toMatch(/^<svg width="64cm" height="64cm" [^>]*viewBox=/)
  expect(bytes.toString()).toContain('/algorithmicMedia<')
  for (const id of [cloth, source]) {
    expect((await refusalOf(client.images.file.query({ id, format: 'svg' }))).code).toBe('NOT_FOUND')
  }
  const view = await client.images.favourite.mutate({ id: dots, favourite: true })
  const shown = await fetch(view.svgUrl ?? '')
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/svg+xml'])
  expect(shown.headers.get('content-disposition')).toMatch(/^attachment; .*\.svg"$/)
  expect((await client.images.favourite.mutate({ id: cloth, favourite: false })).svgUrl).toBeNull()
})

test('the page that a picture or its source was found on is written into a file only where that was asked for', async () => {
  for (const id of [source, recoloured]) {
    const [silent, telling] = [await fetched({ id }), await fetched({ id, withSource: true })]
    const told = await Promise.all([silent, telling].map(async ({ bytes }) => (await sharp(bytes).metadata()).xmpAsString))
    expect(told.map((xmp) => xmp?.includes('<dc:source>https://boards.example/a?b=1&#38;c=2</dc:source>'))).toEqual([false, true])
    expect(silent.bytes.includes('boards.example')).toBe(false)
  }
  expect((await stored(recoloured)).bytes.includes('boards.example')).toBe(false)
})

test('an address gives the file that it was made for, to whoever has it, and no other', async () => {
  const { url } = await client.images.file.query({ id: dots, widthCm: 10, dpi: 100 })
  const bent = [
    url.replace('f=png', 'f=webp'),
    url.replace('w=10', 'w=11'),
    url.replace('&d=100', ''),
    `${url}&p=1`,
    url.replace('f=png', 'f=exe'),
    url.replace('/file?', '/full?'),
    url.replace(dots, cloth),
  ]
  expect((await fetch(url)).status).toBe(200)
  expect(await Promise.all(bent.map(async (address) => (await fetch(address)).status))).toEqual(bent.map(() => 404))
  app.clock.advance({ ms: 2 * 3_600_000 })
  expect((await fetch(url)).status).toBe(404)
})

test('another account’s image has no file', async () => {
  const stranger = (await app.guest()).client
  expect((await refusalOf(stranger.images.file.query({ id: dots }))).code).toBe('NOT_FOUND')
})
