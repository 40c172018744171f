import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { randomIds } from '../../platform/ids.ts'
import { createLog } from '../../platform/log.ts'
import { ConfigError } from '../../platform/settings.ts'
import { pricesWith } from '../../pricing/price-list.ts'
import type { Engine } from '../engine.ts'
import { createPrintEngine } from '../print/print-engine.ts'
import { loadEngines } from './load-engines.ts'
import { readEngineSettings } from './read-settings.ts'
import { Secret } from './secret.ts'

const folder = mkdtempSync(join(tmpdir(), 'toile-settings-'))
const file = join(folder, 'engines.json')
const print: Engine = createPrintEngine({ threads: 1 })
afterAll(async () => {
  await print.close()
  rmSync(folder, { recursive: true, force: true })
})

const read = (content: unknown, environment: Record<string, string> = {}) => {
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return readEngineSettings(file, (name) => environment[name])
}
const load = (engines: unknown[], environment?: Record<string, string>) =>
  loadEngines(read({ engines }, environment), print, { log: createLog('silent'), ids: randomIds })

const openai = { name: 'openai', provider: 'openai', model: 'gpt-image-1', key: { env: 'OPENAI_API_KEY' } }
const local = { name: 'local', provider: 'a1111', baseUrl: 'http://127.0.0.1:7860' }
const key = { OPENAI_API_KEY: 'sk-secret' }

test('the print engine comes last, or where it is placed', async () => {
  const names = async (engines: unknown[]) => (await load(engines, key)).engines.map(({ name }) => name)
  expect(await names([openai, local])).toEqual(['openai', 'local', 'print'])
  expect(await names(['print', openai])).toEqual(['print', 'openai'])
  expect(await names([])).toEqual(['print'])
})

test('limits are the settings’ own, and a machine of one’s own makes one image at a time', async () => {
  const { engines } = await load([{ ...openai, concurrency: 8, timeoutMs: 90_000 }, local], key)
  expect(engines.map(({ limits }) => limits)).toMatchObject([{ concurrency: 8, timeoutMs: 90_000 }, { concurrency: 1 }, {}])
})

test.each([
  ['an unknown key', { engines: [{ ...local, modle: 'x' }] }, 'engines.0: unknown modle.'],
  [
    'an unknown provider',
    { engines: [{ ...local, provider: 'midjourney' }] },
    'engines.0.provider: names no provider that Toile knows.',
  ],
  ['no address', { engines: [{ name: 'a', provider: 'comfyui', workflows: {} }] }, 'engines.0.baseUrl: must begin with http'],
  ['an address without http', { engines: [{ ...local, baseUrl: 'localhost:7860' }] }, 'engines.0.baseUrl: must begin with http'],
  [
    'a password in an address',
    { engines: [{ ...local, baseUrl: 'http://me:sk-secret@host' }] },
    'engines.0.baseUrl: must hold no name and password',
  ],
  ['an operation of the print engine', { engines: [{ ...local, operations: ['recolour'] }] }, 'engines.0.operations.0: '],
  [
    'a shape for a service that is asked in px',
    { engines: [{ ...local, sizes: [{ size: '1344x768', aspectRatio: '16:9' }] }] },
    'engines.0.sizes.0: must be like 1024x1024',
  ],
  ['a size in words', { engines: [{ ...local, sizes: ['large'] }] }, 'engines.0.sizes.0: must be like 1024x1024'],
  ['a price in parts', { engines: [{ ...local, credits: 0.5 }] }, 'engines.0.credits: must be a whole number'],
  ['a name twice', { engines: [local, local] }, 'engines: two engines have the same name.'],
  ['a name that is taken', { engines: [{ ...local, name: 'print' }] }, 'engines.0.name: “print” and “auto” are taken.'],
  ['a word that is no engine', { engines: ['prnt'] }, 'engines.0: must be "print", or an engine'],
  ['no list', {}, 'engines: '],
  ['no JSON', '{ engines: [] }', 'is not valid JSON.'],
])('%s is an error that says where', (_name, content, message) => {
  expect(() => read(content)).toThrow(ConfigError)
  expect(() => read(content)).toThrow(message)
})

test('what is wrong is told without what stands there, which may be a key', () => {
  expect(() => read('{ "key": "sk-secret", }')).not.toThrow(/sk-secret/)
  expect(() => read({ engines: [{ ...openai, key: ['sk-secret'] }] })).not.toThrow(/sk-secret/)
  expect(() => read({ engines: [{ ...local, baseUrl: 'http://me:sk-secret@host' }] })).not.toThrow(/sk-secret/)
})

test('a key whose variable is not set ends the start, and names the variable', async () => {
  await expect(load([openai])).rejects.toThrow('the variable OPENAI_API_KEY is not set.')
})

test.each([
  [
    'a model that takes no picture cannot edit',
    { ...openai, model: 'dall-e-3', operations: ['edit'] },
    'dall-e-3 takes no picture',
  ],
  ['upscaling is not sold where it is not done', { ...openai, operations: ['upscale'] }, 'upscale is done by a1111'],
  ['azure needs an address', { ...openai, provider: 'azure' }, 'azure needs a baseUrl'],
  [
    'a workflow is needed for each operation',
    { ...local, provider: 'comfyui', workflows: {} },
    'workflows needs a file for generate',
  ],
])('%s', async (_name, entry, message) => {
  await expect(load([entry], key)).rejects.toThrow(message)
})

test('a model that the AI SDK does not know yet is taken at the operator’s word', async () => {
  const entry = { ...openai, model: 'gpt-image-9', operations: ['edit'], takesPictures: true }
  expect((await load([entry], key)).engines[0]?.can('edit')).toBe(true)
})

test('a workflow that would not use the words is refused', async () => {
  writeFileSync(join(folder, 'flux.json'), '{"6":{"inputs":{"text":"roses"}}}')
  const entry = { ...local, provider: 'comfyui', workflows: { generate: 'flux.json' } }
  await expect(load([entry])).rejects.toThrow('flux.json: generate needs %prompt% in the workflow.')
})

test('prices stand before the default ones, under a version that changes with every row', async () => {
  const rows = [
    { operation: 'edit', credits: 9 },
    { upTo: 1024, credits: 4 },
  ]
  const { prices } = await load([{ ...openai, credits: rows }], key)
  const list = pricesWith(prices)
  expect(list.prices.slice(0, 2)).toEqual([
    { operation: 'edit', engine: 'openai', credits: 9 },
    { upTo: 1024, engine: 'openai', credits: 4 },
  ])
  const dearer = pricesWith((await load([{ ...openai, credits: 10 }], key)).prices)
  expect(new Set([1, list.version, dearer.version]).size).toBe(3)
  expect(pricesWith(prices).version).toBe(list.version)
  expect(pricesWith([]).version).toBe(1)
})

test('a secret can be used, and not printed', () => {
  const secret = new Secret('sk-secret')
  expect(secret.reveal()).toBe('sk-secret')
  expect([inspect({ secret }), JSON.stringify({ secret }), `${secret}`].join()).not.toContain('sk-secret')
  expect(secret.hiddenIn('Incorrect API key: sk-secret')).toBe('Incorrect API key: [redacted]')
  expect(new Secret('me:pass').hiddenIn(`Basic ${btoa('me:pass')} is wrong`)).toBe('Basic [redacted] is wrong')
})
