import { expect, test } from 'vitest'
import type { Recipe } from './recipe.ts'
import { xmpOf } from './xmp.ts'

const recipe: Recipe = {
  operation: 'generate',
  prompt: 'gingham in navy',
  size: 1024,
  seed: 7,
  index: 2,
  options: { layout: 'half-drop', palette: ['#112233', '#ffffff'] },
  sourceImageId: null,
  source: null,
  trained: false,
  engine: 'print',
  version: '2',
  model: 'print-2',
  kind: 'drawn',
  pixels: 'ab'.repeat(32),
}
const told = (more: Partial<Recipe>) => xmpOf({ recipe: { ...recipe, ...more }, exact: true, page: null })

test.each<[string, Partial<Recipe>, string]>([
  ['the print engine drew', {}, 'algorithmicMedia'],
  ['the print engine made of a picture', { sourceImageId: 'image-1', source: 'cd'.repeat(32) }, 'algorithmicMedia'],
  ['an AI made of words', { kind: 'trained', trained: true }, 'trainedAlgorithmicMedia'],
  [
    'the print engine made of what an AI made',
    { sourceImageId: 'image-1', trained: true },
    'compositeWithTrainedAlgorithmicMedia',
  ],
  [
    'an AI made of a picture',
    { kind: 'trained', trained: true, sourceImageId: 'image-1' },
    'compositeWithTrainedAlgorithmicMedia',
  ],
])('what %s says so in IPTC’s words', (_name, more, type) => {
  expect(told(more)).toContain(
    `<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/${type}</Iptc4xmpExt:DigitalSourceType>`,
  )
})

test('the recipe stands in it whole, by hashes and not by our ids', () => {
  const xmp = told({ sourceImageId: 'image-1', source: 'cd'.repeat(32) })
  for (const fact of [
    '<xmp:CreatorTool>Toile (print-2)</xmp:CreatorTool>',
    '<toile:operation>generate</toile:operation>',
    '<toile:prompt>gingham in navy</toile:prompt>',
    '<toile:seed>7</toile:seed>',
    '<toile:index>2</toile:index>',
    '<toile:options>{"layout":"half-drop","palette":["#112233","#ffffff"]}</toile:options>',
    `<toile:source>sha256:${'cd'.repeat(32)}</toile:source>`,
    `<toile:pixels>sha256:${'ab'.repeat(32)}</toile:pixels>`,
  ]) {
    expect(xmp).toContain(fact)
  }
  expect(xmp).not.toContain('image-1')
})

test('the page stands in it only where it was asked for, and pixels only where they are those of the recipe', () => {
  const page = 'https://example.org/board?a=1&b=2'
  expect(told({})).not.toContain('dc:source>')
  expect(xmpOf({ recipe: null, exact: true, page })).toContain('<dc:source>https://example.org/board?a=1&#38;b=2</dc:source>')
  expect(xmpOf({ recipe, exact: false, page: null })).not.toContain('toile:pixels>')
})

test('a prompt is text, whatever stands in it', () => {
  const xmp = told({ prompt: '</toile:prompt><script>&amp;\u0001\ud800\uffff"\'☃ 🧵\r\n' })
  expect(xmp).toContain('<toile:prompt>&#60;/toile:prompt&#62;&#60;script&#62;&#38;amp;\ufffd"\'☃ 🧵&#13;\n</toile:prompt>')
})
