import { afterEach, describe, expect, test } from 'vitest'
import { engineFolder } from '../../../../test/support/ai-engines.ts'
import { comfyui } from '../../../../test/support/fake-comfyui-service.ts'
import type { Dialect } from '../../../../test/support/fake-image-service.ts'
import { fal, fireworks, replicate } from '../../../../test/support/fake-queued-services.ts'
import { how, job, type OneEngine, startEngine } from '../../../../test/support/one-engine.ts'
import { ToileError } from '../../platform/errors.ts'
import { Draining } from '../engine.ts'

let on: OneEngine
afterEach(() => on.close())

const start = async (...[dialect, more, log]: Parameters<typeof startEngine>) => {
  on = await startEngine(dialect, more, log)
  return on.engine
}

test('a question that is sent as a POST is asked again like any other', async () => {
  let questions = 0
  const away = { status: 504, headers: { 'retry-after-ms': '1' }, body: {} }
  const other: Dialect['other'] = (...asked) => (++questions === 1 ? away : (fireworks.other?.(...asked) ?? null))
  const engine = await start({ ...fireworks, other })
  await expect(engine.run(job(), how())).resolves.toMatchObject({ seed: 5 })
  expect([questions, on.service.orders.length]).toEqual([2, 1])
})

describe.each([replicate, fal, comfyui(engineFolder)])('an order to $provider that is on its way', (dialect) => {
  /** Leaves at the very moment when the service takes the order, before its answer arrives. */
  async function leave(reason: Error) {
    const gone = new AbortController()
    const answer: Dialect['answer'] = (...asked) => {
      gone.abort(reason)
      return dialect.answer(...asked)
    }
    const engine = await start({ ...dialect, answer })
    const kept: string[] = []
    const ticket = { kept: null, keep: async (one: string) => void kept.push(one) }
    await expect(engine.run(job({ prompt: 'slow roses' }), how({ signal: gone.signal, ticket }))).rejects.toBe(reason)
    return kept
  }

  test('when the designer stops is called off', async () => {
    await leave(new ToileError('CANCELLED'))
    expect(on.service.orders.map(({ ended }) => ended)).toEqual(['called off'])
  })

  test('whose number could not be kept is called off, since nobody will ask for it', async () => {
    const engine = await start(dialect)
    const ticket = { kept: null, keep: () => Promise.reject(new ToileError('CANCELLED')) }
    await expect(engine.run(job({ prompt: 'slow roses' }), how({ ticket }))).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(on.service.orders.map(({ ended }) => ended)).toEqual(['called off'])
  })

  test('when the server ends is left at work, and its number is kept', async () => {
    const kept = await leave(new Draining())
    expect(on.service.orders.map(({ ended }) => ended)).toEqual([null])
    expect(kept).toEqual([expect.stringContaining('order-1')])
  })
})
