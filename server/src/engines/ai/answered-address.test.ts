import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { blackForestLabs, fal, fireworks, replicate } from '../../../../test/support/fake-queued-services.ts'
import { how, job, startEngine } from '../../../../test/support/one-engine.ts'

/** Something of the operator's own network that no service is to reach through us. */
let asked = 0
const inside = createServer((_request, response) => {
  asked += 1
  response.end()
})
let port: number
beforeAll(async () => {
  await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve))
  port = z.object({ port: z.number() }).parse(inside.address()).port
})
afterAll(() => new Promise((resolve) => inside.close(resolve)))

test.each(
  [fal, replicate, blackForestLabs, fireworks].flatMap((dialect) => [
    { dialect, provider: dialect.provider, host: '127.0.0.1' },
    { dialect, provider: dialect.provider, host: '[::ffff:127.0.0.1]' },
    { dialect, provider: dialect.provider, host: 'localhost' },
  ]),
)('$provider cannot make the server ask $host for a picture', async ({ dialect, host }) => {
  const url = `http://${host}:${port}`
  const on = await startEngine({ ...dialect, other: (what, service) => dialect.other?.(what, { ...service, url }) ?? null })
  await expect(on.engine.run(job(), how())).rejects.toMatchObject({ code: 'ENGINE_FAILED' })
  await on.close()
  expect(on.service.orders).toHaveLength(1)
  expect(asked).toBe(0)
})
