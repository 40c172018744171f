import { randomUUID } from 'node:crypto'
import type { Operation } from 'shared'
import sharp from 'sharp'
import { afterEach, describe, expect, test } from 'vitest'
import type { Caller } from '../../../test/support/caller.ts'
import { finished, request } from '../../../test/support/requests.ts'
import { startTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { databases, type TestDatabase } from '../../../test/support/test-database.ts'
import type { Engine, EngineJob } from '../engines/engine.ts'
import { photograph, pngOf } from '../engines/print/picture/made-pictures.ts'
import { createPrintEngine } from '../engines/print/print-engine.ts'

let app: TestApp<TestDatabase>
afterEach(() => app.close())

/** An engine that answers whatever a test says, four at a time. */
function answering(kind: Engine['kind'], answer: (job: EngineJob) => Promise<Uint8Array>): Engine {
  const print = createPrintEngine({ threads: 1 })
  return {
    ...print,
    kind,
    limits: { concurrency: 4, timeoutMs: 30_000 },
    can: () => true,
    understand: () => ({ understood: [], ignored: [] }),
    run: async (job) => {
      const answered = { engine: 'print', model: 'answering', warnings: [], understood: [] }
      return { bytes: await answer(job), seed: job.seed, ...answered }
    },
  }
}

/** Waits until so many have come. */
function meeting(count: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let come = 0
  return () => {
    if (++come === count) resolve()
    return promise
  }
}

const picture = photograph(300, 300)
const another = (hue: number) => sharp({ create: { width: 300, height: 300, channels: 3, background: `hsl(${hue}, 60%, 50%)` } })

async function uploaded(client: Caller): Promise<string> {
  const form = new FormData()
  form.set('file', new Blob([Buffer.from(await pngOf(picture))]), 'picture.png')
  return (await client.images.upload.mutate(form)).id
}

async function made(client: Caller, operation: Operation, count: number, sourceImageId: string | null) {
  const asked = { operation, sourceImageId, prompt: 'softer', maxCredits: 8, intentId: randomUUID() }
  return finished(client, (await client.generations.request.mutate(request(count, asked))).id)
}

describe.each(databases)('on %s', (database) => {
  test('of images that come out the same, delivered at the same moment, one is charged; the others are kept and cost nothing', async () => {
    const together = meeting(4)
    const same = await pngOf(picture)
    app = await startTestApp({ database, engines: [answering('drawn', () => together().then(() => same))] })
    const { client } = await app.guest()
    const done = await made(client, 'generate', 4, null)
    expect(done).toMatchObject({ charged: 1, returned: 3, held: 0 })
    expect(done.items.map(({ state, image }) => [state, image?.width])).toEqual(Array(4).fill(['delivered', 300]))
    expect(done.items.map(({ charged, reason }) => `${charged} ${reason}`).sort()).toEqual([
      '0 NEAR_DUPLICATE',
      '0 NEAR_DUPLICATE',
      '0 NEAR_DUPLICATE',
      '1 null',
    ])
    expect(await client.wallet.balance.query()).toMatchObject({ credits: 24, held: 0 })
  })

  test('images that differ are all charged, however close together they are delivered', async () => {
    const together = meeting(4)
    const different = ({ index }: EngineJob) =>
      together().then(() =>
        another(index * 60)
          .png()
          .toBuffer(),
      )
    app = await startTestApp({ database, engines: [answering('drawn', different)] })
    const { client } = await app.guest()
    expect(await made(client, 'generate', 4, null)).toMatchObject({ charged: 4, returned: 0 })
  })
})

describe('an AI that gives the picture back that it was to vary', () => {
  const again = async ({ source }: EngineJob) =>
    sharp(source ?? new Uint8Array())
      .jpeg({ quality: 70 })
      .toBuffer()

  test('costs nothing', async () => {
    app = await startTestApp({ engines: [answering('trained', again)] })
    const { client } = await app.guest()
    const done = await made(client, 'vary', 1, await uploaded(client))
    expect(done.items).toMatchObject([{ state: 'delivered', charged: 0, reason: 'NEAR_DUPLICATE' }])
  })

  test('is charged where it turned the hue, which is what may have been asked', async () => {
    const turned = async (job: EngineJob) =>
      sharp(await again(job))
        .modulate({ hue: 25 })
        .png()
        .toBuffer()
    app = await startTestApp({ engines: [answering('trained', turned)] })
    const { client } = await app.guest()
    expect(await made(client, 'vary', 1, await uploaded(client))).toMatchObject({ charged: 1 })
  })

  test.each(['upscale', 'effect', 'edit'] as const)('is charged for %s, which is not compared', async (operation) => {
    app = await startTestApp({ engines: [answering('trained', again)] })
    const { client } = await app.guest()
    const asked = { operation, sourceImageId: await uploaded(client), prompt: '', effect: 'halftone', maxCredits: 8 }
    const { id } = await client.generations.request.mutate(request(1, asked))
    expect(await finished(client, id)).toMatchObject({ charged: 1 })
  })
})
