import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import type { Engines } from '../engines/engines.ts'
import { boardPage } from './board.ts'
import { pins } from './pins.ts'

const params = z.object({ name: z.string().max(40) })

/** `/try`: a moodboard to try Toile on. Its pictures are drawn by the print engine, each once, when they are first looked at. */
export function registerTryPage(app: FastifyInstance, engines: Engines): void {
  const drawn = new Map<string, Promise<Uint8Array>>()

  const draw = async (prompt: string, seed: number): Promise<Uint8Array> => {
    const job = { operation: 'generate' as const, prompt, source: null, size: 1024, seed, index: 0, options: {} }
    const result = await engines.named('print').run(job, {
      signal: AbortSignal.timeout(60_000),
      progress: () => {},
      ticket: { kept: null, keep: async () => {} },
    })
    return result.bytes
  }

  app.get('/try', async (request, reply) =>
    reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('vary', 'accept-language')
      .send(boardPage(request.headers['accept-language'])),
  )

  app.get('/try/pictures/:name', async (request, reply) => {
    const asked = params.safeParse(request.params)
    const pin = pins.find((candidate) => asked.success && `${candidate.name}.png` === asked.data.name)
    if (pin === undefined) return reply.status(404).send({ code: 'NOT_FOUND', details: {} })
    const picture = drawn.get(pin.name) ?? draw(pin.prompt, pin.seed)
    drawn.set(pin.name, picture)
    picture.catch(() => drawn.delete(pin.name))
    return reply
      .header('content-type', 'image/png')
      .header('cache-control', 'public, max-age=3600')
      .send(Buffer.from(await picture))
  })
}
