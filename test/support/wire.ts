import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'

export interface Wire {
  /** Where the server seems to be. */
  url: string
  /** From now on no answer comes through, and only questions whose path has `letOut` in it reach the server. */
  cut(letOut: string): void
  /** Questions whose path has `part` in it stay on the way until `mend`; then they arrive, also of who has gone meanwhile. */
  hold(part: string): void
  /** How many are held. */
  held(): number
  /** Everything gets through again. */
  mend(): void
  close(): Promise<void>
}

interface Holding {
  part: string
  count: number
  released: PromiseWithResolvers<void>
}

/** A wire between extension and server that can be cut, so that answers are lost. */
export async function startWire(serverUrl: string): Promise<Wire> {
  const target = new URL(serverUrl)
  let letOut: string | null = null
  let holding: Holding | null = null

  const carry = (asked: IncomingMessage, answer: ServerResponse): void => {
    const { url = '/', method, headers } = asked
    const lost = letOut !== null
    if (letOut !== null && !url.includes(letOut)) return void answer.destroy()
    if (holding !== null && url.includes(holding.part)) return void carryLater(holding, asked, answer)
    const onward = httpRequest({ host: target.hostname, port: target.port, path: url, method, headers }, (heard) => {
      if (lost) heard.resume().on('end', () => answer.destroy())
      else heard.pipe(answer.writeHead(heard.statusCode ?? 502, heard.headers))
    })
    onward.on('error', () => answer.destroy())
    answer.on('close', () => onward.destroy())
    asked.pipe(onward)
  }
  const carryLater = async (holding: Holding, asked: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const body = await buffer(asked)
    holding.count += 1
    await holding.released.promise
    const { url = '/', method, headers } = asked
    const onward = httpRequest({ host: target.hostname, port: target.port, path: url, method, headers }, (heard) => {
      heard.pipe(answer.writeHead(heard.statusCode ?? 502, heard.headers))
    })
    onward.on('error', () => answer.destroy())
    onward.end(body)
  }
  const server = createServer(carry)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The wire has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    cut: (path) => {
      letOut = path
      server.closeAllConnections()
    },
    hold: (part) => {
      holding = { part, count: 0, released: Promise.withResolvers() }
    },
    held: () => holding?.count ?? 0,
    mend: () => {
      letOut = null
      holding?.released.resolve()
      holding = null
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
