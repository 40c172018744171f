import type * as z from 'zod'
import type { Fetch } from './bounded-fetch.ts'
import { ServiceError } from './service-error.ts'

/** A service of our own speaking: its address, and the headers that let us in. */
export interface HttpService {
  baseUrl: string
  headers: Record<string, string>
}

/** Sends JSON, or a form, or asks. Throws `ServiceError` where the answer is none of success. */
export async function call(
  fetch: Fetch,
  { baseUrl, headers }: HttpService,
  path: string,
  { body, signal }: { body?: object; signal?: AbortSignal | undefined } = {},
): Promise<Response> {
  const form = body instanceof FormData
  const response = await fetch(`${baseUrl.replace(/\/$/, '')}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: form || body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    signal: signal ?? null,
  })
  if (!response.ok) throw new ServiceError(response.status, await response.text())
  return response
}

/** The same, with an answer of a known form. */
export async function callFor<T>(schema: z.ZodType<T>, ...asked: Parameters<typeof call>): Promise<T> {
  const response = await call(...asked)
  const parsed = schema.safeParse(await response.json())
  if (!parsed.success) throw new ServiceError(response.status, `an answer of another form: ${parsed.error.message}`)
  return parsed.data
}
