import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import * as z from 'zod'
import { photograph } from './pictures.ts'

/** How a service behaves; the first word of a prompt asks for it, so that one service can behave in every way at once. */
const moods = ['good', 'busy', 'broken', 'refusing', 'wrong', 'slow', 'cut', 'waiting'] as const
type Mood = (typeof moods)[number]

/** A request as a stand-in reads it. */
export interface Asked {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingMessage['headers']
  body: Buffer
  json: unknown
}

/** A picture ordered from a stand-in: what a real service would charge for. */
export interface Order {
  id: string
  words: string
  mood: Mood
  /** The source as it arrived, or null. */
  source: Buffer | null
  /** What else a dialect wants to remember. */
  client: string | null
  ended: 'given' | 'cut off' | 'called off' | null
}

export interface Answer {
  status?: number
  headers?: Record<string, string>
  body: object | Buffer | string
}

/** What an order asks for. */
export interface Ordered {
  words: string
  source: Buffer | null
  client?: string
}

/** One service's protocol. */
export interface Dialect {
  provider: string
  /** The settings of an engine that uses it. */
  entry(url: string): object
  /** Whether an order is answered with the picture, or with a number to ask by. */
  gives: 'picture' | 'number'
  /** What is ordered, or null where the request is none. */
  order(asked: Asked): Promise<Ordered | null> | Ordered | null
  /** The answer to an order: with the picture, or with a number. */
  answer(order: Order, picture: Buffer, url: string): Answer
  /** How it says that it will not make a picture, in answer to the order. */
  refusal?: Answer
  /** Every other request: how far it is, give it to me, call it off. */
  other?(asked: Asked, service: FakeImageService): Promise<Answer | null> | Answer | null
  upgrade?(request: IncomingMessage, socket: Duplex, service: FakeImageService): void
}

export interface FakeImageService {
  url: string
  orders: Order[]
  requests: Asked[]
  /** What it gives; may be replaced. */
  picture: Buffer
  /** The orders for these words. */
  ordersOf(words: string): Order[]
  /** True while the picture of an order is not there. */
  isPending(order: Order): boolean
  /** Ends the waiting of those whose prompt begins with “waiting”. */
  finish(): void
  close(): Promise<void>
}

const notAPicture = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')

export async function startFakeImageService(dialect: Dialect): Promise<FakeImageService> {
  let url = ''
  let finished = false
  const turnedAway = new Set<string>()
  const cut = new Set<string>()
  const orders: Order[] = []
  const requests: Asked[] = []
  const held: (() => void)[] = []

  const pictureOf = ({ mood }: Order) => (mood === 'wrong' ? notAPicture : service.picture)
  const isPending = ({ mood }: Order) => mood === 'slow' || (mood === 'waiting' && !finished)
  const busy = { status: 429, headers: { 'retry-after-ms': '5' }, body: { error: { message: 'busy' }, detail: 'busy' } }
  const broken = { status: 500, headers: { 'retry-after-ms': '5' }, body: { error: { message: 'broken' }, detail: 'broken' } }

  const takeOrder = (read: Ordered, response: ServerResponse): void => {
    const [first] = read.words.split(' ')
    const mood = moods.find((one) => one === first) ?? 'good'
    const away = turnAway(mood, read.words)
    if (away !== null) {
      send(response, away)
      return
    }
    const order: Order = { id: `order-${orders.length + 1}`, mood, client: null, ended: null, ...read }
    orders.push(order)
    response.on('close', () => {
      if (!response.writableFinished) order.ended ??= 'cut off'
    })
    const answer = dialect.answer(order, pictureOf(order), url)
    const give = () => {
      order.ended = 'given'
      send(response, answer)
    }
    if (dialect.gives === 'number') send(response, answer)
    else if (mood === 'cut') sendHalf(response, answer)
    else if (isPending(order)) held.push(() => isPending(order) || give())
    else give()
  }

  /** What an order is answered that is not taken, or null. Who is busy is so once. */
  const turnAway = (mood: Mood, words: string): Answer | null => {
    if (mood === 'broken') return broken
    if (mood === 'refusing') return dialect.refusal ?? null
    if (mood !== 'busy' || turnedAway.has(words)) return null
    turnedAway.add(words)
    return busy
  }

  /** GET /picture/<order>: where services that give a number let their pictures lie. */
  const showPicture = (id: string, response: ServerResponse): void => {
    const order = orders.find((one) => one.id === id)
    const answer = order && { headers: { 'content-type': 'image/png' }, body: pictureOf(order) }
    if (order === undefined || answer === undefined) send(response, { status: 404, body: { detail: 'unknown' } })
    else if (order.mood === 'cut' && !cut.has(id)) {
      cut.add(id)
      sendHalf(response, answer)
    } else {
      order.ended = 'given'
      send(response, answer)
    }
  }

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(request)
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://service')
    const json =
      request.headers['content-type']?.includes('json') === true && body.length > 0 ? JSON.parse(body.toString()) : null
    const { method = '', headers } = request
    const asked: Asked = { method, path: decodeURIComponent(pathname), query: searchParams, headers, body, json }
    requests.push(asked)
    const read = await dialect.order(asked)
    if (read !== null) takeOrder(read, response)
    else if (asked.path.startsWith('/picture/')) showPicture(asked.path.slice('/picture/'.length), response)
    else send(response, (await dialect.other?.(asked, service)) ?? { status: 404, body: { detail: 'not found' } })
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => send(response, { status: 599, body: { detail: String(error) } }))
  })
  server.on('upgrade', (request, socket) => {
    if (dialect.upgrade === undefined) socket.destroy()
    else dialect.upgrade(request, socket, service)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${z.object({ port: z.number() }).parse(server.address()).port}`
  const service: FakeImageService = {
    url,
    orders,
    requests,
    picture: Buffer.from(await photograph(64, 64)),
    ordersOf: (words) => orders.filter((order) => order.words.includes(words)),
    isPending,
    finish: () => {
      finished = true
      for (const give of held.splice(0)) give()
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return service
}

function send(response: ServerResponse, { status = 200, headers = {}, body }: Answer): void {
  const plain = typeof body === 'string' || Buffer.isBuffer(body)
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(plain ? body : JSON.stringify(body))
}

function sendHalf(response: ServerResponse, { status = 200, headers = {}, body }: Answer): void {
  const whole = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body))
  response.writeHead(status, { 'content-type': 'application/json', ...headers, 'content-length': whole.length })
  response.write(whole.subarray(0, whole.length / 2), () => response.destroy())
}

/** The bytes of a data URI. */
export function bytesOf(uri: string | undefined): Buffer | null {
  return uri === undefined ? null : Buffer.from(uri.slice(uri.indexOf(',') + 1), 'base64')
}

/** A form's fields: words as they stand, files as bytes. */
export async function formOf({ body, headers }: Pick<Asked, 'body' | 'headers'>): Promise<Map<string, string | Buffer>> {
  const request = new Response(new Uint8Array(body), { headers: { 'content-type': headers['content-type'] ?? '' } })
  const fields = new Map<string, string | Buffer>()
  for (const [name, value] of await request.formData()) {
    fields.set(name, typeof value === 'string' ? value : Buffer.from(await value.arrayBuffer()))
  }
  return fields
}
