import type { ImageModelV4 } from '@ai-sdk/provider'
import * as z from 'zod'
import { ConfigError } from '../../platform/settings.ts'
import { falQueue } from './fal-queue.ts'
import type { Secret } from './secret.ts'
import type { ServiceRun } from './service-run.ts'
import type { CloudEntry } from './settings.ts'
import { type Ordering, orderingOnce } from './tickets.ts'

/** A service's model for one image, and how the AI SDK names the service's own options. */
export interface Service {
  modelFor(run: ServiceRun): ImageModelV4
  optionsKey: string
  /** Options that the AI SDK needs to wait as long as the settings say. */
  options?: Record<string, number>
  /** What the service's documentation says where the AI SDK does not know whether the model takes a picture. */
  takesPictures?: boolean
  /** How many seeds it knows, from 0, where these are fewer than ours. */
  seeds?: number
}

/** How often Replicate and Black Forest Labs are asked whether the image is there, in ms. */
const pollMs = 500
/** So many times more than would fit: the time limit ends an image, and not the count. */
const spare = 2

const replicateAnswer = z.object({ urls: z.object({ cancel: z.url() }) })

/** Without the header Replicate answers only with the image, and a crash until then would lose the order. */
const replicateOrder: Ordering = {
  isOrder: () => true,
  headers: { prefer: 'respond-async' },
  cancel: (answer) => {
    const { data } = replicateAnswer.safeParse(answer)
    return data === undefined ? null : { url: data.urls.cancel, method: 'POST' }
  },
}
/** Nova Canvas's seeds end here. */
const bedrockSeeds = 858_993_460

const plainOrder: Ordering = { isOrder: () => true }
const fireworksOrder: Ordering = { isOrder: (url) => !url.endsWith('/get_result') }

/** What a provider's package is called with. */
interface Call {
  entry: CloudEntry
  model: string
  apiKey: string
  /** Empty where the package's own address is meant. */
  at: { baseURL?: string }
}

/** Loads a provider's package, which is loaded for no other, and tells how to make its models. */
const loaders: Record<CloudEntry['provider'], (call: Call) => Promise<Service>> = {
  openai: async ({ model, apiKey, at }) => {
    const { createOpenAI } = await import('@ai-sdk/openai')
    // Left out, the package would look for an address in the environment.
    const settings = { apiKey, baseURL: 'https://api.openai.com/v1', ...at }
    return { modelFor: ({ fetch }) => createOpenAI({ ...settings, fetch }).image(model), optionsKey: 'openai' }
  },
  azure: async ({ entry, model, apiKey, at }) => {
    const { createAzure } = await import('@ai-sdk/azure')
    if (at.baseURL === undefined)
      throw new ConfigError(`Engine ${entry.name}: azure needs a baseUrl, https://….openai.azure.com/openai.`)
    const version = 'apiVersion' in entry && entry.apiVersion !== undefined ? entry.apiVersion : null
    const settings = { apiKey, ...at, ...(version === null ? {} : { apiVersion: version, useDeploymentBasedUrls: true }) }
    const modelFor = ({ fetch }: ServiceRun) => createAzure({ ...settings, fetch }).image(model)
    return { modelFor, optionsKey: 'openai', takesPictures: /gpt-image/.test(model) }
  },
  google: async ({ model, apiKey, at }) => {
    const { createGoogleGenerativeAI } = await import('@ai-sdk/google')
    const modelFor = ({ fetch }: ServiceRun) => createGoogleGenerativeAI({ apiKey, ...at, fetch }).image(model)
    return { modelFor, optionsKey: 'google', takesPictures: /^gemini-.*image/.test(model) }
  },
  fal: async ({ model, apiKey, at }) => {
    const { createFal } = await import('@ai-sdk/fal')
    const settings = { apiKey, baseURL: 'https://queue.fal.run', ...at }
    const modelFor = (run: ServiceRun) => createFal({ ...settings, fetch: falQueue(`fal:${model}`, run) }).image(model)
    return { modelFor, optionsKey: 'fal', takesPictures: true }
  },
  replicate: async ({ entry, model, apiKey, at }) => {
    const { createReplicate } = await import('@ai-sdk/replicate')
    const fetch = (run: ServiceRun) => orderingOnce(replicateOrder, `replicate:${model}`, run)
    const modelFor = (run: ServiceRun) => createReplicate({ apiToken: apiKey, ...at, fetch: fetch(run) }).image(model)
    const options = { maxPollAttempts: Math.ceil(entry.timeoutMs / pollMs) + spare }
    return { modelFor, optionsKey: 'replicate', options, takesPictures: true }
  },
  'black-forest-labs': async ({ entry, model, apiKey, at }) => {
    const { createBlackForestLabs } = await import('@ai-sdk/black-forest-labs')
    const fetch = (run: ServiceRun) => orderingOnce(plainOrder, `black-forest-labs:${model}`, run)
    const modelFor = (run: ServiceRun) => createBlackForestLabs({ apiKey, ...at, fetch: fetch(run) }).image(model)
    const options = { pollTimeoutMillis: entry.timeoutMs + spare * pollMs }
    return { modelFor, optionsKey: 'blackForestLabs', options, takesPictures: /kontext|flux-2|fill/.test(model) }
  },
  together: async ({ model, apiKey, at }) => {
    const { createTogetherAI } = await import('@ai-sdk/togetherai')
    const modelFor = ({ fetch }: ServiceRun) => createTogetherAI({ apiKey, ...at, fetch }).image(model)
    return { modelFor, optionsKey: 'togetherai', takesPictures: /kontext|flux\.2|image|edit/i.test(model) }
  },
  fireworks: async ({ model, apiKey, at }) => {
    const { createFireworks } = await import('@ai-sdk/fireworks')
    // The other models answer an order with the picture.
    const queued = model.includes('kontext')
    const fetch = (run: ServiceRun) => (queued ? orderingOnce(fireworksOrder, `fireworks:${model}`, run) : run.fetch)
    const modelFor = (run: ServiceRun) => createFireworks({ apiKey, ...at, fetch: fetch(run) }).image(model)
    return { modelFor, optionsKey: 'fireworks' }
  },
  bedrock: async ({ entry, model, apiKey, at }) => {
    const { createAmazonBedrock } = await import('@ai-sdk/amazon-bedrock')
    const region = 'region' in entry ? entry.region : 'us-east-1'
    const settings = { apiKey, region, baseURL: `https://bedrock-runtime.${region}.amazonaws.com`, ...at }
    const modelFor = ({ fetch }: ServiceRun) => createAmazonBedrock({ ...settings, fetch }).image(model)
    return { modelFor, optionsKey: 'amazonBedrock', seeds: bedrockSeeds }
  },
  'openai-compatible': async ({ model, apiKey, at }) => {
    const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible')
    const settings = { name: 'compatible', apiKey, baseURL: at.baseURL ?? '' }
    const modelFor = ({ fetch }: ServiceRun) => createOpenAICompatible({ ...settings, fetch }).imageModel(model)
    return { modelFor, optionsKey: 'compatible', takesPictures: true }
  },
}

/** The AI SDK's door to a service that it has a provider for. Throws `ConfigError` where the settings lack something. */
export async function loadCloudService(entry: CloudEntry, key: Secret | null): Promise<Service> {
  const at = entry.baseUrl === undefined ? {} : { baseURL: entry.baseUrl }
  const service = await loaders[entry.provider]({ entry, model: entry.model, apiKey: key?.reveal() ?? '', at })
  return entry.takesPictures === undefined ? service : { ...service, takesPictures: entry.takesPictures }
}
