import { expect, test } from 'vitest'
import { filled, placeholdersOf } from './workflow.ts'

const values = { prompt: 'roses %seed%', seed: 7, width: 1024, height: 768, image: 'in.png', factor: 4 }

test('a placeholder that is the whole text takes its own type, one inside a text becomes text', () => {
  const workflow = { '3': { inputs: { seed: '%seed%', text: '%prompt%, print of %width% px', latent: ['5', 0] } } }
  expect(filled(workflow, values)).toEqual({
    '3': { inputs: { seed: 7, text: 'roses %seed%, print of 1024 px', latent: ['5', 0] } },
  })
})

test('what the designer writes is not looked through for placeholders', () => {
  expect(filled(['%prompt%'], values)).toEqual(['roses %seed%'])
})

test('a placeholder that nobody fills is an error that names the known ones', () => {
  expect(() => placeholdersOf({ text: '%promt%' }, 'flux.json')).toThrow(/flux\.json: unknown %promt%\. Known: %prompt%/)
})
