import sharp from 'sharp'
import { expect, test } from 'vitest'
import { printFile } from './print-file.ts'
import { printSize } from './print-size.ts'
import type { Recipe } from './recipe.ts'

const recipe = (prompt: string): Recipe => ({
  operation: 'generate',
  prompt,
  size: 1024,
  seed: 7,
  index: 0,
  options: {},
  sourceImageId: null,
  source: null,
  trained: false,
  engine: 'print',
  version: '3',
  model: 'print-3',
  kind: 'drawn',
  pixels: null,
})
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1024 1024"><rect width="1024" height="1024" fill="#123456"/></svg>'
const stored = async () => ({
  bytes: await sharp({ create: { width: 64, height: 48, channels: 3, background: '#123456' } })
    .png()
    .toBuffer(),
  mime: 'image/png',
  width: 64,
  height: 48,
  svg,
})
const made = async (format: 'svg' | 'jpeg' | 'webp' | 'png', prompt: string, page: string | null = null) =>
  Buffer.from(await printFile(await stored(), format, printSize({ width: 64, height: 48 }, {}), { recipe: recipe(prompt), page }))

test('a prompt is text in an svg, also where it looks like markup or like a place to put something', async () => {
  for (const prompt of ["dots $& $1 $` $' $$", ']]></metadata><script>alert(1)</script>', '<?xpacket end="r"?> <svg ']) {
    const text = (await made('svg', prompt)).toString()
    const told = /<toile:prompt>([^<]*)<\/toile:prompt>/.exec(text)?.[1] ?? ''
    expect(told.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))).toBe(prompt)
    expect([text.match(/<svg /g)?.length, text.match(/<rect /g)?.length, text.includes('<script')]).toEqual([1, 1, false])
  }
})

test.each(['png', 'jpeg', 'webp'] as const)('%s holds the longest of prompts and addresses', async (format) => {
  const page = `https://example.org/${'&'.repeat(3980)}`
  const { xmpAsString = '' } = await sharp(await made(format, '<'.repeat(2000), page)).metadata()
  expect(xmpAsString).toContain(`<toile:prompt>${'&#60;'.repeat(2000)}</toile:prompt>`)
  expect(xmpAsString).toContain(`${'&#38;'.repeat(3980)}</dc:source>`)
})

test('a picture that is seen through lies on white in a JPEG, and stays seen through in PNG and WebP', async () => {
  const clear = await sharp({ create: { width: 64, height: 48, channels: 4, background: '#00000000' } })
    .png()
    .toBuffer()
  const size = printSize({ width: 64, height: 48 }, {})
  const corner = async (format: 'png' | 'jpeg' | 'webp') => {
    const file = await printFile({ ...(await stored()), bytes: clear, svg: null }, format, size, { recipe: null, page: null })
    return [...(await sharp(file).raw().toBuffer()).subarray(0, format === 'jpeg' ? 3 : 4)]
  }
  expect([await corner('jpeg'), await corner('png'), await corner('webp')]).toEqual([
    [255, 255, 255],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ])
})
