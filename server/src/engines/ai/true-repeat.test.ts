import sharp from 'sharp'
import { afterEach, expect, test } from 'vitest'
import { openai } from '../../../../test/support/fake-openai-service.ts'
import { enquiry, how, job, type OneEngine, startEngine } from '../../../../test/support/one-engine.ts'
import { photograph } from '../../../../test/support/pictures.ts'
import { seamReport } from '../print/seam.ts'

let on: OneEngine
afterEach(() => on.close())

const start = async (...[dialect, more, log]: Parameters<typeof startEngine>) => {
  on = await startEngine(dialect, more, log)
  return on.engine
}

const seamOf = async (bytes: Uint8Array) => {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return seamReport(data, info.width, info.height).seamless
}

test.each([
  ['chosen', { options: { layout: 'block' as const } }],
  ['named in the words', { prompt: 'roses on navy, half-drop' }],
])('a layout %s makes the service’s picture a repeat without a seam', async (_how, more) => {
  const engine = await start(openai)
  on.service.picture = Buffer.from(await photograph(512, 512))
  expect(await seamOf(on.service.picture)).toBe(false)
  const { bytes } = await engine.run(job(more), how())
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 1024, height: 1024 })
  expect(await seamOf(bytes)).toBe(true)
})

test('a layout named in the words is shown as understood', async () => {
  const engine = await start(openai)
  const { understood } = engine.understand(enquiry({ prompt: 'roses on navy, half-drop' }))
  expect(understood).toMatchObject([{ kind: 'layout', word: 'half-drop' }])
})

test.each([
  ['roses on navy, half-drop', ['tossed', 'half drop', 'brick repeat', 'straight repeat', 'mirrored']],
  ['listras em azul-marinho, espelhado', ['espalhado', 'meio salto', 'tijolinho', 'em grade', 'espelhado']],
  ['', ['disperso', 'medio salto', 'tipo ladrillo', 'en cuadrícula', 'en espejo']],
])('for the layout in “%s” there are others in its language, and for nothing else', async (prompt, words) => {
  const { alternatives } = await start(openai)
  const offered = alternatives?.(enquiry({ prompt }), 'es')
  expect(offered?.layout.map(({ word }) => word)).toEqual(words)
  expect(offered).toMatchObject({ motif: [], style: [], colour: [], scale: [] })
  expect(alternatives?.(enquiry({ prompt, operation: 'upscale' }), 'es').layout).toEqual([])
})

test('a layout that is not asked for leaves the picture as the service made it', async () => {
  const engine = await start(openai)
  expect(Buffer.from((await engine.run(job(), how())).bytes)).toEqual(on.service.picture)
})
