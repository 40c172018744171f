import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { settingsFile, startServices } from '../support/ai-engines.ts'
import { callerWith, signIn } from '../support/caller.ts'
import { openai } from '../support/fake-openai-service.ts'
import { replicate } from '../support/fake-queued-services.ts'
import { finished, request } from '../support/requests.ts'
import { removeFolder, startServer, temporaryFolder } from '../support/server.ts'
import { until } from '../support/until.ts'

test('a server killed while services draw fetches what has a number and buys the rest again; the designer pays for each once', async () => {
  const spoken = [replicate, openai]
  const services = await startServices(spoken)
  const entryOf = ({ provider, entry }: (typeof spoken)[number]) => ({
    ...entry(services.get(provider)?.url ?? ''),
    name: provider,
  })
  // The key comes from the server's own environment.
  const engines = spoken.map((dialect) => ({ ...entryOf(dialect), key: { env: 'STUDIO_KEY' }, credits: 4 }))
  const env = { TOILE_ENGINES: settingsFile({ engines }), STUDIO_KEY: 'key-of-the-studio' }
  const dataFolder = await temporaryFolder('engine-killed')
  const first = await startServer({ dataFolder, env })
  const token = await signIn(first.url)
  const client = callerWith(first.url, token)
  const { version } = await client.pricing.list.query()
  expect(version).toBeGreaterThan(1)
  const ask = (engine: string) =>
    client.generations.request.mutate(request(1, { engine, prompt: 'waiting roses', maxCredits: 4 }))
  const ids = [(await ask('replicate')).id, (await ask('openai')).id]
  const orders = () => spoken.map(({ provider }) => services.get(provider)?.orders.length)
  await until('both orders', orders, (counts) => counts.join() === '1,1')
  // A ticket counts from when it is kept; a kill before that buys again.
  const file = new Database(join(dataFolder, 'toile.db'), { readonly: true })
  const kept = () => file.prepare('SELECT count("ticket") AS "kept" FROM "GenerationJob"').pluck().get()
  await until('the ticket', kept, (count) => count === 1)
  file.close()
  await first.kill()
  for (const service of services.values()) service.finish()
  const second = await first.restart()
  const again = callerWith(second.url, token)
  const done = await Promise.all(ids.map((id) => finished(again, id)))
  expect(done.map(({ items, charged }) => [items[0]?.state, charged])).toEqual([
    ['delivered', 4],
    ['delivered', 4],
  ])
  expect(orders()).toEqual([1, 2])
  expect(services.get('openai')?.requests[0]?.headers.authorization).toBe('Bearer key-of-the-studio')
  expect(await again.wallet.balance.query()).toMatchObject({ credits: 17, held: 0 })
  await second.stop()
  await Promise.all([...services.values()].map((service) => service.close()))
  await removeFolder(dataFolder)
})
