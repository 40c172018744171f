import { Writable } from 'node:stream'
import { pino } from 'pino'
import sharp from 'sharp'
import { afterEach, describe, expect, test } from 'vitest'
import { engineFolder, enginesFrom } from '../../../../test/support/ai-engines.ts'
import { a1111 } from '../../../../test/support/fake-a1111-service.ts'
import { comfyui } from '../../../../test/support/fake-comfyui-service.ts'
import { type Dialect, type FakeImageService, startFakeImageService } from '../../../../test/support/fake-image-service.ts'
import { openai } from '../../../../test/support/fake-openai-service.ts'
import { photograph } from '../../../../test/support/pictures.ts'
import { until } from '../../../../test/support/until.ts'
import { ToileError } from '../../platform/errors.ts'
import type { Engine, EngineJob, EngineRun } from '../engine.ts'
import { seamReport } from '../print/seam.ts'

let service: FakeImageService
let engines: Engine[] = []
afterEach(async () => {
  await Promise.all(engines.map((engine) => engine.close()))
  await service.close()
})

/** The engine of one service, with what else its entry says. */
async function start(dialect: Dialect, more: object = {}, log?: Parameters<typeof enginesFrom>[1]): Promise<Engine> {
  service = await startFakeImageService(dialect)
  engines = (await enginesFrom({ engines: [{ ...dialect.entry(service.url), name: 'ai', ...more }] }, log)).engines
  const [engine] = engines
  if (engine === undefined) throw new Error('No engine')
  return engine
}

const job = (more: Partial<EngineJob> = {}): EngineJob => ({
  operation: 'generate',
  prompt: 'roses on navy',
  source: null,
  size: 1024,
  seed: 5,
  index: 0,
  options: {},
  ...more,
})
const enquiry = (more: Partial<EngineJob> = {}) => ({ ...job(more), source: null })
const how = (more: Partial<EngineRun> = {}): EngineRun => ({
  signal: new AbortController().signal,
  progress: () => {},
  ticket: { kept: null, keep: async () => {} },
  ...more,
})

describe('words', () => {
  test('that are options to the service are taken out, and the designer is told', async () => {
    const engine = await start(openai)
    expect(engine.understand(enquiry({ prompt: 'roses <lora:x:1>' })).ignored).toEqual(['<lora:x:1>'])
    await engine.run(job({ prompt: 'roses <lora:x:1>' }), how())
    expect(service.orders[0]?.words).toBe('roses')
  })

  test('go as they are where the operator allows it', async () => {
    const engine = await start(openai, { allowPromptOptions: true })
    expect(engine.understand(enquiry({ prompt: 'roses <lora:x:1>' })).ignored).toEqual([])
    await engine.run(job({ prompt: 'roses <lora:x:1>' }), how())
    expect(service.orders[0]?.words).toBe('roses <lora:x:1>')
  })

  test('that are nothing but options are not understood, and an edit needs some', async () => {
    const engine = await start(openai)
    expect(() => engine.understand(enquiry({ prompt: '<lora:x:1>' }))).toThrow(
      expect.objectContaining({ code: 'NOT_UNDERSTOOD' }),
    )
    expect(() => engine.understand(enquiry({ operation: 'edit', prompt: '' }))).toThrow(
      expect.objectContaining({ code: 'BAD_REQUEST' }),
    )
  })

  test('carry the palette that was chosen beside them', async () => {
    const engine = await start(openai)
    await engine.run(job({ options: { palette: ['#112233', '#ddeeff'] } }), how())
    expect(service.orders[0]?.words).toContain('#112233, #ddeeff')
  })
})

test('a picture larger than was paid for is scaled down to it, and one in another format becomes a PNG', async () => {
  const engine = await start(openai, { sizes: ['2048x2048'] })
  service.picture = await sharp(Buffer.from(await photograph(1600, 1200)))
    .avif({ effort: 0 })
    .toBuffer()
  const { bytes } = await engine.run(job(), how())
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1024, height: 768 })
})

test('ComfyUI tells how far the picture is, and takes what the workflow names in its own types', async () => {
  const engine = await start(comfyui(engineFolder))
  const shares: number[] = []
  const progress = (share: number) => {
    shares.push(share)
    service.finish()
  }
  await engine.run(job({ prompt: 'waiting roses' }), how({ progress }))
  expect(shares).toEqual([0.25])
  const nodes = {
    '3': { inputs: { seed: 5 } },
    '5': { inputs: { width: 1024 } },
    '6': { inputs: { text: 'waiting roses, textile print' } },
  }
  expect(service.requests.find(({ path }) => path === '/prompt')).toMatchObject({ json: { prompt: nodes } })
})

