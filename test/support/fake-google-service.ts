import * as z from 'zod'
import type { Dialect } from './fake-image-service.ts'

const part = z.object({ text: z.string().optional(), inlineData: z.object({ data: z.string() }).optional() })
const content = z.object({ contents: z.array(z.object({ parts: z.array(part) })) })

const usageMetadata = { promptTokenCount: 1, candidatesTokenCount: 1, totalTokenCount: 2 }

/** Gemini's `generateContent` with a picture for an answer. */
export const google: Dialect = {
  provider: 'google',
  entry: (baseUrl) => ({
    provider: 'google',
    model: 'gemini-2.5-flash-image',
    key: 'google-key',
    baseUrl,
    operations: ['generate', 'vary', 'edit'],
    sizes: [{ size: '1024x1024', aspectRatio: '1:1' }],
  }),
  gives: 'picture',
  order: ({ path, json }) => {
    if (!path.endsWith(':generateContent')) return null
    const parts = content.parse(json).contents.flatMap((one) => one.parts)
    const data = parts.find(({ inlineData }) => inlineData)?.inlineData?.data
    return { words: parts.map(({ text = '' }) => text).join(''), source: data === undefined ? null : Buffer.from(data, 'base64') }
  },
  answer: (_order, picture) => ({
    body: {
      candidates: [
        {
          content: { role: 'model', parts: [{ inlineData: { mimeType: 'image/png', data: picture.toString('base64') } }] },
          finishReason: 'STOP',
        },
      ],
      usageMetadata,
    },
  }),
  refusal: { body: { candidates: [{ content: {}, finishReason: 'IMAGE_SAFETY' }], usageMetadata } },
}
