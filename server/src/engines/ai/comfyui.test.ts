import { afterEach, expect, test } from 'vitest'
import { engineFolder } from '../../../../test/support/ai-engines.ts'
import { comfyui } from '../../../../test/support/fake-comfyui-service.ts'
import { how, job, type OneEngine, startEngine } from '../../../../test/support/one-engine.ts'
import { until } from '../../../../test/support/until.ts'
import { ToileError } from '../../platform/errors.ts'

let on: OneEngine
afterEach(() => on.close())

const start = async (...[dialect, more, log]: Parameters<typeof startEngine>) => {
  on = await startEngine(dialect, more, log)
  return on.engine
}

test('ComfyUI tells how far the picture is, and takes what the workflow names in its own types', async () => {
  const engine = await start(comfyui(engineFolder))
  const shares: number[] = []
  const progress = (share: number) => {
    shares.push(share)
    on.service.finish()
  }
  await engine.run(job({ prompt: 'waiting roses' }), how({ progress }))
  expect(shares).toEqual([0.25])
  const nodes = {
    '3': { inputs: { seed: 5 } },
    '5': { inputs: { width: 1024 } },
    '6': { inputs: { text: 'waiting roses, textile print' } },
  }
  expect(on.service.requests.find(({ path }) => path === '/prompt')).toMatchObject({ json: { prompt: nodes } })
})

test('ComfyUI that was started anew and has forgotten an order is given it again', async () => {
  const engine = await start(comfyui(engineFolder))
  const kept: string[] = []
  const ticket = {
    kept: JSON.stringify({ service: 'comfyui', promptId: 'forgotten' }),
    keep: async (one: string) => void kept.push(one),
  }
  await engine.run(job(), how({ ticket }))
  expect([on.service.orders.length, kept]).toEqual([1, ['{"service":"comfyui","promptId":"order-1"}']])
})

test('stopping takes one’s own order out of ComfyUI’s queue, and leaves the picture that is being drawn for another', async () => {
  const engine = await start(comfyui(engineFolder), { concurrency: 2 })
  const [first, second] = [new AbortController(), new AbortController()]
  const drawn = engine.run(job({ prompt: 'waiting first' }), how({ signal: first.signal }))
  await until(
    'the first order',
    () => on.service.orders.length,
    (orders) => orders === 1,
  )
  const queued = engine.run(job({ prompt: 'waiting second' }), how({ signal: second.signal }))
  await until(
    'the second order',
    () => on.service.orders.length,
    (orders) => orders === 2,
  )
  second.abort(new ToileError('CANCELLED'))
  await expect(queued).rejects.toMatchObject({ code: 'CANCELLED' })
  expect(on.service.orders.map(({ ended }) => ended)).toEqual([null, 'called off'])
  on.service.finish()
  expect((await drawn).bytes.length).toBeGreaterThan(0)
})
