import type { KeyboardEvent } from 'react'
import type { ResultWays } from './result-ways'

/** Tiles an arrow key goes on by: the grid has two columns. */
const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 2, ArrowUp: -2 }

/** What a key does on a tile: a step to another one, an action on the chosen one, or null for what is not ours. */
export function tileKey(event: KeyboardEvent, ways: ResultWays): { step: number } | { act: () => unknown } | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  const step = steps[event.key]
  if (step !== undefined) return { step }
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
