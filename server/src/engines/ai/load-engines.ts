import { resolve } from 'node:path'
import type { PriceTable } from 'shared'
import * as z from 'zod'
import { readJsonFile } from '../../platform/json-file.ts'
import { ConfigError } from '../../platform/settings.ts'
import type { Engine } from '../engine.ts'
import { a1111Service } from './a1111.ts'
import { type AiDeps, createAiEngine } from './ai-engine.ts'
import { loadCloudService, type Service } from './cloud-models.ts'
import { comfyService } from './comfyui.ts'
import { withModeration } from './moderation/moderated.ts'
import { createModerationService } from './moderation/moderation-service.ts'
import { createWordRules } from './moderation/word-list.ts'
import type { ReadSettings } from './read-settings.ts'
import type { Secret } from './secret.ts'
import type { ServiceRun } from './service-run.ts'
import type { AiOperation, ComfyEntry, EngineEntry } from './settings.ts'
import { withTrueRepeat } from './true-repeat.ts'
import { type Json, placeholdersOf } from './workflow.ts'

/** The engines of the settings in their order, and what they cost. */
export interface LoadedEngines {
  engines: Engine[]
  /** Rows of the price list, to stand before the default's. */
  prices: PriceTable['prices']
}

/**
 * Makes the engines that the settings name; the print engine stands where they put it, else last. Only the packages of the
 * providers named are loaded. Throws `ConfigError` where an engine could not do what it is to do.
 */
export async function loadEngines(read: ReadSettings, print: Engine, deps: AiDeps): Promise<LoadedEngines> {
  const { settings } = read
  const engines: Engine[] = []
  for (const entry of settings.engines) engines.push(entry === 'print' ? print : await loadEngine(entry, read, print, deps))
  const entries = settings.engines.filter((entry) => entry !== 'print')
  const prices = entries.flatMap(({ name, credits }) => credits.map((row) => ({ ...row, engine: name })))
  return { engines: engines.includes(print) ? engines : [...engines, print], prices }
}

async function loadEngine(
  entry: EngineEntry,
  { settings, folder, secret }: ReadSettings,
  print: Engine,
  deps: AiDeps,
): Promise<Engine> {
  const key = entry.key === undefined ? null : secret(entry.key)
  const service = await serviceOf(entry, key, folder)
  await requirePictures(entry, service)
  const engine = withTrueRepeat(createAiEngine(entry, service, key === null ? [] : [key], deps), print)
  const { moderation } = settings
  if (moderation === undefined) return engine
  const words = createWordRules({ words: moderation.words, own: moderation.alsoWords })
  const asked = moderation.service
  if (asked === undefined) return withModeration(engine, words, null)
  return withModeration(
    engine,
    words,
    createModerationService(asked, asked.key === undefined ? null : secret(asked.key), deps.log),
  )
}

async function serviceOf(entry: EngineEntry, key: Secret | null, folder: string): Promise<Service> {
  if (entry.provider === 'a1111') return a1111Service(entry, key)
  if (entry.provider === 'comfyui') return comfyService(entry, readWorkflows(entry, folder), key)
  if (entry.operations.includes('upscale')) {
    throw new ConfigError(
      `Engine ${entry.name}: upscale is done by a1111, comfyui and the print engine, not by ${entry.provider}.`,
    )
  }
  return loadCloudService(entry, key)
}

/** A service that takes no picture would make something else of an edit, and charge for it. */
async function requirePictures({ name, operations, model, ...entry }: EngineEntry, service: Service): Promise<void> {
  const needing = operations.filter((operation) => operation !== 'generate')
  if (needing.length === 0) return
  const known = await service.modelFor(nothingToRun).supportsFileInputs
  const saysSo = 'takesPictures' in entry ? entry.takesPictures : undefined
  if ((saysSo ?? known ?? service.takesPictures) === true) return
  const way = 'If it does, say "takesPictures": true.'
  throw new ConfigError(`Engine ${name}: ${model} takes no picture, so it cannot ${needing.join(', ')}. ${way}`)
}

const refuseToFetch = () => Promise.reject(new Error('A model was asked about itself and not for a picture'))

/** For a model that is only asked about itself. */
const nothingToRun: ServiceRun = {
  id: 'none',
  job: { operation: 'generate', prompt: '', source: null, size: 1024, seed: 0, index: 0, options: {} },
  fetch: refuseToFetch,
  ask: refuseToFetch,
  order: refuseToFetch,
  progress: () => {},
  ticket: { kept: null, keep: async () => {} },
  onGivenUp: () => {},
}

const json: z.ZodType<Json> = z.json()

/** The workflow of each operation. Throws `ConfigError` where one is missing or would not use what it is given. */
function readWorkflows({ name, operations, workflows }: ComfyEntry, folder: string): Map<AiOperation, Json> {
  return new Map(
    operations.map((operation) => {
      const named = workflows[operation]
      if (named === undefined) throw new ConfigError(`Engine ${name}: workflows needs a file for ${operation}.`)
      const file = resolve(folder, named)
      const workflow = json.parse(readJsonFile(file))
      const found = placeholdersOf(workflow, file)
      const needed = operation === 'upscale' ? ['image'] : operation === 'generate' ? ['prompt'] : ['prompt', 'image']
      const missing = needed.filter((one) => !found.has(one))
      if (missing.length > 0) throw new ConfigError(`${file}: ${operation} needs %${missing.join('% and %')}% in the workflow.`)
      return [operation, workflow]
    }),
  )
}
