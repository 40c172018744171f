import { expect, test } from 'vitest'
import { ToileError } from '../platform/errors.ts'
import { createTurns } from './turns.ts'

/** Work that ends when it is told to, and tells when it began. */
function bench(limits: Parameters<typeof createTurns>[0]) {
  const turns = createTurns(limits)
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const work = (name: string) => async () => {
    begun.push(name)
    await new Promise<void>((end) => ends.set(name, end))
    return name
  }
  const settled = () => new Promise((resolve) => setImmediate(resolve))
  return {
    begun,
    take: (name: string) => turns.take(name.charAt(0), work(name)),
    end: async (name: string) => {
      ends.get(name)?.()
      await settled()
    },
    turns,
    settled,
  }
}

test('accounts take turns: who asks for much waits for themselves', async () => {
  const { begun, take, end, settled } = bench({ atOnce: 1, each: 9, all: 9 })
  const all = ['a1', 'a2', 'a3', 'b1', 'b2', 'c1'].map(take)
  await settled()
  for (const name of ['a1', 'a2', 'b1', 'c1', 'a3', 'b2']) {
    expect(begun.at(-1)).toBe(name)
    await end(name)
  }
  expect(await Promise.all(all)).toEqual(['a1', 'a2', 'a3', 'b1', 'b2', 'c1'])
})

test('no more is done at a time than may be, and what is free is used', async () => {
  const { begun, take, end, settled } = bench({ atOnce: 2, each: 9, all: 9 })
  const all = ['a1', 'a2', 'a3', 'a4'].map(take)
  await settled()
  expect(begun).toEqual(['a1', 'a2'])
  await end('a2')
  expect(begun).toEqual(['a1', 'a2', 'a3'])
  await end('a1')
  await end('a3')
  await end('a4')
  expect(await Promise.all(all)).toHaveLength(4)
})

test('more than may wait is BUSY, of one account and of all, until there is room again', async () => {
  const { take, end, settled } = bench({ atOnce: 1, each: 2, all: 3 })
  const taken = ['a0', 'a1', 'a2'].map(take)
  await settled()
  await expect(take('a3')).rejects.toMatchObject({ code: 'BUSY', details: { retryAfterMs: 5000 } })
  const other = take('b1')
  await expect(take('c1')).rejects.toMatchObject({ code: 'BUSY' })
  await end('a0')
  const last = take('c1')
  for (const name of ['a1', 'b1', 'a2', 'c1']) await end(name)
  expect(await Promise.all([...taken, other, last])).toEqual(['a0', 'a1', 'a2', 'b1', 'c1'])
})

test('work that fails fails alone', async () => {
  const turns = createTurns({ atOnce: 1, each: 9, all: 9 })
  const failing = turns.take('a', () => Promise.reject(new ToileError('NOT_FOUND')))
  const next = turns.take('a', () => Promise.resolve('done'))
  await expect(failing).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await next).toBe('done')
})
