import sharp from 'sharp'
import { expect, test } from 'vitest'
import { chunk, labelPng } from './png-chunks.ts'

const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const
const picture = () => sharp({ create: { width: 40, height: 30, channels: 4, background: '#888', noise } })
const pixelsOf = (png: Uint8Array) => sharp(png).raw().toBuffer()
const dataOf = (png: Buffer) => png.subarray(png.indexOf('IDAT') - 4, png.indexOf('IEND') - 4)

test('a PNG gets resolution and XMP, and its pixels stay as they were compressed', async () => {
  const png = await picture().png({ compressionLevel: 1 }).toBuffer()
  const labelled = labelPng(png, { xmp: '<x>ç ☃</x>', dpi: 150 }) ?? Buffer.alloc(0)
  const { density, xmpAsString } = await sharp(labelled).metadata()
  expect({ density, xmpAsString }).toEqual({ density: 150, xmpAsString: '<x>ç ☃</x>' })
  expect(dataOf(labelled).equals(dataOf(png))).toBe(true)
  expect((await pixelsOf(labelled)).equals(await pixelsOf(png))).toBe(true)
})

test('a palette and its transparency belong to the picture', async () => {
  const png = await picture().png({ palette: true, colours: 8 }).toBuffer()
  const labelled = labelPng(png, { xmp: '', dpi: 300 }) ?? Buffer.alloc(0)
  expect((await pixelsOf(labelled)).equals(await pixelsOf(png))).toBe(true)
})

test('what else a file said is gone, and so is what stood behind its end', async () => {
  const png = await picture()
    .withExif({ IFD0: { Copyright: 'somebody' } })
    .withXmp('<old/>')
    .withDensity(72)
    .png()
    .toBuffer()
  const said = Buffer.concat([
    png.subarray(0, 33),
    chunk('tEXt', Buffer.from('parameters\0a cat')),
    png.subarray(33),
    Buffer.from('behind'),
  ])
  const labelled = labelPng(said, { xmp: '<new/>', dpi: 300 }) ?? Buffer.alloc(0)
  for (const word of ['a cat', 'behind']) {
    expect([said.includes(word), labelled.includes(word)]).toEqual([true, false])
  }
  const { exif, xmpAsString, density } = await sharp(labelled).metadata()
  expect([exif, xmpAsString, density]).toEqual([undefined, '<new/>', 300])
})

test('labelled twice, or by another label before, it is the same file', async () => {
  const png = await picture().png().toBuffer()
  const label = { xmp: '<x/>', dpi: 123.4 }
  const once = labelPng(png, label) ?? Buffer.alloc(0)
  const other = labelPng(png, { xmp: '<other/>', dpi: 72 }) ?? Buffer.alloc(0)
  expect([labelPng(once, label)?.equals(once), labelPng(other, label)?.equals(once)]).toEqual([true, true])
})

test('what is no whole PNG gets no label', async () => {
  const png = await picture().png().toBuffer()
  const lying = Buffer.from(png)
  lying.writeUInt32BE(0x7fffffff, 33)
  for (const bytes of [new Uint8Array(), png.subarray(0, -12), lying, await picture().jpeg().toBuffer()]) {
    expect(labelPng(bytes, { xmp: '', dpi: 300 })).toBeNull()
  }
})
