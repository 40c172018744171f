import { useEffect, useState } from 'react'
import type { EngineOffer, Operation } from 'shared'
import { api } from '../api'

/**
 * The engines of this server, in the order in which `auto` tries them; none where it has not told. They come with its prices,
 * which are kept for all pages.
 */
export function useEngines(): EngineOffer[] {
  const [engines, setEngines] = useState<EngineOffer[]>([])
  useEffect(() => {
    let current = true
    api.prices().then(
      (told) => current && setEngines(told.engines),
      // Without the list there is nothing to choose from, and `auto` does everything.
      (error: unknown) => console.info('Toile: the engines are not known', error),
    )
    return () => {
      current = false
    }
  }, [])
  return engines
}

/** The engines that can do an operation. */
export function enginesFor(operation: Operation, engines: EngineOffer[]): EngineOffer[] {
  return engines.filter(({ operations }) => operations.includes(operation))
}

/** The engine that is asked: the chosen one where it can do this and there is a choice, else `auto`. */
export function engineFor({ operation, engine }: { operation: Operation; engine: string }, engines: EngineOffer[]): string {
  const able = enginesFor(operation, engines)
  return able.length > 1 && able.some(({ name }) => name === engine) ? engine : 'auto'
}
