import { createHash } from 'node:crypto'
import type { Operation } from 'shared'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { ToileError } from '../../platform/errors.ts'
import type { EngineJob, EngineRun } from '../engine.ts'
import { createPrintEngine } from './print-engine.ts'
import { seamReport } from './seam.ts'

const engine = createPrintEngine({ threads: 1 })
afterAll(() => engine.close())

const floral: EngineJob = {
  operation: 'generate',
  prompt: 'pink floral on navy',
  source: null,
  size: 1024,
  seed: 7,
  index: 0,
  options: {},
}
const quietly: EngineRun = {
  signal: new AbortController().signal,
  progress: () => {},
  ticket: { kept: null, keep: async () => {} },
}

async function pixelsOf(bytes: Uint8Array) {
  return sharp(bytes).raw().toBuffer({ resolveWithObject: true })
}

describe('the print engine', () => {
  test('gives a PNG of the size asked, without a seam, with its svg and what it understood', async () => {
    const result = await engine.run(floral, quietly)
    const { data, info } = await pixelsOf(result.bytes)
    expect([info.width, info.height]).toEqual([1024, 1024])
    expect((await sharp(result.bytes).metadata()).format).toBe('png')
    expect(seamReport(data, info.width, info.height).seamless).toBe(true)
    expect(result.svg).toContain('<svg')
    expect(result.understood.map(({ kind, word }) => `${kind} ${word}`)).toEqual(['colour pink', 'motif floral', 'ground navy'])
    expect(result).toMatchObject({ engine: 'print', seed: 7, warnings: [] })
  })

  test('gives the same pixels for the same recipe', async () => {
    const hash = async () => {
      const { data } = await pixelsOf((await engine.run(floral, quietly)).bytes)
      return createHash('sha256').update(data).digest('hex')
    }
    expect(await hash()).toBe(await hash())
  })

  test('tells its progress', async () => {
    const shares: number[] = []
    await engine.run(floral, { ...quietly, progress: (share) => shares.push(share) })
    expect(shares.at(-1)).toBeGreaterThan(0)
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true)
  })

  test('stops when it is aborted, with the reason of whoever aborted, and draws again afterwards', async () => {
    const cancel = new AbortController()
    const running = engine.run({ ...floral, size: 4096 }, { ...quietly, signal: cancel.signal })
    setTimeout(() => cancel.abort(new ToileError('CANCELLED')), 60)
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' })
    expect((await engine.run(floral, quietly)).bytes.length).toBeGreaterThan(0)
  })

  test('does not begin when it is aborted already', async () => {
    const signal = AbortSignal.abort(new ToileError('TIMED_OUT'))
    await expect(engine.run(floral, { ...quietly, signal })).rejects.toMatchObject({ code: 'TIMED_OUT' })
  })

  test('refuses what it cannot draw at once, naming the words and what it can draw', async () => {
    const cat = { ...floral, prompt: 'a cat on a sofa' }
    const refusal = {
      code: 'NOT_UNDERSTOOD',
      details: { words: ['cat', 'sofa'], suggestions: expect.arrayContaining(['gingham']) },
    }
    expect(() => engine.understand({ ...cat, source: null })).toThrow(expect.objectContaining(refusal))
    await expect(engine.run(cat, quietly)).rejects.toMatchObject(refusal)
  })

  test('refuses a source that is no picture', async () => {
    const job: EngineJob = {
      ...floral,
      operation: 'vary',
      prompt: '',
      source: new TextEncoder().encode('<html>not a picture</html>'),
    }
    await expect(engine.run(job, quietly)).rejects.toMatchObject({ code: 'UNSUPPORTED_IMAGE' })
  })

  test('refuses an upscale that would come out too large before anything is paid, with the most a source may have', () => {
    const enquiry = { ...floral, prompt: '', operation: 'upscale' as const, source: { width: 2000, height: 1500 } }
    expect(engine.understand({ ...enquiry, options: { factor: 4 } })).toEqual({ understood: [], ignored: [] })
    const large = { ...enquiry, source: { width: 2400, height: 1500 } }
    expect(() => engine.understand({ ...large, options: { factor: 4 } })).toThrow(
      expect.objectContaining({ code: 'IMAGE_TOO_LARGE', details: { maxPixels: 3_125_000 } }),
    )
    expect(engine.understand(large).ignored).toEqual([])
  })

  test('can do what it draws and nothing else', () => {
    const able: Operation[] = ['generate', 'vary', 'recolour', 'repeat', 'effect', 'cutout', 'upscale']
    const unable: Operation[] = ['edit']
    expect(able.filter((operation) => !engine.can(operation))).toEqual([])
    expect(unable.filter((operation) => engine.can(operation))).toEqual([])
  })
})
