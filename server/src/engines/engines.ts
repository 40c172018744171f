import { type EngineOffer, type Operation, operation as operations } from 'shared'
import { ToileError } from '../platform/errors.ts'
import type { Engine } from './engine.ts'

export interface Engines {
  readonly all: readonly Engine[]
  /** The engine asked for, or for `auto` the first configured one that can do the operation. */
  choose(request: { operation: Operation; engine: string }): Engine
  named(name: string): Engine
  /** What each can do, in the order in which `auto` tries them. */
  offers(): EngineOffer[]
  close(): Promise<void>
}

/** @param engines in the order in which they are tried */
export function createEngines(engines: Engine[]): Engines {
  const named = (name: string) => {
    const engine = engines.find((candidate) => candidate.name === name)
    if (engine === undefined) throw new ToileError('BAD_REQUEST', { field: 'engine' })
    return engine
  }
  return {
    all: engines,
    named,
    offers: () =>
      engines.map(({ name, kind, can }) => ({ name, kind, operations: operations.options.filter((one) => can(one)) })),
    choose: ({ operation, engine }) => {
      const chosen = engine === 'auto' ? engines.find((candidate) => candidate.can(operation)) : named(engine)
      if (!chosen?.can(operation)) throw new ToileError('BAD_REQUEST', { field: 'operation' })
      return chosen
    },
    close: async () => {
      await Promise.all(engines.map((engine) => engine.close()))
    },
  }
}
