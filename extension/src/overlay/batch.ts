import type { Generation, GenerationItem } from 'shared'
import { downloadName } from '../images/download-name'
import type { Delivered } from './delivered-tile'
import { imageKey } from './flow'

/** One place in the grid of results. */
export interface Place {
  key: string
  generation: Generation
  item: GenerationItem
}

/** Every place of the grid: all generations of this sitting, without failed images that were tried again. */
export function placesOf(batch: Generation[], retried: string[]): Place[] {
  return batch
    .flatMap((generation) => generation.items.map((item) => ({ key: imageKey(generation, item.index), generation, item })))
    .filter(({ key }) => !retried.includes(key))
}

/** The images that arrived, in the order of the grid. `called` names those that have no prompt, best name first. */
export function deliveredOf(places: Place[], called: (string | null)[] = []): Delivered[] {
  return places.flatMap(({ key, generation, item }, at) => {
    const { image, charged, reason } = item
    if (image === null) return []
    const name = downloadName(image, [generation.prompt, ...called], generation.id, item.index)
    const { id: generationId, operation } = generation
    return [{ key, generationId, image, charged, reason, operation, name, place: at + 1 }]
  })
}

/** How far the places of a batch are taken: the next image of the same wish stands behind them. */
export function placesTaken(batch: Generation[]): number {
  return Math.max(0, ...batch.map(({ options, count }) => (options.from ?? 0) + count))
}

/** Credits of several generations together. */
export function totals(batch: Generation[]): { charged: number; returned: number } {
  return {
    charged: batch.reduce((sum, { charged }) => sum + charged, 0),
    returned: batch.reduce((sum, { returned }) => sum + returned, 0),
  }
}

/** How far generations are: images delivered, credits used, and credits they can still use. */
export function progressOf(open: Generation[]): { delivered: number; count: number; used: number; held: number } {
  const sum = (figure: (generation: Generation) => number) => open.reduce((total, generation) => total + figure(generation), 0)
  return {
    delivered: sum(({ items }) => items.filter(({ state }) => state === 'delivered').length),
    count: sum(({ count }) => count),
    used: sum(({ charged }) => charged),
    held: sum(({ held }) => held),
  }
}
