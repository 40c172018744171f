import { alternatives, understandingRequest } from 'shared'
import { expect, test } from 'vitest'
import type { Engine } from '../engines/engine.ts'
import { createEngines } from '../engines/engines.ts'
import { createPrintEngine } from '../engines/print/print-engine.ts'
import { ToileError } from '../platform/errors.ts'
import { understandPrompt } from './understand.ts'

const print = createPrintEngine({})
const ask = (question: object, engine: Engine = print) =>
  understandPrompt(createEngines([engine]), understandingRequest.parse({ operation: 'generate', ...question }))
const wordsOf = (all: { word: string }[]) => all.map(({ word }) => word)

test('a prompt is answered with its chips, where they stand, and words for their places in its own language', () => {
  const prompt = 'tartan Royal Stewart em fundo azul-marinho'
  const answer = ask({ prompt })
  expect(answer.refusal).toBeNull()
  expect(answer.understood.map(({ kind, start, end }) => [kind, prompt.slice(start, end)])).toEqual([
    ['motif', 'tartan'],
    ['style', 'Royal Stewart'],
    ['ground', 'azul-marinho'],
  ])
  expect(wordsOf(answer.alternatives.motif)).toEqual(expect.arrayContaining(['xadrez vichy', 'folhas', 'girassóis']))
  expect(wordsOf(answer.alternatives.style)).toContain('Black Watch')
  expect(answer.alternatives.ground).toContainEqual({ word: 'creme', hex: '#f5ecd9' })
})

test('what would be refused says why, with the words and others to try, and is no error', () => {
  expect(ask({ prompt: 'un gato en un sofá' })).toMatchObject({
    refusal: 'NOT_UNDERSTOOD',
    understood: [],
    ignored: ['gato', 'sofá'],
    suggestions: expect.arrayContaining(['lunares']),
  })
  expect(ask({ prompt: '' })).toMatchObject({ refusal: 'NOT_UNDERSTOOD', ignored: [] })
})

test("where the prompt tells no language, the designer's own is offered", () => {
  expect(wordsOf(ask({ prompt: '', language: 'es' }).alternatives.scale)).toEqual(['pequeño', 'grande'])
  expect(wordsOf(ask({ prompt: 'zebra', language: 'pt' }).alternatives.scale)).toEqual(['pequeno', 'grande'])
  expect(wordsOf(ask({ prompt: 'small zebra', language: 'pt' }).alternatives.scale)).toEqual(['small', 'large'])
})

test('only what the operation makes use of is offered', () => {
  const { alternatives } = ask({ operation: 'repeat', prompt: 'half-drop' })
  expect(alternatives).toMatchObject({ motif: [], style: [], colour: [], ground: [], density: [], mood: [] })
  expect(wordsOf(alternatives.layout)).toEqual(['tossed', 'half drop', 'brick repeat', 'straight repeat', 'mirrored'])
})

test('an engine that reads no words has no chips and no alternatives; its rules are told as a refusal', () => {
  const silent: Engine = {
    name: 'silent',
    version: '1',
    kind: 'trained',
    limits: { concurrency: 1, timeoutMs: 1000 },
    can: () => true,
    understand: ({ prompt }) => {
      if (prompt === 'nude') throw new ToileError('MODERATED')
      return { understood: [], ignored: [] }
    },
    run: () => Promise.reject(new Error('not asked for')),
    close: async () => {},
  }
  expect(ask({ prompt: 'a cat' }, silent)).toMatchObject({ refusal: null, understood: [], alternatives: alternatives.parse({}) })
  expect(ask({ prompt: 'nude' }, silent)).toMatchObject({ refusal: 'MODERATED', understood: [], ignored: [] })
})
