import { randomUUID } from 'node:crypto'
import type { Generation } from 'shared'
import type { Caller } from './caller.ts'
import { until } from './until.ts'

/** A request as the extension sends it: a new intent, and no more than it quotes. */
export function request(count: number, more: Record<string, unknown> = {}) {
  return {
    intentId: randomUUID(),
    operation: 'generate' as const,
    prompt: 'gingham in navy on white',
    count,
    priceVersion: 1,
    maxCredits: count,
    ...more,
  }
}

/** The generation once every image of it has ended, one way or another. */
export async function finished(client: Caller, id: string): Promise<Generation> {
  return until(
    'the generation to finish',
    () => client.generations.get.query({ id }),
    (generation) => generation.finished,
  )
}
