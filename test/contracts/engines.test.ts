import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dialects, enginesFrom, startServices } from '../support/ai-engines.ts'
import { type Caller, callerWith, pictureForm } from '../support/caller.ts'
import type { Dialect, FakeImageService, Order } from '../support/fake-image-service.ts'
import { photograph } from '../support/pictures.ts'
import { finished, request } from '../support/requests.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { until } from '../support/until.ts'

/** One app with every engine: each test has a guest and words of its own, and the words say how the service behaves. */
let app: TestApp
let services: Map<string, FakeImageService>

const hastyMs = 400
/** Twice each service: patient, and with little time for an image. */
const settings = () => ({
  engines: dialects.flatMap((dialect) => {
    const entry = { ...dialect.entry(serviceOf(dialect).url), credits: 3, concurrency: 16 }
    const { provider } = dialect
    return [
      { ...entry, name: provider },
      { ...entry, name: `${provider}-hasty`, timeoutMs: hastyMs },
    ]
  }),
})

beforeAll(async () => {
  services = await startServices(dialects)
  const { engines } = await enginesFrom(settings())
  app = await startTestApp({ engines })
})
afterAll(async () => {
  await app.close()
  await Promise.all([...services.values()].map((service) => service.close()))
})

function serviceOf({ provider }: Dialect): FakeImageService {
  const service = services.get(provider)
  if (service === undefined) throw new Error(`No stand-in for ${provider}`)
  return service
}

/** Asks for one image with these words, and answers when it has ended. */
async function made(engine: string, prompt: string, more: Record<string, unknown> = {}) {
  const { client, token } = await app.guest()
  const { id } = await client.generations.request.mutate(request(1, { engine, prompt, maxCredits: 25, ...more }))
  const done = await finished(client, id)
  return { client, token, done, item: done.items[0], balance: await client.wallet.balance.query() }
}

const uploaded = async (client: Caller) => client.images.upload.mutate(pictureForm(await photograph(80, 60), 'image/png'))
const uncharged = { credits: 25, held: 0 }

test.concurrent('the print engine delivers an image without any service', async () => {
  const { item, balance } = await made('print', 'gingham in navy')
  expect(item).toMatchObject({ state: 'delivered', charged: 1 })
  expect(balance).toMatchObject({ credits: 24, held: 0 })
})

describe.concurrent.each(dialects)('$provider', (dialect) => {
  const { provider } = dialect

  test('gives an image, decoded, ordered once and charged once', async () => {
    const { item, balance } = await made(provider, 'roses on navy')
    expect(item).toMatchObject({ state: 'delivered', image: { width: 64, height: 64 } })
    expect(balance).toMatchObject({ credits: 24, held: 0 })
    expect(serviceOf(dialect).ordersOf('roses on navy')).toMatchObject([{ source: null }])
  })

  test('that is busy is asked again when it says, and the image is charged once', async () => {
    const { item, balance } = await made(provider, 'busy bees')
    expect([item?.state, balance.credits]).toEqual(['delivered', 24])
    expect(serviceOf(dialect).ordersOf('busy bees')).toHaveLength(1)
  })

  test('that is broken costs nothing', async () => {
    const { item, balance } = await made(provider, 'broken glass')
    expect(item).toMatchObject({ state: 'failed', reason: 'ENGINE_FAILED', charged: 0 })
    expect(balance).toMatchObject(uncharged)
  })

  test('whose answer is no picture costs nothing', async () => {
    const { item, balance } = await made(provider, 'wrong notes')
    expect(item).toMatchObject({ state: 'failed', reason: 'ENGINE_FAILED', image: null })
    expect(balance).toMatchObject(uncharged)
  })

  test('that takes too long is told to stop, and costs nothing', async () => {
    const { item, balance } = await made(`${provider}-hasty`, 'slow snails')
    expect(item).toMatchObject({ state: 'failed', reason: 'TIMED_OUT' })
    expect(balance).toMatchObject(uncharged)
    await toldToStop(dialect, 'slow snails')
  })

  test('is told to stop when the designer does', async () => {
    const { client } = await app.guest()
    const { id } = await client.generations.request.mutate(
      request(1, { engine: provider, prompt: 'slow sloths', maxCredits: 25 }),
    )
    await until(
      'the order',
      () => serviceOf(dialect).ordersOf('slow sloths'),
      (orders) => orders.length === 1,
    )
    await client.generations.cancel.mutate({ id })
    await toldToStop(dialect, 'slow sloths')
    expect(await client.wallet.balance.query()).toMatchObject(uncharged)
  })

  test('that is cut off in the middle of the picture is asked for it again where it has a number, and orders no second one', async () => {
    const { item, balance } = await made(provider, 'cut flowers')
    const number = dialect.gives === 'number'
    expect([item?.state, balance.credits]).toEqual(number ? ['delivered', 24] : ['failed', 25])
    expect(serviceOf(dialect).ordersOf('cut flowers')).toHaveLength(1)
  })

  test('edits a picture that it is given', async () => {
    const { client } = await app.guest()
    const source = await uploaded(client)
    const asked = { engine: provider, operation: 'edit', prompt: 'in red', sourceImageId: source.id, maxCredits: 25 }
    const done = await finished(client, (await client.generations.request.mutate(request(1, asked))).id)
    expect(done.items[0]?.state).toBe('delivered')
    const [order] = serviceOf(dialect).ordersOf('in red')
    expect(await sharp(order?.source ?? undefined).metadata()).toMatchObject({ width: 80, height: 60 })
  })
})

