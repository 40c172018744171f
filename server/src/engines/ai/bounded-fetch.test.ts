import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { boundedFetch } from './bounded-fetch.ts'

const most = 1000
const fetch = boundedFetch(globalThis.fetch, most)
let url: string
/** Answers as many bytes as its path says; `/unsaid/…` without saying so before. */
const server = createServer((request, response) => {
  const bytes = Buffer.alloc(Number(request.url?.split('/').at(-1)), 'a')
  const said = request.url?.startsWith('/unsaid') ? {} : { 'content-length': bytes.length }
  response.writeHead(200, said)
  response.write(bytes.subarray(0, bytes.length / 2))
  response.end(bytes.subarray(bytes.length / 2))
})
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${z.object({ port: z.number() }).parse(server.address()).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

test.each(['said', 'unsaid'])(
  'an answer as long as is borne passes whole; a longer one ends with an error, its length %s',
  async (how) => {
    expect((await (await fetch(`${url}/${how}/${most}`)).text()).length).toBe(most)
    const longer = fetch(`${url}/${how}/${most + 1}`).then((response) => response.arrayBuffer())
    await expect(longer).rejects.toThrow('longer than 1000 bytes')
  },
)
