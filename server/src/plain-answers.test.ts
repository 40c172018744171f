import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { registerPlainAnswers } from './plain-answers.ts'
import { ToileError } from './platform/errors.ts'

test.each([
  [new ToileError('BUSY', { retryAfterMs: 4500 }), 429, '5', { code: 'BUSY', details: { retryAfterMs: 4500 } }],
  [new ToileError('NOT_FOUND'), 404, undefined, { code: 'NOT_FOUND', details: {} }],
  [new Error('a secret'), 500, undefined, { code: 'INTERNAL', details: {} }],
])('%s is told as what it is, and nothing else', async (error, status, retryAfter, told) => {
  const app = Fastify()
  registerPlainAnswers(app)
  app.get('/', () => Promise.reject(error))
  const answer = await app.inject('/')
  expect([answer.statusCode, answer.headers['retry-after'], answer.json()]).toEqual([status, retryAfter, told])
})
