import { createHash } from 'node:crypto'
import type { Duplex } from 'node:stream'
import * as z from 'zod'
import { type Answer, type Asked, type Dialect, type FakeImageService, formOf, type Order } from './fake-image-service.ts'

/** A workflow as ComfyUI exports it for its API, with Toile's placeholders. */
export const comfyWorkflow = {
  '3': { class_type: 'KSampler', inputs: { seed: '%seed%', steps: 20, latent_image: ['5', 0] } },
  '5': { class_type: 'EmptyLatentImage', inputs: { width: '%width%', height: '%height%', batch_size: 1 } },
  '6': { class_type: 'CLIPTextEncode', inputs: { text: '%prompt%, textile print', clip: ['4', 1] } },
  '9': { class_type: 'SaveImage', inputs: { filename_prefix: 'toile', images: ['8', 0] } },
}
export const comfyEditWorkflow = { ...comfyWorkflow, '10': { class_type: 'LoadImage', inputs: { image: '%image%' } } }

const prompt = z.object({
  client_id: z.string(),
  prompt: z.object({
    '3': z.object({ inputs: z.object({ seed: z.number() }) }),
    '5': z.object({ inputs: z.object({ width: z.number(), height: z.number() }) }),
    '6': z.object({ inputs: z.object({ text: z.string() }) }),
    '10': z.object({ inputs: z.object({ image: z.string() }) }).optional(),
  }),
})
const deletion = z.object({ delete: z.array(z.string()) })
const interruption = z.object({ prompt_id: z.string() })

/**
 * ComfyUI: orders in a queue, pictures by way of the history, progress by a web socket. One order is drawn at a time; an
 * interruption without the order's number would hit whichever that is.
 * @param folder where its workflows lie
 */
export function comfyui(folder: string): Dialect {
  const uploads = new Map<string, Buffer>()
  const sockets = new Map<string, Duplex>()
  const waiting = ({ orders, isPending }: FakeImageService) => orders.filter((order) => order.ended === null && isPending(order))
  const entry = (order: Order) => [1, order.id, {}, {}, ['9']]
  return {
    provider: 'comfyui',
    entry: (baseUrl) => ({
      provider: 'comfyui',
      baseUrl,
      operations: ['generate', 'vary', 'edit'],
      workflows: { generate: `${folder}/generate.json`, vary: `${folder}/edit.json`, edit: `${folder}/edit.json` },
    }),
    gives: 'number',
    order: ({ path, json }) => {
      if (path !== '/prompt') return null
      const { client_id, prompt: nodes } = prompt.parse(json)
      const image = nodes['10']?.inputs.image
      return {
        words: nodes['6'].inputs.text,
        source: image === undefined ? null : (uploads.get(image) ?? null),
        client: client_id,
      }
    },
    answer: (order) => {
      tellProgress(order, sockets.get(order.client ?? ''))
      return { body: { prompt_id: order.id, number: 1, node_errors: {} } }
    },
    other: (asked, service) => {
      const { method, path, json } = asked
      if (path === '/upload/image') return upload(asked, uploads)
      if (path === '/queue' && method === 'GET') {
        const [running, ...pending] = waiting(service)
        return { body: { queue_running: running ? [entry(running)] : [], queue_pending: pending.map(entry) } }
      }
      if (path === '/queue') {
        const [, ...pending] = waiting(service)
        for (const order of pending) if (deletion.parse(json).delete.includes(order.id)) order.ended = 'called off'
        return { body: {} }
      }
      if (path === '/interrupt') {
        const [running] = waiting(service)
        if (running?.id === interruption.parse(json).prompt_id) running.ended = 'called off'
        return { body: {} }
      }
      if (path === '/view') return { headers: { location: `/picture/${asked.query.get('filename')}` }, status: 302, body: {} }
      const order = service.orders.find(({ id }) => path === `/history/${id}`)
      if (order === undefined || service.isPending(order) || order.ended === 'called off') return { body: {} }
      const images = [{ filename: order.id, subfolder: '', type: 'output' }]
      return { body: { [order.id]: { status: { status_str: 'success', completed: true }, outputs: { '9': { images } } } } }
    },
    upgrade: ({ url = '', headers }, socket, { orders }) => {
      const client = new URL(url, 'http://comfy').searchParams.get('clientId') ?? ''
      const accept = createHash('sha1')
        .update(`${headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
        .digest('base64')
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-accept: ${accept}\r\n\r\n`,
      )
      socket.on('error', () => socket.destroy())
      socket.on('data', () => socket.end())
      sockets.set(client, socket)
      const order = orders.find((one) => one.client === client)
      if (order !== undefined) tellProgress(order, socket)
    },
  }
}

async function upload(asked: Asked, uploads: Map<string, Buffer>): Promise<Answer> {
  const name = `upload-${uploads.size + 1}.png`
  const image = (await formOf(asked)).get('image')
  if (Buffer.isBuffer(image)) uploads.set(name, image)
  return { body: { name, subfolder: '', type: 'input' } }
}

/** A quarter is done: one text frame of fewer than 126 bytes. */
function tellProgress({ id }: Order, socket: Duplex | undefined): void {
  const text = Buffer.from(JSON.stringify({ type: 'progress', data: { value: 5, max: 20, prompt_id: id } }))
  socket?.write(Buffer.concat([Buffer.from([0x81, text.length]), text]))
}
