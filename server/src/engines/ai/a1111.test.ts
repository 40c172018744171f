import { afterEach, expect, test } from 'vitest'
import { a1111 } from '../../../../test/support/fake-a1111-service.ts'
import { enquiry, how, job, type OneEngine, startEngine } from '../../../../test/support/one-engine.ts'
import { photograph } from '../../../../test/support/pictures.ts'
import { until } from '../../../../test/support/until.ts'
import { ToileError } from '../../platform/errors.ts'
import { Draining } from '../engine.ts'

let on: OneEngine
afterEach(() => on.close())

const start = async (...[dialect, more, log]: Parameters<typeof startEngine>) => {
  on = await startEngine(dialect, more, log)
  return on.engine
}

test('upscales by the factor asked for', async () => {
  const engine = await start(a1111)
  await engine.run(job({ operation: 'upscale', prompt: '', source: await photograph(40, 30), options: { factor: 4 } }), how())
  expect(on.service.orders).toMatchObject([{ words: 'upscale 4', source: expect.any(Buffer) }])
})

test('is interrupted where it draws our picture, and never where it draws another’s', async () => {
  const engine = await start(a1111)
  const [first, second] = [new AbortController(), new AbortController()]
  const runs = [first, second].map(({ signal }, at) => engine.run(job({ prompt: `waiting ${at}`, seed: at }), how({ signal })))
  await until(
    'both orders',
    () => on.service.orders.length,
    (orders) => orders === 2,
  )
  const [queued, drawn] = on.service.orders
  const stop = (order: typeof queued) => (order?.words === 'waiting 0' ? first : second).abort(new ToileError('CANCELLED'))
  stop(queued)
  await expect(Promise.race(runs)).rejects.toMatchObject({ code: 'CANCELLED' })
  await until(
    'the connection to end',
    () => queued?.ended,
    (ended) => ended === 'cut off',
  )
  expect(drawn?.ended).toBeNull()
  stop(drawn)
  await Promise.allSettled(runs)
  expect(on.service.requests.filter(({ path }) => path.endsWith('/interrupt'))).toHaveLength(1)
})

test('is interrupted when the server ends, too: it gives no number, so nobody will ask for the picture', async () => {
  const engine = await start(a1111)
  const gone = new AbortController()
  const run = engine.run(job({ prompt: 'waiting' }), how({ signal: gone.signal }))
  await until(
    'the order',
    () => on.service.orders.length,
    (orders) => orders === 1,
  )
  gone.abort(new Draining())
  await expect(run).rejects.toBeInstanceOf(Draining)
  expect(on.service.orders[0]?.ended).toBe('called off')
})

test('is not asked for more pixels than are decoded', async () => {
  const engine = await start(a1111)
  const large = { ...enquiry({ operation: 'upscale', options: { factor: 4 } }), source: { width: 4000, height: 4000 } }
  expect(() => engine.understand(large)).toThrow(expect.objectContaining({ code: 'IMAGE_TOO_LARGE' }))
})

test('tells how far the picture is, and takes the operator’s options and password', async () => {
  const engine = await start(a1111)
  const shares: number[] = []
  const progress = (share: number) => {
    shares.push(share)
    on.service.finish()
  }
  await engine.run(job({ prompt: 'waiting' }), how({ progress }))
  expect(shares[0]).toBe(0.5)
  const drawn = on.service.requests.find(({ path }) => path === '/sdapi/v1/txt2img')
  expect(drawn).toMatchObject({ json: { steps: 12, seed: 5 }, headers: { authorization: `Basic ${btoa('user:password')}` } })
})
