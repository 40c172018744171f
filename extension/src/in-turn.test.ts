import { expect, test } from 'vitest'
import { oneAfterAnother } from './in-turn'

test('work begins when the one before has ended, in the order in which it was asked for', async () => {
  const inTurn = oneAfterAnother()
  const first = Promise.withResolvers<void>()
  const told: string[] = []
  const done = [
    inTurn(async () => {
      told.push('first begins')
      await first.promise
      told.push('first ends')
    }),
    inTurn(async () => told.push('second')),
  ]
  await Promise.resolve()
  expect(told).toEqual(['first begins'])
  first.resolve()
  await Promise.all(done)
  expect(told).toEqual(['first begins', 'first ends', 'second'])
})

test('what fails is told to whoever asked for it, and the next is done all the same', async () => {
  const inTurn = oneAfterAnother()
  const failing = inTurn(async () => {
    throw new Error('full')
  })
  const after = inTurn(async () => 'done')
  await expect(failing).rejects.toThrow('full')
  expect(await after).toBe('done')
})
