import * as z from 'zod'
import type { HttpService } from './http-service.ts'
import type { ServiceRun } from './service-run.ts'

const message = z.object({
  type: z.literal('progress'),
  data: z.object({ value: z.number().min(0), max: z.number().positive(), prompt_id: z.string().nullish() }),
})

/** Most messages that are kept until the order's number is known. */
const mostEarly = 8

export interface ComfyProgress {
  /** Tells of this order only. */
  follow(promptId: string): void
  close(): void
}

/** Listens to how far ComfyUI is, by its web socket. Where that cannot be reached the picture comes all the same. */
export function comfyProgress({ baseUrl }: HttpService, run: ServiceRun): ComfyProgress {
  const url = new URL(`${baseUrl.replace(/\/$/, '')}/ws`)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  url.searchParams.set('clientId', run.id)
  const socket = new WebSocket(url)
  let followed: string | null = null
  // What is told before the order's number has arrived.
  let early: string[] = []
  const take = (text: string) => {
    const share = followed === null ? null : shareOf(text, followed)
    if (share !== null) run.progress(share)
  }
  socket.addEventListener('message', ({ data }) => {
    if (typeof data !== 'string') return
    if (followed === null) early = [...early.slice(1 - mostEarly), data]
    else take(data)
  })
  // A socket that fails says so by an event, and nobody waits for it.
  socket.addEventListener('error', () => {})
  return {
    follow: (promptId) => {
      followed = promptId
      early.splice(0).forEach(take)
    },
    close: () => socket.close(),
  }
}

/** Null for what is no progress of this order. Before version 0.3 a message does not name it. */
function shareOf(text: string, promptId: string): number | null {
  const parsed = message.safeParse(parseOrNull(text))
  if (!parsed.success) return null
  const { value, max, prompt_id = promptId } = parsed.data.data
  return prompt_id === null || prompt_id === promptId ? Math.min(1, value / max) : null
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
