import * as z from 'zod'
import { type Asked, bytesOf, type Dialect, type FakeImageService, type Order } from './fake-image-service.ts'

const all = ['generate', 'vary', 'edit']
const orderOf = ({ orders }: FakeImageService, id: string | null | undefined) => orders.find((order) => order.id === id)

/** Calls an order off, as these services do. */
function callOff(order: Order | undefined) {
  if (order !== undefined) order.ended = 'called off'
  return { body: { status: 'canceled' } }
}

const falBody = z.object({ prompt: z.string(), image_url: z.string().optional() })
const falModel = '/fal-ai/flux/dev'

/** fal's queue: an order's number, how far it is, and its answer are three addresses. */
export const fal: Dialect = {
  provider: 'fal',
  entry: (baseUrl) => ({ provider: 'fal', model: falModel.slice(1), key: 'fal-key', baseUrl, operations: all }),
  gives: 'number',
  order: ({ method, path, json }) => {
    if (method !== 'POST' || path !== falModel) return null
    const { prompt, image_url } = falBody.parse(json)
    return { words: prompt, source: bytesOf(image_url) }
  },
  answer: ({ id }, _picture, url) => ({
    body: {
      status: 'IN_QUEUE',
      request_id: id,
      status_url: `${url}${falModel}/requests/${id}/status`,
      response_url: `${url}${falModel}/requests/${id}`,
      cancel_url: `${url}${falModel}/requests/${id}/cancel`,
    },
  }),
  refusal: { status: 422, body: { detail: [{ loc: ['body', 'prompt'], msg: 'Flagged', type: 'content_policy_violation' }] } },
  other: ({ method, path }, service) => {
    const [, id, rest] = /\/requests\/([^/]+)\/?(.*)$/.exec(path) ?? []
    const order = orderOf(service, id)
    if (order === undefined) return null
    if (rest === 'cancel' && method === 'PUT') return callOff(order)
    if (rest === 'status') return { body: { status: service.isPending(order) ? 'IN_PROGRESS' : 'COMPLETED' } }
    return { body: { images: [{ url: `${service.url}/picture/${order.id}`, width: 64, height: 64 }], seed: 1 } }
  },
}

const replicateBody = z.object({ input: z.object({ prompt: z.string(), image: z.string().optional() }) })
const replicateModel = '/models/stability-ai/sdxl/predictions'

function prediction(order: Order, { url, isPending }: Pick<FakeImageService, 'url' | 'isPending'>) {
  const urls = { get: `${url}/predictions/${order.id}`, cancel: `${url}/predictions/${order.id}/cancel` }
  const refused = order.mood === 'refusing'
  if (refused) return { id: order.id, status: 'failed', error: 'NSFW content detected. Try another prompt.', output: null, urls }
  if (isPending(order)) return { id: order.id, status: 'processing', output: null, urls }
  return { id: order.id, status: 'succeeded', output: [`${url}/picture/${order.id}`], urls }
}

/** Replicate's predictions. Without `prefer: respond-async` a real one would not answer before the picture is there. */
export const replicate: Dialect = {
  provider: 'replicate',
  entry: (baseUrl) => ({ provider: 'replicate', model: 'stability-ai/sdxl', key: 'replicate-key', baseUrl, operations: all }),
  gives: 'number',
  order: ({ method, path, json, headers }) => {
    if (method !== 'POST' || path !== replicateModel) return null
    if (headers.prefer !== 'respond-async') throw new Error('It would answer only with the picture')
    const { prompt, image } = replicateBody.parse(json).input
    return { words: prompt, source: bytesOf(image) }
  },
  answer: (order, _picture, url) => ({
    status: 201,
    body: { ...prediction(order, { url, isPending: () => true }), status: 'starting' },
  }),
  other: ({ method, path }, service) => {
    const [, id, rest] = /^\/predictions\/([^/]+)\/?(.*)$/.exec(path) ?? []
    const order = orderOf(service, id)
    if (order === undefined) return null
    return rest === 'cancel' && method === 'POST' ? callOff(order) : { body: prediction(order, service) }
  },
}

const bflBody = z.object({ prompt: z.string(), input_image: z.string().optional() })

/** Black Forest Labs: a number and an address to ask at. Nothing calls an order off. */
export const blackForestLabs: Dialect = {
  provider: 'black-forest-labs',
  entry: (baseUrl) => ({ provider: 'black-forest-labs', model: 'flux-kontext-pro', key: 'bfl-key', baseUrl, operations: all }),
  gives: 'number',
  order: ({ path, json }) => {
    if (path !== '/flux-kontext-pro') return null
    const { prompt, input_image } = bflBody.parse(json)
    return { words: prompt, source: bytesOf(input_image) }
  },
  answer: ({ id }, _picture, url) => ({ body: { id, polling_url: `${url}/get_result?id=${id}` } }),
  other: ({ path, query }, service) => {
    const order = orderOf(service, query.get('id'))
    if (path !== '/get_result' || order === undefined) return null
    if (order.mood === 'refusing') return { body: { id: order.id, status: 'Content Moderated', result: null } }
    if (service.isPending(order)) return { body: { id: order.id, status: 'Pending', progress: 0.5, result: null } }
    return { body: { id: order.id, status: 'Ready', result: { sample: `${service.url}/picture/${order.id}` } } }
  },
}

const fireworksModel = 'accounts/fireworks/models/flux-kontext-pro'
const fireworksBody = z.object({ prompt: z.string(), input_image: z.string().optional() })
const fireworksQuestion = ({ json }: Asked) => z.object({ id: z.string() }).parse(json).id

/** Fireworks' FLUX workflows: a number, asked by with POST. */
export const fireworks: Dialect = {
  provider: 'fireworks',
  entry: (baseUrl) => ({ provider: 'fireworks', model: fireworksModel, key: 'fireworks-key', baseUrl, operations: all }),
  gives: 'number',
  order: ({ path, json }) => {
    if (path !== `/workflows/${fireworksModel}`) return null
    const { prompt, input_image } = fireworksBody.parse(json)
    return { words: prompt, source: bytesOf(input_image) }
  },
  answer: ({ id }) => ({ body: { request_id: id } }),
  other: (asked, service) => {
    if (!asked.path.endsWith('/get_result')) return null
    const order = orderOf(service, fireworksQuestion(asked))
    if (order === undefined) return null
    if (order.mood === 'refusing') return { body: { id: order.id, status: 'Request Moderated', result: null } }
    if (service.isPending(order)) return { body: { id: order.id, status: 'Pending', result: null } }
    return { body: { id: order.id, status: 'Ready', result: { sample: `${service.url}/picture/${order.id}` } } }
  },
}