describe.concurrent.each(dialects.filter(({ provider }) => provider !== 'a1111' && provider !== 'comfyui'))(
  '$provider',
  (dialect) => {
    test('that refuses to make a picture is a moderation, and costs nothing', async () => {
      const { item, balance } = await made(dialect.provider, 'refusing roses')
      expect(item).toMatchObject({ state: 'failed', reason: 'MODERATED' })
      expect(balance).toMatchObject(uncharged)
    })
  },
)

/** Neither can call an order off. */
const neverCallOff = ['black-forest-labs', 'fireworks']

async function toldToStop(dialect: Dialect, words: string): Promise<void> {
  if (neverCallOff.includes(dialect.provider)) return
  const stopped = ({ ended }: Order) => ended === 'cut off' || ended === 'called off'
  await until(
    'the service to be told',
    () => serviceOf(dialect).ordersOf(words),
    (orders) => orders.every(stopped),
    5000,
  )
}

test('what services with a number had ordered when the server ended is fetched by the next one, and no second is ordered', async () => {
  const queued = dialects.filter(({ gives }) => gives === 'number')
  const own = await startServices(queued)
  const engines = queued.map((dialect) => ({ ...dialect.entry(own.get(dialect.provider)?.url ?? ''), name: dialect.provider }))
  const first = await startTestApp({ engines: (await enginesFrom({ engines })).engines })
  const { client, token } = await first.guest()
  const ask = (engine: string) => client.generations.request.mutate(request(1, { engine, prompt: 'waiting game' }))
  const asked = await Promise.all(queued.map(({ provider }) => ask(provider)))
  const { db } = first.database
  await until(
    'every ticket',
    () => db.read.generationJob.count({ where: { ticket: { not: null } } }),
    (kept) => kept === queued.length,
  )
  await first.app.close(0)
  for (const service of own.values()) service.finish()
  const second = await first.restart((await enginesFrom({ engines })).engines)
  const again = callerWith(second.url, token)
  const done = await Promise.all(asked.map(({ id }) => finished(again, id)))
  expect(done.map(({ items }) => items[0]?.state)).toEqual(queued.map(() => 'delivered'))
  expect([...own.values()].map(({ orders }) => orders.length)).toEqual(queued.map(() => 1))
  expect(await db.read.generationJob.findMany({ select: { bought: true } })).toEqual(queued.map(() => ({ bought: 1 })))
  expect(await again.wallet.balance.query()).toMatchObject({ credits: 25 - queued.length, held: 0 })
  await second.close()
  await Promise.all([...own.values()].map((service) => service.close()))
})
