import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import * as z from 'zod'
import { keepDatabases } from './kept-databases.ts'
import { createDatabase, type PostgresForTests, startPostgres } from './postgres.ts'

/**
 * Vitest's global setup: one PostgreSQL for a whole run, started when the first test asks for it, and the databases there that
 * tests use one after another. Tests run in other processes; they ask over HTTP, at an address that nobody else on this machine
 * can guess.
 */
export async function setup(): Promise<() => Promise<void>> {
  let postgres: ReturnType<typeof startWithDatabases> | undefined
  const path = `/${randomUUID()}`
  const broker = createServer(async (request, response) => {
    if (!request.url?.startsWith(path)) return void response.writeHead(404).end()
    postgres ??= startWithDatabases()
    try {
      const { url, template, databases } = await postgres
      const question = request.url.slice(path.length)
      if (question === '/take') response.end(JSON.stringify({ url: await databases.take() }))
      else if (question === '/give-back') response.end(await databases.giveBack(await text(request)))
      else response.end(JSON.stringify({ url, template }))
    } catch (error) {
      response.writeHead(500).end(String(error))
    }
  }).listen(0, '127.0.0.1')
  await once(broker, 'listening')
  const address = broker.address()
  if (address === null || typeof address === 'string') throw new Error('A port was asked for')
  process.env.TEST_POSTGRES_BROKER = `http://127.0.0.1:${address.port}${path}`
  return async () => {
    broker.close()
    await (await postgres)?.stop()
  }
}

async function startWithDatabases() {
  const postgres = await startPostgres({ durable: false })
  const databases = keepDatabases(postgres)
  const stop = async () => {
    await databases.drop()
    await postgres.stop()
  }
  return { ...postgres, databases, stop }
}

const answer = z.object({ url: z.string(), template: z.string() })
const taken = z.object({ url: z.string() })
let mine: Promise<PostgresForTests> | undefined

/** The run's PostgreSQL, or in a program that is no test run one of its own. */
export function postgresForTests(): Promise<PostgresForTests> {
  const broker = process.env.TEST_POSTGRES_BROKER
  mine ??= broker === undefined ? startPostgres() : ask(broker).then((text) => answer.parse(JSON.parse(text)))
  return mine
}

/** A migrated database, as if it were new. Whoever is done with it gives it back: what is in it is gone then. */
export async function databaseForTest(): Promise<{ url: string; giveBack(): Promise<unknown> }> {
  const broker = process.env.TEST_POSTGRES_BROKER
  if (broker === undefined) {
    const { url, drop } = await createDatabase(await postgresForTests())
    return { url, giveBack: drop }
  }
  const { url } = taken.parse(JSON.parse(await ask(`${broker}/take`)))
  return { url, giveBack: () => ask(`${broker}/give-back`, url) }
}

async function ask(question: string, body?: string): Promise<string> {
  const response = await fetch(question, body === undefined ? {} : { method: 'POST', body })
  if (!response.ok) throw new Error(await response.text())
  return response.text()
}
