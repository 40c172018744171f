import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Overtaken, untilNewest } from './readings.ts'

/** Something that is read: each reading takes a while, and is overtaken by one that begins meanwhile. */
function readThing() {
  let [begun, read] = [0, 0]
  const reading = async () => {
    const own = ++begun
    await pause(10)
    if (own !== begun) return false
    read += 1
    return true
  }
  return { reading, times: () => read }
}

test('two readings that overtake each other both come through', async () => {
  const { reading, times } = readThing()
  const first = untilNewest('it', reading)
  await pause(5)
  await Promise.all([first, untilNewest('it', reading)])
  expect(times()).toBe(2)
})

test('one that is overtaken again and again says so, for its event to be tried again', async () => {
  await expect(untilNewest('checkout 1', async () => false)).rejects.toThrow(Overtaken)
})
