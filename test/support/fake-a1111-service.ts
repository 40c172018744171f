import * as z from 'zod'
import type { Dialect } from './fake-image-service.ts'

const drawing = z.object({ prompt: z.string(), force_task_id: z.string(), init_images: z.array(z.string()).optional() })
const upscaling = z.object({ image: z.string(), upscaling_resize: z.number(), upscaler_1: z.string() })

/** AUTOMATIC1111's `/sdapi/v1`: one call a picture, progress beside it, and an interruption of whatever is being drawn. */
export const a1111: Dialect = {
  provider: 'a1111',
  entry: (baseUrl) => ({
    provider: 'a1111',
    key: 'user:password',
    baseUrl,
    operations: ['generate', 'vary', 'edit', 'upscale'],
    options: { steps: 12 },
  }),
  gives: 'picture',
  order: ({ path, json }) => {
    if (path === '/sdapi/v1/extra-single-image') {
      const { image, upscaling_resize } = upscaling.parse(json)
      return { words: `upscale ${upscaling_resize}`, source: Buffer.from(image, 'base64') }
    }
    if (path !== '/sdapi/v1/txt2img' && path !== '/sdapi/v1/img2img') return null
    const { prompt, force_task_id, init_images } = drawing.parse(json)
    const [image] = init_images ?? []
    return { words: prompt, source: image === undefined ? null : Buffer.from(image, 'base64'), client: force_task_id }
  },
  answer: ({ words }, picture) => {
    const image = picture.toString('base64')
    return { body: words.startsWith('upscale') ? { image, html_info: '' } : { images: [image], parameters: {}, info: '{}' } }
  },
  other: ({ method, path }, service) => {
    const drawn = service.orders.findLast((order) => order.ended === null && service.isPending(order))
    const cutOff = service.orders.findLast((order) => order.ended === 'cut off')
    const current = drawn ?? cutOff
    if (path === '/sdapi/v1/progress') return { body: { progress: current ? 0.5 : 0, current_task: current?.client ?? null } }
    if (path !== '/sdapi/v1/interrupt' || method !== 'POST') return null
    if (current !== undefined) current.ended = 'called off'
    return { body: {} }
  },
}
