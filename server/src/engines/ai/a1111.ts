import { setTimeout as pause } from 'node:timers/promises'
import type { ImageModelV4, ImageModelV4CallOptions, ImageModelV4File } from '@ai-sdk/provider'
import * as z from 'zod'
import type { Service } from './cloud-models.ts'
import { call, callFor, type HttpService } from './http-service.ts'
import type { Secret } from './secret.ts'
import type { ServiceRun } from './service-run.ts'
import type { A1111Entry } from './settings.ts'
import { stopMs } from './tickets.ts'

const made = z.object({ images: z.array(z.string()).min(1) })
const upscaled = z.object({ image: z.string() })
/** `current_task` is missing before version 1.8. */
const standing = z.object({ progress: z.number(), current_task: z.string().nullish() })

/** Time between two questions how far it is, in ms. */
const betweenMs = 500
/** How far an edit or a variation may leave its source, unless the settings say otherwise. */
const denoising = { edit: 0.6, vary: 0.5 }

/** AUTOMATIC1111's web UI and what speaks like it, by its `/sdapi/v1`. It has no queue to ask again: a crash makes it draw again. */
export function a1111Service(entry: A1111Entry, key: Secret | null): Service {
  const headers: Record<string, string> =
    key === null ? {} : { authorization: `Basic ${Buffer.from(key.reveal()).toString('base64')}` }
  const at = { baseUrl: entry.baseUrl, headers }
  return { modelFor: (run) => a1111Model(entry, at, run), optionsKey: 'a1111', takesPictures: true }
}

function a1111Model(entry: A1111Entry, at: HttpService, run: ServiceRun): ImageModelV4 {
  const modelId = entry.model ?? 'a1111'
  return {
    specificationVersion: 'v4',
    provider: 'a1111',
    modelId,
    maxImagesPerCall: 1,
    supportsFileInputs: true,
    supportsMaskInputs: false,
    doGenerate: async (asked) => {
      const task = `task(toile-${run.id})`
      run.onGivenUp(() => interrupt(at, run, task))
      const ended = new AbortController()
      const watching = watchProgress(at, run, task, ended.signal)
      try {
        const image = await drawn(entry, at, run, asked, task)
        const response = { timestamp: new Date(0), modelId, headers: undefined }
        return { images: [image], warnings: [], response }
      } finally {
        ended.abort()
        await watching
      }
    },
  }
}

/** One picture, as base64. */
async function drawn(
  entry: A1111Entry,
  at: HttpService,
  { fetch, job }: ServiceRun,
  { prompt, seed, size, files, abortSignal: signal, providerOptions }: ImageModelV4CallOptions,
  task: string,
): Promise<string> {
  const [file] = files ?? []
  const own = providerOptions.a1111 ?? {}
  if (job.operation === 'upscale') {
    const body = {
      upscaling_resize: job.options.factor ?? 2,
      upscaler_1: entry.upscaler,
      ...own,
      image: file ? base64Of(file) : '',
    }
    return (await callFor(upscaled, fetch, at, '/sdapi/v1/extra-single-image', { body, signal })).image
  }
  const [width, height] = (size ?? '1024x1024').split('x').map(Number)
  const checkpoint = entry.model === undefined ? {} : { override_settings: { sd_model_checkpoint: entry.model } }
  const body = {
    ...checkpoint,
    ...own,
    prompt: prompt ?? '',
    seed: seed ?? -1,
    width,
    height,
    batch_size: 1,
    n_iter: 1,
    force_task_id: task,
  }
  const from = file
    ? { denoising_strength: denoising[job.operation === 'edit' ? 'edit' : 'vary'], ...body, init_images: [base64Of(file)] }
    : body
  const path = file ? '/sdapi/v1/img2img' : '/sdapi/v1/txt2img'
  const { images } = await callFor(made, fetch, at, path, { body: from, signal })
  return images[0] ?? ''
}

function base64Of(file: ImageModelV4File): string {
  if (file.type === 'url') throw new TypeError('A picture is sent as bytes')
  return typeof file.data === 'string' ? file.data : Buffer.from(file.data).toString('base64')
}

/** Tells how far our own picture is, until `ended`. What it cannot learn costs nothing but the bar. */
async function watchProgress(at: HttpService, run: ServiceRun, task: string, ended: AbortSignal): Promise<void> {
  const asking = { signal: ended }
  while (!ended.aborted) {
    try {
      await pause(betweenMs, undefined, asking)
      const { progress, current_task } = await callFor(
        standing,
        run.fetch,
        at,
        '/sdapi/v1/progress?skip_current_image=true',
        asking,
      )
      if (isOurs(current_task, task)) run.progress(Math.min(1, Math.max(0, progress)))
    } catch {
      // Ended, or busy drawing: the next question is as good.
    }
  }
}

/** Interrupts what it draws, unless it says that that is somebody else's. */
async function interrupt(at: HttpService, { fetch }: ServiceRun, task: string): Promise<void> {
  const within = { signal: AbortSignal.timeout(stopMs) }
  const { current_task } = await callFor(standing, fetch, at, '/sdapi/v1/progress?skip_current_image=true', within)
  if (isOurs(current_task, task)) await call(fetch, at, '/sdapi/v1/interrupt', { body: {}, ...within })
}

/** An older version names no task: with one picture at a time it is ours. */
const isOurs = (current: string | null | undefined, task: string) => current === undefined || current === null || current === task
