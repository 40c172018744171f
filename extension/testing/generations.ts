import type { Generation, GenerationItem, Image } from 'shared'

/** An image as the server tells it; for tests. */
export function sampleImage(id = 'image-0001'): Image {
  return {
    id,
    width: 1024,
    height: 1024,
    bytes: 1000,
    mime: 'image/png',
    url: `http://127.0.0.1:8787/images/${id}`,
    thumbUrl: `http://127.0.0.1:8787/images/${id}/thumb`,
    svgUrl: null,
    paletteNames: [],
    palette: ['#1c2a55'],
    favourite: false,
    createdAt: '2026-11-22T10:00:00Z',
  }
}

/** A generation with one item for each state; for tests. */
export function sampleGeneration(states: GenerationItem['state'][], change: Partial<Generation> = {}): Generation {
  const items = states.map((state, index): GenerationItem => {
    const delivered = state === 'delivered'
    return {
      index,
      state,
      progress: null,
      charged: delivered ? 1 : 0,
      image: delivered ? sampleImage(`image-000${index}`) : null,
      imageId: delivered ? `image-000${index}` : null,
      reason: state === 'failed' ? 'ENGINE_FAILED' : null,
    }
  })
  const count = (wanted: GenerationItem['state'][]) => states.filter((state) => wanted.includes(state)).length
  const held = count(['queued', 'running'])
  return {
    id: 'generation-1',
    intentId: 'intent-0001',
    projectId: null,
    operation: 'generate',
    prompt: 'navy stripes',
    source: null,
    count: states.length,
    size: 1024,
    engine: 'print',
    seed: 7,
    options: {},
    creditsEach: 1,
    priceVersion: 1,
    finished: held === 0,
    queue: null,
    secondsLeft: null,
    items,
    charged: count(['delivered']),
    returned: count(['failed', 'cancelled']),
    held,
    understood: [],
    ignored: [],
    createdAt: '2026-11-22T10:00:00Z',
    ...change,
  }
}
