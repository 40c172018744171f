import { beforeEach, expect, test } from 'vitest'
import { TestClock } from '../../../test/support/test-clock.ts'
import { createLog } from './log.ts'
import { createSweeper, type Sweep, type Sweeper } from './sweeper.ts'

const hourMs = 3_600_000
let clock: TestClock
let ran: string[]
let said: { level: 'info' | 'error'; message: string; fields: object }[]
let sweeper: Sweeper

const sweep = (name: string, everyMs = 60_000): Sweep => ({ name, everyMs, run: async () => ran.push(name) })

function sweeperOf(sweeps: Sweep[], newestKnown: Date | null = null): Sweeper {
  const log = createLog('silent')
  const listen = (level: 'info' | 'error') => (fields: object, message: string) => said.push({ level, message, fields })
  Object.assign(log, { info: listen('info'), error: listen('error') })
  return createSweeper({ clock, log, sweeps, newestKnown: async () => newestKnown })
}

const errors = () => said.filter(({ level }) => level === 'error')

beforeEach(() => {
  clock = new TestClock()
  ran = []
  said = []
  sweeper = sweeperOf([sweep('lots'), sweep('notices', hourMs)])
})

test('each sweep runs at once, and then as often as it is due', async () => {
  await sweeper.runDue()
  expect(ran).toEqual(['lots', 'notices'])
  clock.advance({ ms: 10_000 })
  await sweeper.runDue()
  expect(ran).toEqual(['lots', 'notices'])
  clock.advance({ ms: 50_000 })
  await sweeper.runDue()
  expect(ran).toEqual(['lots', 'notices', 'lots'])
  clock.advance({ ms: hourMs })
  await sweeper.runDue()
  expect(ran).toEqual(['lots', 'notices', 'lots', 'lots', 'notices'])
})

test('a look that comes a little early finds what is due all the same: nothing waits for one more look', async () => {
  await sweeper.runDue()
  for (let looks = 0; looks < 60; looks++) {
    clock.advance({ ms: 59_990 })
    await sweeper.runDue()
  }
  expect([ran.filter((name) => name === 'lots').length, ran.filter((name) => name === 'notices').length]).toEqual([61, 2])
})

test('a sweep that fails is said, keeps no other from running, and is tried again', async () => {
  let fails = true
  const shaky: Sweep = {
    name: 'shaky',
    everyMs: 60_000,
    run: async () => {
      if (fails) throw new Error('the database is away')
      return ran.push('shaky')
    },
  }
  sweeper = sweeperOf([shaky, sweep('lots')])
  await sweeper.runDue()
  expect([ran, errors().length]).toEqual([['lots'], 1])
  fails = false
  clock.advance({ ms: 60_000 })
  await sweeper.runDue()
  expect(ran).toEqual(['lots', 'shaky', 'lots'])
})

test('one run at a time: who asks meanwhile waits for the same run, and so does stopping', async () => {
  const gate = Promise.withResolvers<void>()
  let ended = false
  const slow: Sweep = {
    name: 'slow',
    everyMs: 0,
    run: async () => {
      await gate.promise
      ended = true
      return ran.push('slow')
    },
  }
  sweeper = sweeperOf([slow])
  const first = sweeper.runDue()
  const second = sweeper.runDue()
  const stopped = sweeper.stop().then(() => ended)
  gate.resolve()
  await Promise.all([first, second])
  expect([ran, await stopped]).toEqual([['slow'], true])
})

test.each([
  ['ahead', 61 * 60_000],
  ['back', -61 * 60_000],
])(
  'a clock that jumps %s by more than an hour stops the sweeps for good, and the operator is told what to do',
  async (_where, ms) => {
    await sweeper.runDue()
    clock.jump(ms)
    clock.advance({ ms: 60_000 })
    await sweeper.runDue()
    clock.jump(-ms)
    clock.advance({ days: 1 })
    await sweeper.runDue()
    expect(ran).toEqual(['lots', 'notices'])
    expect(errors()).toEqual([
      {
        level: 'error',
        message: expect.stringContaining('jumped'),
        fields: { jumpedMs: ms, advice: expect.stringContaining('restart') },
      },
    ])
  },
)

test('a clock that is put right by minutes, and a machine that slept for a day, stop nothing', async () => {
  await sweeper.runDue()
  clock.jump(59 * 60_000)
  clock.advance({ ms: 60_000 })
  await sweeper.runDue()
  clock.advance({ days: 1 })
  await sweeper.runDue()
  expect([ran.length, errors()]).toEqual([5, []])
})

test('a start with a clock more than an hour behind the last command sweeps nothing and says so', async () => {
  sweeper = sweeperOf([sweep('lots')], new Date(clock.now().getTime() + 61 * 60_000))
  await sweeper.runDue()
  expect(ran).toEqual([])
  expect(errors()).toMatchObject([{ message: expect.stringContaining('behind'), fields: { advice: expect.any(String) } }])
})

test('a start with a clock a little behind the last command sweeps', async () => {
  sweeper = sweeperOf([sweep('lots')], new Date(clock.now().getTime() + 59 * 60_000))
  await sweeper.runDue()
  expect([ran, errors()]).toEqual([['lots'], []])
})
