import { randomUUID } from 'node:crypto'
import type { Caller } from './caller.ts'
import { finished, request } from './requests.ts'

/** Prints of two projects, and of none; recolours are free. */
const prints = [
  { project: 'Resort 27', prompt: 'ditsy florals in dusty pink and sage on deep navy', count: 2 },
  { project: 'Resort 27', prompt: 'large florals in coral, ochre and teal on cream', count: 2 },
  { project: 'Swim capsule', prompt: 'polka dots in yellow on pale blue', count: 1 },
  { project: 'Swim capsule', prompt: 'terrazzo in teal, coral and sage on cream', count: 2 },
  { project: null, prompt: 'wavy stripes in rust on sand', count: 1 },
]
const budgets: Record<string, number> = { 'Resort 27': 60, 'Swim capsule': 4 }

/** Makes what a designer makes in a week, by the server's own engine: 8 credits and two free recolours. */
export async function fillGallery(client: Caller): Promise<{ projectIds: Record<string, string> }> {
  const projectIds: Record<string, string> = {}
  for (const [name, budget] of Object.entries(budgets)) {
    projectIds[name] = (await client.projects.create.mutate({ intentId: randomUUID(), name, budget, whenUsedUp: 'ask' })).id
  }
  for (const { project, prompt, count } of prints.toReversed()) {
    const projectId = project === null ? null : projectIds[project]
    const { id } = await client.generations.request.mutate(request(count, { prompt, projectId }))
    const made = await finished(client, id)
    const source = made.items[0]?.image
    if (project !== 'Resort 27' || source == null) continue
    const recolour = { operation: 'recolour', prompt: '', sourceImageId: source.id, palette: ['#1f3a34', '#d9c48b', '#f4efe6'] }
    await finished(client, (await client.generations.request.mutate(request(1, { ...recolour, projectId }))).id)
  }
  return { projectIds }
}
