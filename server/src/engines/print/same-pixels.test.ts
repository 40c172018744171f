import { createHash } from 'node:crypto'
import type { Operation, Options } from 'shared'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import type { EngineJob, EngineRun } from '../engine.ts'
import { photograph, pngOf } from './picture/made-pictures.ts'
import { createPrintEngine } from './print-engine.ts'

const engine = createPrintEngine({ threads: 2 })
afterAll(() => engine.close())

const quietly: EngineRun = {
  signal: new AbortController().signal,
  progress: () => {},
  ticket: { kept: null, keep: async () => {} },
}
const source = await pngOf(photograph(320, 256))

/** Of the pixels as they are seen: RGBA. */
async function hashOf(operation: Operation, prompt: string, options: Options, size: number): Promise<string> {
  const job: EngineJob = {
    operation,
    prompt,
    options,
    size,
    seed: 11,
    index: 3,
    source: operation === 'generate' ? null : source,
  }
  const { bytes } = await engine.run(job, quietly)
  const pixels = await sharp(bytes).ensureAlpha().raw().toBuffer()
  return createHash('sha256').update(pixels).digest('hex').slice(0, 16)
}

describe('one recipe gives the same pixels on two workers at once, and again', () => {
  test.each<[Operation, string, Options]>([
    ['generate', 'large floral', {}],
    ['generate', 'Royal Stewart', {}],
    ['generate', 'spiral tie dye', {}],
    ['generate', 'leopard print', { layout: 'half-drop', scale: 1.5 }],
    ['vary', '', {}],
    ['repeat', '', { layout: 'brick' }],
    ['repeat', '', { layout: 'toss' }],
    ['recolour', '', { palette: ['#1b2a4e', '#c4613f', '#f5ecd9'] }],
    ['effect', '', { effect: 'kaleidoscope-hexagon' }],
    ['effect', '', { effect: 'halftone', inks: 3 }],
    ['effect', '', { effect: 'screen-print', inks: 4 }],
    ['effect', '', { effect: 'quilting' }],
    ['cutout', '', { softness: 2 }],
    ['upscale', '', { factor: 2 }],
  ])('%s %s %o', async (operation, prompt, options) => {
    const draw = () => hashOf(operation, prompt, options, 256)
    const atOnce = await Promise.all([draw(), draw(), draw()])
    expect(new Set([...atOnce, await draw()]).size).toBe(1)
  })
})

/** Prints of version 4. Whoever changes a pixel changes the engine's version too, and then these. */
const version4 = [
  ['pink floral on navy', '125bed84e6ac61d2'],
  ['monstera', 'a626b433c1686c39'],
  ['teal paisley', '971d0f006852a85d'],
  ['breton', '9f086da649a5e820'],
  ['red gingham', '442c3d10212a216a'],
  ['Royal Stewart', '62400e367282d6a9'],
  ['seigaiha', '9cd35901ce43cd6a'],
  ['bauhaus', '17e83bcc28941a31'],
  ['terrazzo', '111ff54b97803c95'],
  ['medallion ikat', '9fc6e5411ce493f1'],
  ['woodland camo', '061c5d4e55ed9e21'],
  ['veined marble', 'ca7d8394e821b664'],
  ['leopard print', '4a31c30160e1d4d7'],
  ['spiral tie dye', 'bec97a1c78e7779f'],
  ['brush strokes', '51624573d0e7af76'],
] as const

// Shapes are filled by a library that may round otherwise on another kind of processor.
test.runIf(process.arch === 'x64')('pixels change with the version only', async () => {
  const drawn = await Promise.all(version4.map(async ([prompt]) => [prompt, await hashOf('generate', prompt, {}, 256)]))
  expect({ version: engine.version, drawn }).toEqual({ version: '4', drawn: version4 })
})
