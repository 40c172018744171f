import { expect, test } from 'vitest'
import { latest } from './latest'

const settled = () => new Promise((resolve) => setTimeout(resolve))

/** Work of which each run ends when it is let go. */
function slow() {
  const held: (() => void)[] = []
  let runs = 0
  const work = async () => {
    runs += 1
    await new Promise<void>((resolve) => held.push(resolve))
  }
  const letGo = async () => {
    held.shift()?.()
    await settled()
  }
  return { work, letGo, runs: () => runs }
}

test('what is asked for while it runs is done once more, however often it was asked, and never beside itself', async () => {
  const { work, letGo, runs } = slow()
  const show = latest(work, () => {})
  for (let time = 0; time < 5; time++) show()
  expect(runs()).toBe(1)
  await letGo()
  expect(runs()).toBe(2)
  await letGo()
  expect(runs()).toBe(2)
  show()
  expect(runs()).toBe(3)
})

test('a run that fails is told, and stops no other', async () => {
  const told: unknown[] = []
  let runs = 0
  const show = latest(
    async () => {
      runs += 1
      if (runs === 1) throw new Error('no')
    },
    (error) => told.push(error),
  )
  show()
  show()
  await settled()
  expect([runs, told]).toEqual([2, [new Error('no')]])
})
