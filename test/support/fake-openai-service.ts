import * as z from 'zod'
import { type Answer, type Asked, bytesOf, type Dialect, formOf, type Ordered } from './fake-image-service.ts'

const generation = z.object({ prompt: z.string(), image_url: z.string().optional() })

/** OpenAI's images: words as JSON to `/images/generations`, with a picture as a form to `/images/edits`. */
async function ordered(asked: Asked): Promise<Ordered | null> {
  if (asked.path.endsWith('/images/generations')) {
    const { prompt, image_url } = generation.parse(asked.json)
    return { words: prompt, source: bytesOf(image_url) }
  }
  if (!asked.path.endsWith('/images/edits')) return null
  const form = await formOf(asked)
  const image = form.get('image')
  return { words: String(form.get('prompt')), source: Buffer.isBuffer(image) ? image : null }
}

const answer = (_order: unknown, picture: Buffer): Answer => ({
  body: { created: 1, data: [{ b64_json: picture.toString('base64') }] },
})

const refusal: Answer = {
  status: 400,
  body: {
    error: {
      message: 'Your request was rejected by the safety system. safety_violations=[violence, sexual].',
      type: 'image_generation_user_error',
      code: 'moderation_blocked',
    },
  },
}
const common = { gives: 'picture', order: ordered, answer, refusal } as const
const all = ['generate', 'vary', 'edit']

export const openai: Dialect = {
  ...common,
  provider: 'openai',
  entry: (baseUrl) => ({ provider: 'openai', model: 'gpt-image-1', key: 'sk-of-a-test', baseUrl, operations: all }),
}

export const openaiCompatible: Dialect = {
  ...common,
  provider: 'openai-compatible',
  entry: (baseUrl) => ({ provider: 'openai-compatible', model: 'sdxl', baseUrl: `${baseUrl}/v1`, operations: all }),
}

export const azure: Dialect = {
  ...common,
  provider: 'azure',
  entry: (baseUrl) => ({ provider: 'azure', model: 'gpt-image-1', key: 'azure-key', baseUrl, operations: all }),
  refusal: { status: 400, body: { error: { message: 'Filtered', code: 'content_policy_violation' } } },
}

export const together: Dialect = {
  ...common,
  provider: 'together',
  entry: (baseUrl) => ({
    provider: 'together',
    model: 'black-forest-labs/FLUX.1-kontext-pro',
    key: 'together-key',
    baseUrl,
    operations: all,
  }),
  refusal: { status: 422, body: { error: { message: 'NSFW content detected in the prompt' } } },
}
