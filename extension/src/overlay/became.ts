import type { Generation } from 'shared'
import { api } from '../api'

/** How far back is looked: what was lost was lost in this sitting. */
const looked = 50

/** The generations that came of these intents; those that never arrived have none. */
export async function becameOf(intentIds: string[]): Promise<Generation[]> {
  if (intentIds.length === 0) return []
  const { generations } = await api.generations({ limit: looked })
  return generations.filter(({ intentId }) => intentIds.includes(intentId))
}
