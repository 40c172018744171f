import { type Operation, price } from 'shared'
import * as z from 'zod'
import { address, key } from './key-setting.ts'
import { moderation } from './moderation/moderation-settings.ts'

/** Services that are reached through the AI SDK, by the names that its documentation gives them. */
export const cloudProviders = [
  'openai',
  'google',
  'fal',
  'replicate',
  'black-forest-labs',
  'together',
  'fireworks',
  'bedrock',
  'azure',
] as const
export type CloudProvider = (typeof cloudProviders)[number]

/** Operations that an AI service may be given. The others are the print engine's. */
export const aiOperations = ['generate', 'vary', 'edit', 'upscale'] as const satisfies Operation[]
export type AiOperation = (typeof aiOperations)[number]

const name = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be of small letters, digits and hyphens, 40 at most')
  .refine((value) => value !== 'print' && value !== 'auto', '“print” and “auto” are taken')
const sides = z
  .string('must be like 1024x1024')
  .regex(/^\d{2,5}x\d{2,5}$/, 'must be like 1024x1024')
  .transform((text) => {
    const [width = 0, height = 0] = text.split('x').map(Number)
    return { width, height }
  })
/** A size that the service makes: `"1024x1024"`, or with the aspect ratio by which it is asked for. */
const pictureSize = z.union(
  [
    sides,
    z
      .strictObject({ size: sides, aspectRatio: z.string().regex(/^\d+:\d+$/, 'must be like 16:9') })
      .transform(({ size, aspectRatio }) => ({ ...size, aspectRatio })),
  ],
  { error: 'must be like "1024x1024", or { "size": "1344x768", "aspectRatio": "16:9" }' },
)

/** Rows of the price list for this engine, or one price for all it does. */
const credits = z.union(
  [
    z
      .int()
      .min(0)
      .transform((each) => [{ credits: each }]),
    z.array(z.strictObject(price.omit({ engine: true }).shape)).min(1),
  ],
  { error: 'must be a whole number, or rows like { "operation": "edit", "upTo": 1024, "credits": 4 }' },
)

const usualSize = { width: 1024, height: 1024 }

const common = {
  name,
  operations: z.array(z.enum(aiOperations)).min(1).default(['generate']),
  sizes: z.array(pictureSize).min(1).default([usualSize]),
  credits: credits.default([]),
  /** Images made at the same time. */
  concurrency: z.int().min(1).max(64).default(4),
  /** Longest time for one image, in ms. */
  timeoutMs: z.int().min(1).max(3_600_000).default(120_000),
  /** Tries after the first, where the service is busy (429) or broken (5xx). */
  retries: z.int().min(0).max(10).default(2),
  /** Passed to the service as it stands: quality, steps, sampler … */
  options: z.record(z.string(), z.json()).default({}),
  /** Let the designer's words hold what the service reads as options: `<lora:…>`, weights, `|`. */
  allowPromptOptions: z.boolean().default(false),
}

/** Services that may stand on the operator's own machine make one image at a time unless told otherwise, and are asked in px. */
const local = {
  ...common,
  sizes: z.array(sides).min(1).default([usualSize]),
  concurrency: common.concurrency.unwrap().default(1),
}

const cloudEntry = z.strictObject({
  ...common,
  provider: z.enum(cloudProviders),
  model: z.string().min(1),
  key,
  baseUrl: address.optional(),
  /** `bedrock`: where. */
  region: z.string().min(1).default('us-east-1'),
  /** `azure`: the version of its interface. */
  apiVersion: z.string().min(1).optional(),
  /** Says that the model takes a picture, where the AI SDK does not know it yet. */
  takesPictures: z.boolean().optional(),
})
const compatibleEntry = z.strictObject({
  ...common,
  provider: z.literal('openai-compatible'),
  model: z.string().min(1),
  key: key.optional(),
  baseUrl: address,
  takesPictures: z.boolean().optional(),
})
const a1111Entry = z.strictObject({
  ...local,
  provider: z.literal('a1111'),
  /** A checkpoint's name; left out, the one that is loaded. */
  model: z.string().min(1).optional(),
  /** `user:password` of its `--api-auth`. */
  key: key.optional(),
  baseUrl: address,
  /** Which upscaler `upscale` uses. */
  upscaler: z.string().min(1).default('R-ESRGAN 4x+'),
})
const comfyEntry = z.strictObject({
  ...local,
  provider: z.literal('comfyui'),
  model: z.string().min(1).optional(),
  /** A bearer token, where a proxy before it asks for one. */
  key: key.optional(),
  baseUrl: address,
  /** By operation: the file of a workflow saved by “Export (API)”, relative to this file. */
  workflows: z.partialRecord(z.enum(aiOperations), z.string().min(1)),
})

const engineEntry = z.discriminatedUnion('provider', [cloudEntry, compatibleEntry, a1111Entry, comfyEntry], {
  error: 'names no provider that Toile knows',
})
export type EngineEntry = z.infer<typeof engineEntry>
export type CloudEntry = z.infer<typeof cloudEntry> | z.infer<typeof compatibleEntry>
export type A1111Entry = z.infer<typeof a1111Entry>
export type ComfyEntry = z.infer<typeof comfyEntry>

/** The file that TOILE_ENGINES names. */
export const engineSettings = z.strictObject({
  engines: z
    .array(z.union([z.literal('print'), engineEntry], { error: 'must be "print", or an engine with a name and a provider' }))
    .refine((list) => new Set(list.map(nameOf)).size === list.length, 'two engines have the same name'),
  moderation: moderation.optional(),
})
export type EngineSettings = z.infer<typeof engineSettings>

function nameOf(entry: 'print' | EngineEntry): string {
  return entry === 'print' ? entry : entry.name
}
