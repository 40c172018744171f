import { setTimeout as pause } from 'node:timers/promises'
import type { ImageModelV4, ImageModelV4CallOptions } from '@ai-sdk/provider'
import * as z from 'zod'
import type { Service } from './cloud-models.ts'
import { comfyProgress } from './comfyui-progress.ts'
import { call, callFor, type HttpService } from './http-service.ts'
import type { Secret } from './secret.ts'
import { ServiceError } from './service-error.ts'
import type { ServiceRun } from './service-run.ts'
import type { AiOperation, ComfyEntry } from './settings.ts'
import { stopMs } from './tickets.ts'
import { filled, type Json } from './workflow.ts'

const ordered = z.object({ prompt_id: z.string() })
const uploaded = z.object({ name: z.string(), subfolder: z.string().default('') })
const picture = z.object({ filename: z.string(), subfolder: z.string().default(''), type: z.string() })
const ended = z.object({
  status: z.object({ status_str: z.string(), messages: z.json().optional() }).optional(),
  outputs: z.record(z.string(), z.object({ images: z.array(picture).optional() })).default({}),
})
const history = z.record(z.string(), ended)
const place = z.tuple([z.number(), z.string()]).rest(z.unknown())
const queue = z.object({ queue_running: z.array(place), queue_pending: z.array(place) })
const ticketOf = z.object({ service: z.literal('comfyui'), promptId: z.string() })

/** Time between two looks for the picture, in ms. */
const betweenMs = 300

/** A ComfyUI that runs the operator's own workflows. Its orders have a number: a crash orders nothing twice. */
export function comfyService(entry: ComfyEntry, workflows: Map<AiOperation, Json>, key: Secret | null): Service {
  const headers: Record<string, string> = key === null ? {} : { authorization: `Bearer ${key.reveal()}` }
  const at = { baseUrl: entry.baseUrl, headers }
  return { modelFor: (run) => comfyModel(entry, workflows, at, run), optionsKey: 'comfyui', takesPictures: true }
}

function comfyModel(entry: ComfyEntry, workflows: Map<AiOperation, Json>, at: HttpService, run: ServiceRun): ImageModelV4 {
  const modelId = entry.model ?? 'comfyui'
  return {
    specificationVersion: 'v4',
    provider: 'comfyui',
    modelId,
    maxImagesPerCall: 1,
    supportsFileInputs: true,
    supportsMaskInputs: false,
    doGenerate: async (asked) => {
      const workflow = [...workflows].find(([operation]) => operation === run.job.operation)?.[1]
      if (workflow === undefined) throw new TypeError(`No workflow for ${run.job.operation}`)
      const told = comfyProgress(at, run)
      try {
        const promptId = (await keptOrder(at, run, asked)) ?? (await order(at, run, asked, workflow))
        told.follow(promptId)
        const images = [await awaited(at, run, promptId, asked.abortSignal)]
        return { images, warnings: [], response: { timestamp: new Date(0), modelId, headers: undefined } }
      } finally {
        told.close()
      }
    },
  }
}

/** The order of an earlier try, where the service still knows it; it forgets when it starts anew, and was paid nothing. */
async function keptOrder(
  at: HttpService,
  run: ServiceRun,
  { abortSignal: signal }: ImageModelV4CallOptions,
): Promise<string | null> {
  if (run.ticket.kept === null) return null
  const { data } = ticketOf.safeParse(JSON.parse(run.ticket.kept))
  if (data === undefined) return null
  const { promptId } = data
  const past = await callFor(history, run.fetch, at, `/history/${encodeURIComponent(promptId)}`, { signal })
  const known = past[promptId] !== undefined || (await standsInQueue(at, run, promptId, signal)) !== null
  if (known) run.onGivenUp(() => takeBack(at, run, promptId))
  return known ? promptId : null
}

async function standsInQueue(at: HttpService, { fetch }: ServiceRun, promptId: string, signal?: AbortSignal) {
  const { queue_running, queue_pending } = await callFor(queue, fetch, at, '/queue', { signal })
  if (queue_running.some(([, id]) => id === promptId)) return 'running'
  return queue_pending.some(([, id]) => id === promptId) ? 'pending' : null
}

/** Uploads the source, orders the picture and keeps the order's number. */
async function order(
  at: HttpService,
  run: ServiceRun,
  { prompt, size, seed, files, abortSignal: signal }: ImageModelV4CallOptions,
  workflow: Json,
): Promise<string> {
  const [file] = files ?? []
  const image = file?.type === 'file' ? await upload(at, run, file.data, signal) : ''
  const [width = 1024, height = 1024] = (size ?? '1024x1024').split('x').map(Number)
  const factor = run.job.options.factor ?? 2
  const values = { prompt: prompt ?? '', seed: seed ?? 0, width, height, image, factor }
  const body = { prompt: filled(workflow, values), client_id: run.id }
  const { prompt_id: promptId } = await callFor(ordered, run.order, at, '/prompt', { body, signal })
  run.onGivenUp(() => takeBack(at, run, promptId))
  await run.ticket.keep(JSON.stringify({ service: 'comfyui', promptId }))
  return promptId
}

async function upload(at: HttpService, run: ServiceRun, data: string | Uint8Array, signal?: AbortSignal): Promise<string> {
  const body = new FormData()
  body.set('image', new Blob([Buffer.from(typeof data === 'string' ? Buffer.from(data, 'base64') : data)]), `toile-${run.id}.png`)
  const { name, subfolder } = await callFor(uploaded, run.fetch, at, '/upload/image', { body, signal })
  return subfolder === '' ? name : `${subfolder}/${name}`
}

/** Waits for the picture: the first that the workflow saves, or else previews. */
async function awaited(at: HttpService, run: ServiceRun, promptId: string, signal?: AbortSignal): Promise<Uint8Array> {
  for (;;) {
    // Asked in this order, what has just ended is not taken for lost.
    const place = await standsInQueue(at, run, promptId, signal)
    const past = await callFor(history, run.fetch, at, `/history/${encodeURIComponent(promptId)}`, { signal })
    const now = past[promptId]
    if (now !== undefined) {
      const pictures = Object.values(now.outputs).flatMap(({ images = [] }) => images)
      const found = pictures.find(({ type }) => type === 'output') ?? pictures[0]
      if (found === undefined) throw new ServiceError(200, `${now.status?.status_str}: ${JSON.stringify(now.status?.messages)}`)
      const answer = await call(run.fetch, at, `/view?${new URLSearchParams(found)}`, { signal })
      return new Uint8Array(await answer.arrayBuffer())
    }
    if (place === null) throw new ServiceError(404, 'the order is neither queued nor done')
    await pause(betweenMs, undefined, signal ? { signal } : {})
  }
}

/** Takes our order out of the queue, or interrupts it where it is the one being drawn; nobody else's. */
async function takeBack(at: HttpService, run: ServiceRun, promptId: string): Promise<void> {
  const signal = AbortSignal.timeout(stopMs)
  await call(run.fetch, at, '/queue', { body: { delete: [promptId] }, signal })
  if ((await standsInQueue(at, run, promptId, signal)) !== 'running') return
  await call(run.fetch, at, '/interrupt', { body: { prompt_id: promptId }, signal })
}
