import { describe, expect, test } from 'vitest'
import { ToileError } from '../../platform/errors.ts'
import { wantedBy } from './wishes.ts'

const refusalOf = (prompt: string) => {
  try {
    wantedBy({ operation: 'generate', prompt })
  } catch (error) {
    if (error instanceof ToileError) return error
  }
  throw new Error(`"${prompt}" was not refused`)
}

describe('what a prompt wants', () => {
  test.each([
    ['a cat on a sofa', ['cat', 'sofa'], 'polka dots'],
    ['um gato no sofá', ['gato', 'sofá'], 'poá'],
    ['un gato en un sofá', ['gato', 'sofá'], 'lunares'],
    ['navy and cream', [], 'stripes'],
    ['', [], 'floral'],
  ])('"%s" is refused with its words and with motifs in its language', (prompt, words, offer) => {
    const { code, details } = refusalOf(prompt)
    expect(code).toBe('NOT_UNDERSTOOD')
    expect(details.words).toEqual(words)
    expect(details.suggestions).toContain(offer)
  })

  test('draws what it can and names what it leaves out', () => {
    expect(wantedBy({ operation: 'generate', prompt: 'floral cats' }).ignored).toEqual(['cats'])
    expect(wantedBy({ operation: 'generate', prompt: 'listras com florais' }).ignored).toEqual(['florais'])
  })

  test('needs no words to vary a picture, and only warns of those it does not know', () => {
    expect(wantedBy({ operation: 'vary', prompt: '' })).toMatchObject({ understood: [], ignored: [] })
    expect(wantedBy({ operation: 'vary', prompt: 'make it teal and mustard, half-drop, with dragons' })).toMatchObject({
      understood: [
        { kind: 'colour', word: 'teal' },
        { kind: 'colour', word: 'mustard' },
        { kind: 'layout', word: 'half-drop' },
      ],
      ignored: ['dragons'],
    })
  })

  test('a colour named after a thing is a colour where a picture is changed, and no word is left over', () => {
    expect(wantedBy({ operation: 'vary', prompt: 'in coral' })).toMatchObject({ understood: [{ word: 'coral' }], ignored: [] })
    expect(wantedBy({ operation: 'recolour', prompt: 'change the navy to olive' }).ignored).toEqual([])
  })

  test('shows no chip for what an operation does not use', () => {
    expect(wantedBy({ operation: 'repeat', prompt: 'brick repeat in teal' })).toMatchObject({
      understood: [{ kind: 'layout', word: 'brick repeat' }],
      ignored: ['teal'],
    })
  })
})
