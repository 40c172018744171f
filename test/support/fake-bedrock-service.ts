import * as z from 'zod'
import type { Dialect } from './fake-image-service.ts'

const invocation = z.object({
  textToImageParams: z.object({ text: z.string() }).optional(),
  imageVariationParams: z.object({ text: z.string(), images: z.array(z.string()).min(1) }).optional(),
})

/** Bedrock's `invoke` with Nova Canvas. */
export const bedrock: Dialect = {
  provider: 'bedrock',
  entry: (baseUrl) => ({
    provider: 'bedrock',
    model: 'amazon.nova-canvas-v1:0',
    key: 'bedrock-key',
    baseUrl,
    operations: ['generate', 'vary', 'edit'],
  }),
  gives: 'picture',
  order: ({ path, json }) => {
    if (!path.endsWith('/invoke')) return null
    const { textToImageParams, imageVariationParams } = invocation.parse(json)
    const [image] = imageVariationParams?.images ?? []
    const words = textToImageParams?.text ?? imageVariationParams?.text ?? ''
    return { words, source: image === undefined ? null : Buffer.from(image, 'base64') }
  },
  answer: (_order, picture) => ({ body: { images: [picture.toString('base64')] } }),
  refusal: { status: 400, body: { message: 'This request has been blocked by our content filters.' } },
}
