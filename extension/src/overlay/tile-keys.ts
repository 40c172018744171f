import type { KeyboardEvent } from 'react'
import type { Place } from './batch'
import type { ResultWays } from './result-ways'

/** Places of the grid that an arrow key goes on by: it has two columns. */
const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 2, ArrowUp: -2 }

/** What a key does on a tile: a step to another one, an action on the chosen one, or null for what is not ours. */
export function tileKey(event: KeyboardEvent, ways: ResultWays): { step: number } | { act: () => unknown } | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  const step = steps[event.key]
  if (step !== undefined) return { step }
  // A key that is held down does once what it does.
  if (event.repeat) return null
  const acts: Record<string, (() => unknown) | null> = {
    c: ways.copy,
    d: ways.download,
    u: ways.asSource,
    a: ways.adjust,
    r: () => ways.toggle('receipt'),
    delete: ways.remove,
    // What a Mac calls "delete".
    backspace: ways.remove,
  }
  const act = acts[event.key.toLowerCase()]
  return act ? { act } : null
}

/** The next image in that direction, over places that have none; null at the grid's edge. */
export function nextTile(places: Place[], from: string, step: number): string | null {
  const start = places.findIndex(({ key }) => key === from)
  for (let at = start + step; at in places; at += step) {
    const place = places[at]
    if (place !== undefined && place.item.image !== null) return place.key
  }
  return null
}
