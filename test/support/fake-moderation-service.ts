import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import * as z from 'zod'

const question = z.object({
  model: z.string(),
  input: z.array(
    z.discriminatedUnion('type', [
      z.object({ type: z.literal('text'), text: z.string() }),
      z.object({ type: z.literal('image_url'), image_url: z.object({ url: z.string().startsWith('data:image/jpeg;base64,') }) }),
    ]),
  ),
})

export interface FakeModerationService {
  url: string
  /** What it was shown, in order: words as they are, `picture` for a picture. */
  shown: string[][]
  /** Objects to every picture from now on. */
  objectToPictures(yes: boolean): void
  /** Answers 500 from now on. */
  breakDown(): void
  close(): Promise<void>
}

/** OpenAI's `/moderations`, which objects to the word “forbidden”. */
export async function startFakeModerationService(): Promise<FakeModerationService> {
  const shown: string[][] = []
  let [objecting, broken] = [false, false]
  const server = createServer(async (request, response) => {
    const { input } = question.parse(JSON.parse(await text(request)))
    const seen = input.map((one) => (one.type === 'text' ? one.text : 'picture'))
    shown.push(seen)
    const flagged = seen.some((one) => (one === 'picture' ? objecting : one.includes('forbidden')))
    response.writeHead(broken ? 500 : 200, { 'content-type': 'application/json', 'retry-after-ms': '1' })
    response.end(
      JSON.stringify({ id: 'modr-1', model: 'omni', results: [{ flagged, categories: { violence: flagged, hate: false } }] }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${z.object({ port: z.number() }).parse(server.address()).port}`,
    shown,
    objectToPictures: (yes) => {
      objecting = yes
    },
    breakDown: () => {
      broken = true
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
