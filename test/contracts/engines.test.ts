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
/** What became of everything, by provider: all is asked for at once, since most of it waits. */
let everything: Map<string, Everything>

const hastyMs = 400
/** They make what they are asked for. */
const neverRefuse = ['a1111', 'comfyui']
/** Twice each service: patient, and with little time for an image. */
const settings = () => ({
  engines: dialects.flatMap((dialect) => {
    const entry = { ...dialect.entry(serviceOf(dialect).url), concurrency: 16 }
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
  everything = new Map(
    await Promise.all(dialects.map(async (dialect) => [dialect.provider, await everythingOf(dialect)] as const)),
  )
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

type Everything = Awaited<ReturnType<typeof everythingOf>>

/** Asks for one image with these words, and answers when it has ended. */
async function made(client: Caller, engine: string, prompt: string, more: Record<string, unknown> = {}) {
  const { id } = await client.generations.request.mutate(request(1, { engine, prompt, maxCredits: 25, ...more }))
  const [item] = (await finished(client, id)).items
  return item
}

const uploaded = async (client: Caller) => client.images.upload.mutate(pictureForm(await photograph(80, 60), 'image/png'))
const failed = (reason: string) => ({ state: 'failed', reason, image: null, charged: 0 })

/** Asks for one image, and stops it when the service is at work on it. */
async function stopped(client: Caller, dialect: Dialect) {
  const words = 'slow sloths'
  const { id } = await client.generations.request.mutate(request(1, { engine: dialect.provider, prompt: words }))
  const orders = () => serviceOf(dialect).ordersOf(words)
  await until('the order', orders, ({ length }) => length === 1)
  await client.generations.cancel.mutate({ id })
  return (await finished(client, id)).items[0]
}

/** What a service's guest asked for, all at once, and what became of each. */
async function everythingOf(dialect: Dialect) {
  const { provider } = dialect
  const { client } = await app.guest()
  const source = await uploaded(client)
  const edit = { operation: 'edit', sourceImageId: source.id }
  const [good, edited, busy, broken, wrong, refusing, cut, slow, given] = await Promise.all([
    made(client, provider, 'roses on navy'),
    made(client, provider, 'in red', edit),
    made(client, provider, 'busy bees'),
    made(client, provider, 'broken glass'),
    made(client, provider, 'wrong notes'),
    made(client, provider, 'refusing roses'),
    made(client, provider, 'cut flowers'),
    made(client, `${provider}-hasty`, 'slow snails'),
    stopped(client, dialect),
  ])
  return {
    items: { good, edited, busy, broken, wrong, refusing, cut, slow, stopped: given },
    balance: await client.wallet.balance.query(),
  }
}

test('the print engine delivers an image without any service', async () => {
  const { client } = await app.guest()
  expect(await made(client, 'print', 'gingham in navy')).toMatchObject({ state: 'delivered', charged: 1 })
  expect(await client.wallet.balance.query()).toMatchObject({ credits: 24, held: 0 })
})

describe.each(dialects)('$provider', (dialect) => {
  const { provider } = dialect
  const became = (what: keyof Everything['items']) => everything.get(provider)?.items[what]
  const ordersOf = (words: string) => serviceOf(dialect).ordersOf(words)

  test('gives an image, decoded, ordered once and charged once', () => {
    expect(became('good')).toMatchObject({ state: 'delivered', charged: 1, image: { width: 64, height: 64 } })
    expect(ordersOf('roses on navy')).toMatchObject([{ source: null }])
  })

  test('edits the picture that it is given', async () => {
    expect(became('edited')).toMatchObject({ state: 'delivered', charged: 1 })
    const [order] = ordersOf('in red')
    expect(await sharp(order?.source ?? undefined).metadata()).toMatchObject({ width: 80, height: 60 })
  })

  test('that is busy is asked again when it says, and the image is charged once', () => {
    expect(became('busy')).toMatchObject({ state: 'delivered', charged: 1 })
    expect(ordersOf('busy bees')).toHaveLength(1)
  })

  test('that is broken costs nothing', () => expect(became('broken')).toMatchObject(failed('ENGINE_FAILED')))

  test('whose answer is no picture costs nothing', () => expect(became('wrong')).toMatchObject(failed('ENGINE_FAILED')))

  test.skipIf(neverRefuse.includes(provider))('that refuses to make a picture is a moderation, and costs nothing', () => {
    expect(became('refusing')).toMatchObject(failed('MODERATED'))
  })

  test('that is cut off in the middle of the picture is asked for it again where it has a number, and orders no second one', () => {
    const again = { state: 'delivered', charged: 1 }
    expect(became('cut')).toMatchObject(dialect.gives === 'number' ? again : failed('ENGINE_FAILED'))
    expect(ordersOf('cut flowers')).toHaveLength(1)
  })

  test('that takes too long is told to stop, and costs nothing', async () => {
    expect(became('slow')).toMatchObject(failed('TIMED_OUT'))
    await toldToStop(dialect, 'slow snails')
  })

  test('charges for what was delivered and for nothing else', () => {
    const { items, balance } = everything.get(provider) ?? { items: {}, balance: null }
    const delivered = Object.values(items).filter((item) => item?.state === 'delivered').length
    expect(delivered).toBeGreaterThan(2)
    expect(balance).toMatchObject({ credits: 25 - delivered, held: 0 })
  })

  test('is told to stop when the designer does', async () => {
    expect(became('stopped')).toMatchObject({ state: 'cancelled', image: null, charged: 0 })
    expect(ordersOf('slow sloths')).toHaveLength(1)
    await toldToStop(dialect, 'slow sloths')
  })
})

test('as many images are kept as were delivered, and none twice', async () => {
  const { read } = app.database.db
  const delivered = await read.generationJob.findMany({ where: { state: 'delivered' }, select: { imageId: true } })
  const kept = await read.image.findMany({ where: { role: 'result' }, select: { id: true } })
  expect(kept.map(({ id }) => id).sort()).toEqual(delivered.map(({ imageId }) => imageId).sort())
})

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
