import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { readTerms } from './downloads.ts'
import type { Images } from './images.ts'

const params = z.object({ id: z.string().max(64), variant: z.enum(['full', 'thumb', 'svg', 'file']) })
const query = z.object({ e: z.coerce.number().int(), s: z.string().max(100) })

/** Serves image files by signed address. The extension's pages show them, so they are `cross-origin`. */
export function registerImageRoutes(app: FastifyInstance, images: Images): void {
  app.get('/images/:id/:variant', async (request, reply) => {
    const where = params.safeParse(request.params)
    const proof = query.safeParse(request.query)
    const variant = where.data?.variant === 'file' ? readTerms(request.query) : where.data?.variant
    if (!where.success || !proof.success || !variant) return reply.status(404).send({ code: 'NOT_FOUND', details: {} })
    const file = await images.open({
      imageId: where.data.id,
      variant,
      expires: proof.data.e,
      signature: proof.data.s,
    })
    if (file === null) return reply.status(404).send({ code: 'NOT_FOUND', details: {} })
    if (file.name !== null) reply.header('content-disposition', `attachment; filename="${file.name}"`)
    return reply
      .header('content-type', file.mime)
      .header('cache-control', 'private, max-age=3600, immutable')
      .header('cross-origin-resource-policy', 'cross-origin')
      .header('access-control-allow-origin', '*')
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength))
  })
}
