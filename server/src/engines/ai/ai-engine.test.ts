import { Writable } from 'node:stream'
import { pino } from 'pino'
import sharp from 'sharp'
import { afterEach, describe, expect, test } from 'vitest'
import { openai } from '../../../../test/support/fake-openai-service.ts'
import { enquiry, how, job, type OneEngine, startEngine } from '../../../../test/support/one-engine.ts'
import { blackPng, photograph, plain } from '../../../../test/support/pictures.ts'

let on: OneEngine
afterEach(() => on.close())

const start = async (...[dialect, more, log]: Parameters<typeof startEngine>) => {
  on = await startEngine(dialect, more, log)
  return on.engine
}

describe('words', () => {
  test('that are options to the service are taken out, and the designer is told', async () => {
    const engine = await start(openai)
    expect(engine.understand(enquiry({ prompt: 'roses <lora:x:1>' })).ignored).toEqual(['<lora:x:1>'])
    await engine.run(job({ prompt: 'roses <lora:x:1>' }), how())
    expect(on.service.orders[0]?.words).toBe('roses')
  })

  test('go as they are where the operator allows it', async () => {
    const engine = await start(openai, { allowPromptOptions: true })
    expect(engine.understand(enquiry({ prompt: 'roses <lora:x:1>' })).ignored).toEqual([])
    await engine.run(job({ prompt: 'roses <lora:x:1>' }), how())
    expect(on.service.orders[0]?.words).toBe('roses <lora:x:1>')
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
    expect(on.service.orders[0]?.words).toContain('#112233, #ddeeff')
  })
})

test('a picture larger than was paid for is scaled down to it, and one in another format becomes a PNG', async () => {
  const engine = await start(openai, { sizes: ['2048x2048'] })
  on.service.picture = await sharp(Buffer.from(await photograph(1600, 1200)))
    .avif({ effort: 0 })
    .toBuffer()
  const { bytes } = await engine.run(job(), how())
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1024, height: 768 })
})

test('a picture of a smaller size than was paid for is not sold', async () => {
  const engine = await start(openai, { sizes: ['2048x2048'] })
  on.service.picture = Buffer.from(await plain(1024, 1024, '#16325c'))
  await expect(engine.run(job({ size: 2048 }), how())).rejects.toMatchObject({ code: 'ENGINE_FAILED' })
  on.service.picture = Buffer.from(await plain(1536, 16, '#16325c'))
  await expect(engine.run(job({ size: 2048 }), how())).resolves.toMatchObject({ seed: 5 })
})

test('a picture of too many pixels is none, however few bytes it has', async () => {
  const engine = await start(openai)
  on.service.picture = Buffer.from(blackPng(100_000, 16))
  await expect(engine.run(job(), how())).rejects.toMatchObject({ code: 'ENGINE_FAILED' })
})

test('what the service could not take is kept as warnings', async () => {
  const engine = await start(openai)
  expect((await engine.run(job(), how())).warnings).toEqual(['unsupported: seed'])
})

test('a key that the service repeats in its answer is not in the log, and neither is the prompt', async () => {
  const lines: string[] = []
  const log = pino({ level: 'trace' }, new Writable({ write: (chunk, _encoding, done) => done(void lines.push(String(chunk))) }))
  const repeating = {
    status: 401,
    body: { error: { message: 'Incorrect API key provided: sk-of-a-test for refusing secret-roses' } },
  }
  const engine = await start({ ...openai, refusal: repeating }, {}, log)
  const failed = engine.run(job({ prompt: 'refusing secret-roses' }), how())
  await expect(failed).rejects.toMatchObject({ code: 'ENGINE_FAILED' })
  log.warn({ err: await failed.catch((error: unknown) => error) }, 'an image failed')
  expect(lines.join()).toContain('Incorrect API key provided: [redacted] for [redacted]')
  expect(lines.join()).not.toMatch(/sk-of-a-test|secret-roses/)
})
