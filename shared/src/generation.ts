import * as z from 'zod'
import { understood } from './chips.ts'
import { credits, hexColour, id, moment } from './credits.ts'
import { errorCode } from './errors.ts'
import { batchEnd, generationOptions, options } from './options.ts'
import { words } from './text.ts'

/** What can be asked of an engine. */
export const operation = z.enum(['generate', 'vary', 'edit', 'recolour', 'repeat', 'effect', 'upscale', 'cutout'])
export type Operation = z.infer<typeof operation>

/** Most images one request may ask for. */
export const maxImages = 8
/** Longest prompt, in characters. */
export const maxPromptLength = 2000

export const imageCount = z.int().min(1).max(maxImages)
/** Longest edge of the result in px. */
export const imageSize = z.union([z.literal(1024), z.literal(2048), z.literal(4096)])
export type ImageSize = z.infer<typeof imageSize>
/** `auto` takes the first configured engine that can do the operation. */
export const engineChoice = z.string().min(1).max(40)
/** An engine of this server, in the order in which `auto` tries them. `trained`: an AI's model. */
export const engineOffer = z.object({ name: z.string(), kind: z.enum(['drawn', 'trained']), operations: z.array(operation) })
export type EngineOffer = z.infer<typeof engineOffer>

/** A seed: with engine version, operation and parameters it decides every pixel. */
export const seed = z
  .int()
  .min(0)
  .max(2 ** 31 - 1)

/** What the designer said yes to, this time only. */
const yes = {
  /** Spend of the reserve. */
  useReserve: z.boolean().default(false),
  /** Go over the project's budget. */
  overBudget: z.boolean().default(false),
}

/** Where a spending belongs, and what the designer said yes to. */
export const consents = { projectId: id.nullable().default(null), ...yes }

const asked = {
  intentId: id,
  operation,
  prompt: words.trim().max(maxPromptLength).default(''),
  sourceImageId: id.nullable().default(null),
  count: imageCount,
  size: imageSize.default(1024),
  engine: engineChoice.default('auto'),
  seed: seed.optional(),
  ...generationOptions,
  /** The price list the designer saw. */
  priceVersion: z.int().positive(),
  /** The most this request may cost; above it the answer is `PRICE_CHANGED`. */
  maxCredits: credits,
  ...consents,
}

/** What the client asks for. `intentId` is made and kept by the client before sending: the same intent never charges twice. */
export const generationRequest = z
  .strictObject(asked)
  .refine((r) => r.operation !== 'generate' || r.prompt.length > 0, { path: ['prompt'], error: 'A print from words needs words' })
  .refine((r) => r.operation === 'generate' || r.sourceImageId !== null, {
    path: ['sourceImageId'],
    error: 'This operation needs an image',
  })
  .refine((r) => r.operation !== 'effect' || r.effect !== undefined, { path: ['effect'], error: 'Which effect?' })
  .refine((r) => (r.from ?? 0) + r.count <= batchEnd, { path: ['from'], error: 'No batch has so many places' })
export type GenerationRequest = z.infer<typeof generationRequest>

/** A colour's name in each language of the prompts. */
export const colourName = z.object({ en: z.string(), pt: z.string(), es: z.string() })
export type ColourName = z.infer<typeof colourName>

/** An image the account owns. The addresses are signed, short-lived and safe to put into `<img>`. */
export const image = z.object({
  id,
  width: z.int().positive(),
  height: z.int().positive(),
  bytes: z.int().positive(),
  mime: z.string(),
  url: z.url(),
  thumbUrl: z.url(),
  /** The same print as shapes, where it was drawn of shapes. */
  svgUrl: z.url().nullable().default(null),
  /** Main colours, largest share first. */
  palette: z.array(hexColour),
  /** The same colours by name, in the same order. */
  paletteNames: z.array(colourName).default([]),
  favourite: z.boolean().default(false),
  createdAt: moment,
})
export type Image = z.infer<typeof image>

export const jobState = z.enum(['queued', 'running', 'delivered', 'failed', 'cancelled'])
export type JobState = z.infer<typeof jobState>

/** One image of a generation: charged by itself, when it is delivered. */
export const generationItem = z.object({
  index: z.int().nonnegative(),
  state: jobState,
  /** 0 to 1, or null where the engine cannot tell. */
  progress: z.number().min(0).max(1).nullable(),
  charged: credits,
  image: image.nullable(),
  /** The image that came of it: one that is not shown was deleted, and can be restored for a while. */
  imageId: id.nullable().default(null),
  /** Why there is no image; or, with one, why it cost nothing. */
  reason: errorCode.catch('INTERNAL').nullable(),
})
export type GenerationItem = z.infer<typeof generationItem>

export const generation = z.object({
  id,
  intentId: id,
  projectId: id.nullable().default(null),
  operation,
  prompt: z.string(),
  source: image.nullable(),
  count: imageCount,
  size: z.int().positive(),
  engine: z.string(),
  seed,
  options: options.default({}),
  creditsEach: credits,
  priceVersion: z.int().positive(),
  finished: z.boolean(),
  /**
   * How many images of others come before the first one of its own that waits, and in how many seconds that one is begun, as far
   * as one can tell. Null where none waits.
   */
  queue: z.object({ ahead: z.int().nonnegative(), seconds: z.int().nonnegative().nullable() }).nullable().default(null),
  /** In how many seconds the last image is there, as far as one can tell. */
  secondsLeft: z.int().nonnegative().nullable().default(null),
  items: z.array(generationItem),
  /** Credits captured, given back and still held. They add up to what was held. */
  charged: credits,
  returned: credits,
  held: credits,
  understood: z.array(understood),
  /** The designer's words that the engine could not use. */
  ignored: z.array(z.string()),
  createdAt: moment,
})
export type Generation = z.infer<typeof generation>

export const generationListRequest = z.strictObject({
  cursor: id.optional(),
  limit: z.int().min(1).max(50).default(20),
  /** Only what was made in this project. */
  projectId: id.optional(),
})
export type GenerationListRequest = z.infer<typeof generationListRequest>
export const generationPage = z.object({ generations: z.array(generation), nextCursor: id.nullable() })
export type GenerationPage = z.infer<typeof generationPage>

/** Puts the images of a generation into another project, or out of any. What they cost stays where it was charged. */
export const generationMove = z.strictObject({ id, projectId: id.nullable() })

/** A request that could not be paid as it was asked, kept so that one click resumes it. */
export const draft = z.object({
  intentId: id,
  /** As it was asked, by whichever version of the extension. */
  request: z.object(asked),
  source: image.nullable(),
  /** Credits it needed when it was refused. */
  credits,
  createdAt: moment,
})
export type Draft = z.infer<typeof draft>

/** Sends a draft's request again, at the price the designer sees now. What they said yes to then does not count any more. */
export const draftResumption = z.strictObject({ intentId: id, priceVersion: z.int().positive(), maxCredits: credits, ...yes })
export type DraftResumption = z.infer<typeof draftResumption>

const webAddress = z
  .url({ protocol: /^https?$/ })
  .max(4000)
  .nullable()
  .catch(null)

/**
 * Where an uploaded picture came from; kept in the designer's own gallery only. Good to have and never a reason to refuse it:
 * what is no address of the web, or too long, is null.
 */
export const provenance = z.strictObject({
  pageUrl: webAddress,
  pageTitle: words.max(500).nullable().catch(null),
  imageUrl: webAddress,
})
export type Provenance = z.infer<typeof provenance>

/** Largest upload in bytes. */
export const maxUploadBytes = 25 * 1024 * 1024
