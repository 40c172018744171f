import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Books } from './books.ts'
import { StripeRefusal } from './errors.ts'
import { readForm } from './forms.ts'
import { type Route, routes } from './routes.ts'

/** The one that the server must speak: an answer in another form would be misread. */
const apiVersion = '2026-10-28.endive'
const keyLife = 86_400

interface Answer {
  status: number
  body: string
}

interface Kept extends Answer {
  question: string
  at: number
}

/** How the next request fares: the line breaks before or after Stripe heard it, or Stripe is in trouble. */
type Trouble = 'unheard' | 'unanswered' | 500 | 429

export interface FakeHttp {
  url: string
  /** Kinds of request that came so far, as `POST /v1/refunds`. */
  asked: string[]
  /** What happens to the requests to come whose kind has `part` in it, one each. */
  trouble(part: string, ...troubles: Trouble[]): void
  close(): Promise<void>
}

/** Stripe's API over HTTP: keys, version, form-encoded bodies, idempotency, and errors in its shape. */
export async function serveBooks(books: Books, secretKey: string): Promise<FakeHttp> {
  const kept = new Map<string, Kept>()
  const asked: string[] = []
  const troubles: { part: string; what: Trouble }[] = []

  const answer = (request: IncomingMessage, route: Route, id: string, form: string): Answer => {
    const key = request.method === 'POST' ? request.headers['idempotency-key'] : undefined
    const question = `${request.method} ${request.url} ${form}`
    const before = typeof key === 'string' ? kept.get(key) : undefined
    if (before !== undefined && books.now - before.at < keyLife) return before.question === question ? before : told(reused(key))
    const made = attempt(() => route.answer(books, readForm(form), id))
    // What was refused for its form was never begun: nothing is kept of it.
    if (typeof key === 'string' && [200, 402].includes(made.status)) kept.set(key, { ...made, question, at: books.now })
    return made
  }

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '', 'http://stripe')
    const body = await text(request)
    const kind = `${request.method} ${url.pathname}`
    asked.push(kind)
    const index = troubles.findIndex(({ part }) => kind.includes(part))
    const [trouble] = index === -1 ? [] : troubles.splice(index, 1)
    if (trouble?.what === 'unheard') return void response.destroy()
    if (trouble?.what === 500 || trouble?.what === 429) {
      const type = trouble.what === 500 ? 'api_error' : 'invalid_request_error'
      return send(response, told(new StripeRefusal('Try again later.', { status: trouble.what, type, code: 'rate_limit' })))
    }
    const refusal = refusalOf(request, secretKey)
    const found = routeOf(request.method ?? '', url.pathname)
    const answered =
      refusal !== null
        ? told(refusal)
        : found === null
          ? told(new StripeRefusal(`Unrecognized request URL (${kind}).`, { status: 404 }))
          : answer(request, found.route, found.id, request.method === 'GET' ? url.search.slice(1) : body)
    if (trouble?.what === 'unanswered') return void response.destroy()
    send(response, answered)
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('This Stripe has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    trouble: (part, ...list) => void troubles.push(...list.map((what) => ({ part, what }))),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function refusalOf({ headers }: IncomingMessage, secretKey: string): StripeRefusal | null {
  if (headers.authorization !== `Bearer ${secretKey}`) return new StripeRefusal('Invalid API Key provided', { status: 401 })
  if (headers['stripe-version'] !== apiVersion) return new StripeRefusal(`This stand-in speaks ${apiVersion} only`)
  return null
}

function routeOf(method: string, path: string): { route: Route; id: string } | null {
  for (const route of routes) {
    if (route.method !== method) continue
    const match = new RegExp(`^${route.path.replace(':id', '([^/]+)')}$`).exec(path)
    if (match !== null) return { route, id: decodeURIComponent(match[1] ?? '') }
  }
  return null
}

function attempt(work: () => object): Answer {
  try {
    return { status: 200, body: JSON.stringify(work()) }
  } catch (error) {
    if (error instanceof StripeRefusal) return told(error)
    throw error
  }
}

const told = (refusal: StripeRefusal): Answer => ({ status: refusal.status, body: JSON.stringify(refusal.body) })

const reused = (key: unknown) =>
  new StripeRefusal(`Keys for idempotent requests can only be used with the same parameters: ${key}`, {
    type: 'idempotency_error',
  })

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_of_a_test' }).end(body)
}
