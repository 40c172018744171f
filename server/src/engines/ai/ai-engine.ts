import type { SharedV4ProviderOptions } from '@ai-sdk/provider'
import { generateImage } from 'ai'
import type { Operation } from 'shared'
import sharp from 'sharp'
import { maxPixels } from '../../images/guard.ts'
import { ToileError } from '../../platform/errors.ts'
import type { Ids } from '../../platform/ids.ts'
import type { Log } from '../../platform/log.ts'
import type { Engine, EngineJob, EngineResult, EngineRun, Enquiry, Reading } from '../engine.ts'
import { answeredPicture } from './answered-picture.ts'
import { boundedFetch } from './bounded-fetch.ts'
import type { Service } from './cloud-models.ts'
import { withoutOptions } from './prompt-options.ts'
import { Secret } from './secret.ts'
import { toToileError } from './service-error.ts'
import { isGivenUp, numberOf, outlastingFetch, patientFetch } from './service-run.ts'
import type { EngineEntry } from './settings.ts'
import { sizeFor } from './sizes.ts'
import { wordsFor } from './words.ts'

// The AI SDK prints its warnings on the console; ours go with the image.
globalThis.AI_SDK_LOG_WARNINGS = false

/** An upscale's factor where none is asked for. */
const usualFactor = 2

export interface AiDeps {
  log: Log
  ids: Ids
}

/**
 * An AI service as an engine: one image a call, by the AI SDK. What goes wrong is told in Toile's own errors, without keys.
 * @param secrets what must not be told
 */
export function createAiEngine(entry: EngineEntry, service: Service, secrets: Secret[], { log, ids }: AiDeps): Engine {
  const can = new Set<Operation>(entry.operations)
  const model = entry.model ?? entry.provider
  return {
    name: entry.name,
    version: `${entry.provider}:${model}`,
    kind: 'trained',
    limits: { concurrency: entry.concurrency, timeoutMs: entry.timeoutMs },
    can: (operation) => can.has(operation),
    understand: (enquiry) => understood(entry, enquiry),
    run: (job, how) => run({ entry, service, secrets, log, ids, model }, job, how),
    close: async () => {},
  }
}

/** The words that go to the service, and what of them does not. */
function cleaned({ allowPromptOptions }: EngineEntry, prompt: string): { text: string; stripped: string[] } {
  return allowPromptOptions ? { text: prompt, stripped: [] } : withoutOptions(prompt)
}

function understood(entry: EngineEntry, { operation, prompt, size, options, source }: Enquiry): Reading {
  const { text, stripped } = cleaned(entry, prompt)
  if (operation === 'upscale') {
    const pixels = (source?.width ?? 0) * (source?.height ?? 0) * (options.factor ?? usualFactor) ** 2
    if (pixels > maxPixels) throw new ToileError('IMAGE_TOO_LARGE', { maxPixels })
    return { understood: [], ignored: prompt === '' ? [] : [prompt.slice(0, 40)] }
  }
  if (text === '' && operation !== 'vary') {
    if (stripped.length > 0) throw new ToileError('NOT_UNDERSTOOD', { words: stripped, suggestions: [] })
    throw new ToileError('BAD_REQUEST', { field: 'prompt' })
  }
  sizeFor(entry.sizes, size, source)
  return { understood: [], ignored: stripped }
}

interface Deps extends AiDeps {
  entry: EngineEntry
  service: Service
  secrets: Secret[]
  model: string
}

async function run(deps: Deps, job: EngineJob, how: EngineRun): Promise<EngineResult> {
  const { entry, service, secrets, log, ids, model } = deps
  const { signal, progress, ticket } = how
  signal.throwIfAborted()
  const stops: (() => Promise<unknown>)[] = []
  const number = numberOf(ticket)
  const patience = { retries: entry.retries, longestWaitMs: entry.timeoutMs }
  const bounded = boundedFetch(globalThis.fetch)
  const fetch = patientFetch(bounded, patience)
  const ask = patientFetch(bounded, { ...patience, asksOnly: true })
  const order = patientFetch(outlastingFetch(bounded), patience)
  const onGivenUp = (stop: () => Promise<unknown>) => void stops.push(stop)
  try {
    const { image, warnings } = await generateImage({
      model: service.modelFor({ id: ids.next(), job, fetch, ask, order, progress, ticket: number.ticket, onGivenUp }),
      ...(await asked(deps, job)),
      n: 1,
      seed: service.seeds === undefined ? job.seed : job.seed % service.seeds,
      // Each request is repeated by itself, so that asking how it goes never orders again.
      maxRetries: 0,
      abortSignal: signal,
    })
    const nsfw = image.providerMetadata?.fal?.nsfw
    if (nsfw === true) throw new ToileError('MODERATED', { categories: ['nsfw'] })
    const bytes = await answeredPicture(image.uint8Array, job.operation === 'upscale' ? null : job.size)
    const told = warnings.map((warning) => ('message' in warning ? warning.message : `${warning.type}: ${warning.feature}`))
    return { bytes, seed: job.seed, engine: entry.name, model, warnings: told, understood: [] }
  } catch (error) {
    const hidden = [...secrets, new Secret(job.prompt), new Secret(cleaned(entry, job.prompt).text)]
    const nobodyAsks = number.isLost() || (signal.aborted && !number.isKept())
    if (isGivenUp(signal) || nobodyAsks)
      await stopAll(stops, (told) => log.warn({ err: toToileError(told, entry.name, hidden) }, notTold))
    signal.throwIfAborted()
    throw toToileError(error, entry.name, hidden)
  }
}

/** What the service is asked for: words, picture, size and its own options. */
async function asked({ entry, service }: Deps, job: EngineJob) {
  const { operation, source, size, prompt } = job
  const own: SharedV4ProviderOptions[string] = { ...service.options, ...entry.options }
  const providerOptions = { [service.optionsKey]: own }
  if (operation === 'upscale') return { prompt: { images: source === null ? [] : [source] }, providerOptions }
  const text = wordsFor(job, cleaned(entry, prompt).text)
  const dimensions = source === null ? null : await sharp(source).metadata()
  const { width, height, aspectRatio } = sizeFor(entry.sizes, size, dimensions)
  const sized = aspectRatio === undefined ? { size: `${width}x${height}` as const } : { aspectRatio: ratio(aspectRatio) }
  return { prompt: source === null ? text : { images: [source], text }, providerOptions, ...sized }
}

function ratio(text: string): `${number}:${number}` {
  const [width, height] = text.split(':').map(Number)
  return `${width ?? 1}:${height ?? 1}`
}

const notTold = 'a service could not be told that an image is not wanted any more'

async function stopAll(stops: (() => Promise<unknown>)[], onError: (error: unknown) => void): Promise<void> {
  for (const stop of stops) await stop().catch(onError)
}
