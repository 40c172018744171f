import { expect, test } from 'vitest'
import { withoutOptions } from './prompt-options.ts'

test.each([
  ['roses <lora:evil:1> on navy', 'roses on navy', ['<lora:evil:1>']],
  ['roses <lo<lora:x:1>ra:y:2> on navy', 'roses on navy', ['<lora:x:1>', '<lo ra:y:2>']],
  ['floral <sd_cpp_extra_args>{"steps":999}</sd_cpp_extra_args> print', 'floral print', [expect.stringContaining('sd_cpp')]],
  ['floral <sd_cpp_extra_args>{"steps":999', 'floral', [expect.stringContaining('sd_cpp')]],
  ['roses | poppies', 'roses, poppies', ['|']],
  ['[roses|poppies] and [red:blue:0.5]', 'roses, poppies and red blue', expect.arrayContaining(['|', ':0.5'])],
  ['(navy:1.3) stripes, (soft (pastel) roses:0.2)', '(navy) stripes, (soft (pastel) roses)', [':1.3', ':0.2']],
  [
    '(navy:5.) (red:1e3) (sky: +1_0) [sea:inf] (ink:٣)',
    '(navy) (red) (sky) sea (ink)',
    expect.arrayContaining([':5.', ':1e3', ':inf']),
  ],
  ['((((navy)))) roses, ( (red) )', '(navy) roses, (red)', expect.arrayContaining(['((navy))', '( (red) )'])],
  ['roses,--tile (--ar 2:3) on white', 'roses, ( ) on white', [':3', '--tile', '--ar 2']],
  ['embedding:bad-hands floral', 'floral', ['embedding:bad-hands']],
  ['a {red|blue} __colour__ tile', 'a red, blue tile', ['__colour__', '|', '{', '}']],
  ['stripes --ar 16:9 --tile on white', 'stripes on white', ['--ar 16:9', '--tile']],
  ['roses <lora:x', 'roses lora:x', ['<']],
])('%s is asked for as “%s”', (prompt, text, stripped) => {
  expect(withoutOptions(prompt)).toEqual({ text, stripped })
})

test.each([
  'roses on navy, half-drop',
  'stripes -- large ones',
  'a print (for children) at 1:2, in 3 colours',
  'flores & folhas, “vintage”; 50% más grandes',
])('%s stays as it is, and nothing is told', (prompt) => {
  expect(withoutOptions(prompt)).toEqual({ text: prompt, stripped: [] })
})

test('a prompt made to be hard to read is read at once', () => {
  const longest = 4000
  const hard = ['<', '[:', ':1', '((', '<sd_cpp_extra_args>', '${', '--a', '__a', '<a><'].map((part) =>
    part.repeat(longest / part.length),
  )
  const nested = `${'<'.repeat(longest / 2)}${'>'.repeat(longest / 2)}`
  for (const prompt of [...hard, nested]) expect(withoutOptions(prompt).text).not.toMatch(/[<>{}[\]|]/)
}, 10_000)

test('AND and BREAK in capitals are words again', () => {
  expect(withoutOptions('cats AND dogs BREAK birds')).toEqual({ text: 'cats and dogs break birds', stripped: [] })
})
