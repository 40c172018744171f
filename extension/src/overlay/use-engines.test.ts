import type { EngineOffer } from 'shared'
import { expect, test } from 'vitest'
import { engineFor, enginesFor } from './use-engines'

const print: EngineOffer = { name: 'print', kind: 'drawn', operations: ['generate', 'recolour'] }
const studio: EngineOffer = { name: 'studio', kind: 'trained', operations: ['generate'] }

test('an engine can be chosen for what it can do, where there is a choice', () => {
  expect(enginesFor('generate', [print, studio])).toEqual([print, studio])
  expect(engineFor({ operation: 'generate', engine: 'studio' }, [print, studio])).toBe('studio')
})

test('a tab that the chosen engine cannot do, or a server without it, goes on with any', () => {
  expect(engineFor({ operation: 'recolour', engine: 'studio' }, [print, studio])).toBe('auto')
  expect(engineFor({ operation: 'generate', engine: 'print' }, [print])).toBe('auto')
  expect(engineFor({ operation: 'generate', engine: 'studio' }, [])).toBe('auto')
})
