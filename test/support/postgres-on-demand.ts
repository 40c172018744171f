import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import * as z from 'zod'
import { type PostgresForTests, startPostgres } from './postgres.ts'

/**
 * Vitest's global setup: one PostgreSQL for a whole run, started when the first test asks for it. Tests run in other processes;
 * they ask over HTTP, at an address that nobody else on this machine can guess.
 */
export async function setup(): Promise<() => Promise<void>> {
  let postgres: ReturnType<typeof startPostgres> | undefined
  const path = `/${randomUUID()}`
  const broker = createServer(async (request, response) => {
    if (request.url !== path) return void response.writeHead(404).end()
    postgres ??= startPostgres({ durable: false })
    try {
      const { url, template } = await postgres
      response.end(JSON.stringify({ url, template }))
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

const answer = z.object({ url: z.string(), template: z.string() })
let mine: Promise<PostgresForTests> | undefined

/** The run's PostgreSQL, or in a program that is no test run one of its own. */
export function postgresForTests(): Promise<PostgresForTests> {
  const broker = process.env.TEST_POSTGRES_BROKER
  mine ??= broker === undefined ? startPostgres() : ask(broker)
  return mine
}

async function ask(broker: string): Promise<PostgresForTests> {
  const response = await fetch(broker)
  if (!response.ok) throw new Error(await response.text())
  return answer.parse(await response.json())
}
