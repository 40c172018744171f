import { expect, test } from 'vitest'
import { readPrompt } from '../prompt/read-prompt.ts'
import { createRandom } from '../random.ts'
import { inCustomaryColours } from './customary-colours.ts'

const briefOf = (prompt: string) => {
  const reading = readPrompt(prompt)
  return { ...reading, motif: reading.motifs[0]?.motif ?? 'floral' }
}
const coloursOf = (prompt: string, seed: number) => {
  const { colours, ground } = inCustomaryColours(briefOf(prompt), createRandom(seed, 'colours'))
  return { colours, ground }
}

test('a breton is navy on white, then white on navy, where no colour is asked for', () => {
  expect(coloursOf('breton', 0)).toEqual({ colours: ['#1f2d50'], ground: '#f8f4e9' })
  expect(coloursOf('breton', 1)).toEqual({ colours: ['#f8f4e9'], ground: '#1f2d50' })
})

test.each(['green breton', 'breton on pink', 'pastel ticking', 'pin dots', 'stripes'])(
  '%s is left as it was asked for',
  (prompt) => {
    const { colours, ground } = briefOf(prompt)
    expect(coloursOf(prompt, 0)).toEqual({ colours, ground })
  },
)