test('ComfyUI that was started anew and has forgotten an order is given it again', async () => {
  const engine = await start(comfyui(engineFolder))
  const kept: string[] = []
  const ticket = {
    kept: JSON.stringify({ service: 'comfyui', promptId: 'forgotten' }),
    keep: async (one: string) => void kept.push(one),
  }
  await engine.run(job(), how({ ticket }))
  expect([service.orders.length, kept]).toEqual([1, ['{"service":"comfyui","promptId":"order-1"}']])
})

test('stopping takes one’s own order out of ComfyUI’s queue, and leaves the picture that is being drawn for another', async () => {
  const engine = await start(comfyui(engineFolder), { concurrency: 2 })
  const [first, second] = [new AbortController(), new AbortController()]
  const drawn = engine.run(job({ prompt: 'waiting first' }), how({ signal: first.signal }))
  await until(
    'the first order',
    () => service.orders.length,
    (orders) => orders === 1,
  )
  const queued = engine.run(job({ prompt: 'waiting second' }), how({ signal: second.signal }))
  await until(
    'the second order',
    () => service.orders.length,
    (orders) => orders === 2,
  )
  second.abort(new ToileError('CANCELLED'))
  await expect(queued).rejects.toMatchObject({ code: 'CANCELLED' })
  expect(service.orders.map(({ ended }) => ended)).toEqual([null, 'called off'])
  service.finish()
  expect((await drawn).bytes.length).toBeGreaterThan(0)
})

test('what the service could not take is kept as warnings', async () => {
  const engine = await start(openai)
  expect((await engine.run(job(), how())).warnings).toEqual(['unsupported: seed'])
})

describe('a layout', () => {
  const seamOf = async (bytes: Uint8Array) => {
    const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    return seamReport(data, info.width, info.height).seamless
  }

  test.each([
    ['chosen', { options: { layout: 'block' as const } }],
    ['named in the words', { prompt: 'roses on navy, half-drop' }],
  ])('%s makes the service’s picture a repeat without a seam', async (_how, more) => {
    const engine = await start(openai)
    service.picture = Buffer.from(await photograph(512, 512))
    expect(await seamOf(service.picture)).toBe(false)
    const { bytes } = await engine.run(job(more), how())
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 1024, height: 1024 })
    expect(await seamOf(bytes)).toBe(true)
  })

  test('named in the words is shown as understood', async () => {
    const engine = await start(openai)
    const { understood } = engine.understand(enquiry({ prompt: 'roses on navy, half-drop' }))
    expect(understood).toMatchObject([{ kind: 'layout', word: 'half-drop' }])
  })

  test('that is not asked for leaves the picture as the service made it', async () => {
    const engine = await start(openai)
    expect(Buffer.from((await engine.run(job(), how())).bytes)).toEqual(service.picture)
  })
})

describe('AUTOMATIC1111', () => {
  test('upscales by the factor asked for', async () => {
    const engine = await start(a1111)
    await engine.run(job({ operation: 'upscale', prompt: '', source: await photograph(40, 30), options: { factor: 4 } }), how())
    expect(service.orders).toMatchObject([{ words: 'upscale 4', source: expect.any(Buffer) }])
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
      service.finish()
    }
    await engine.run(job({ prompt: 'waiting' }), how({ progress }))
    expect(shares[0]).toBe(0.5)
    const drawn = service.requests.find(({ path }) => path === '/sdapi/v1/txt2img')
    expect(drawn).toMatchObject({ json: { steps: 12, seed: 5 }, headers: { authorization: `Basic ${btoa('user:password')}` } })
  })
})

test('a key that the service repeats in its answer is not in the log, and neither is the prompt', async () => {
  const lines: string[] = []
  const log = pino({ level: 'trace' }, new Writable({ write: (chunk, _encoding, done) => done(void lines.push(String(chunk))) }))
  const repeating = { status: 401, body: { error: { message: 'Incorrect API key provided: sk-of-a-test' } } }
  const engine = await start({ ...openai, refusal: repeating }, {}, log)
  const failed = engine.run(job({ prompt: 'refusing secret-roses' }), how())
  await expect(failed).rejects.toMatchObject({ code: 'ENGINE_FAILED' })
  log.warn({ err: await failed.catch((error: unknown) => error) }, 'an image failed')
  expect(lines.join()).toContain('Incorrect API key provided: [redacted]')
  expect(lines.join()).not.toMatch(/sk-of-a-test|secret-roses/)
})
