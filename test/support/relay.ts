import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'

/** The way to a server, which a journey can make slow: for what happens while a request or its answer is on its way. */
export interface Relay {
  url: string
  /** Is asked for each request before it is passed on, and waited for. */
  before: (path: string) => Promise<void> | void
  /** Is asked for each answer before it is passed back, and waited for. */
  after: (path: string) => Promise<void> | void
  /** Paths of the requests whose connection is open now: a live stream's for as long as it is followed. */
  open(): string[]
  close(): Promise<void>
}

export async function startRelay(target: string): Promise<Relay> {
  const connections = new Set<IncomingMessage>()
  const server = createServer((asked, answer) => {
    connections.add(asked)
    answer.on('close', () => connections.delete(asked))
    pass(relay, target, asked, answer).catch(() => answer.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The relay has no port')
  const relay: Relay = {
    url: `http://127.0.0.1:${address.port}`,
    before: () => {},
    after: () => {},
    open: () => [...connections].map(({ url = '/' }) => url),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return relay
}

async function pass(relay: Relay, target: string, asked: IncomingMessage, answer: ServerResponse): Promise<void> {
  const { url = '/', method, headers } = asked
  await relay.before(url)
  const onward = request(new URL(url, target), { method, headers })
  // The caller may be gone; the server has been asked all the same. Only a stream ends with whoever listens to it.
  asked.pipe(onward)
  if (url.includes('live.events')) answer.on('close', () => onward.destroy())
  const answered = await new Promise<IncomingMessage>((resolve, reject) => onward.on('response', resolve).on('error', reject))
  await relay.after(url)
  answer.writeHead(answered.statusCode ?? 502, answered.headers)
  answered.pipe(answer)
}
