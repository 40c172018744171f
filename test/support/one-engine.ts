import type { Engine, EngineJob, EngineRun } from 'server/engines/engine'
import type { Log } from 'server/platform/log'
import { enginesFrom } from './ai-engines.ts'
import { type Dialect, type FakeImageService, startFakeImageService } from './fake-image-service.ts'

export interface OneEngine {
  engine: Engine
  service: FakeImageService
  close(): Promise<void>
}

/** The engine of one service, and what else its settings say. */
export async function startEngine(dialect: Dialect, more: object = {}, log?: Log): Promise<OneEngine> {
  const service = await startFakeImageService(dialect)
  const { engines } = await enginesFrom({ engines: [{ ...dialect.entry(service.url), name: 'ai', ...more }] }, log)
  const [engine] = engines
  if (engine === undefined) throw new Error('The settings name no engine')
  const close = async () => {
    await Promise.all(engines.map((one) => one.close()))
    await service.close()
  }
  return { engine, service, close }
}

/** Roses, unless more is said. */
export const job = (more: Partial<EngineJob> = {}): EngineJob => ({
  operation: 'generate',
  prompt: 'roses on navy',
  source: null,
  size: 1024,
  seed: 5,
  index: 0,
  options: {},
  ...more,
})

export const enquiry = (more: Partial<EngineJob> = {}) => ({ ...job(more), source: null })

/** Nobody stops it, and nothing is kept of an earlier try. */
export const how = (more: Partial<EngineRun> = {}): EngineRun => ({
  signal: new AbortController().signal,
  progress: () => {},
  ticket: { kept: null, keep: async () => {} },
  ...more,
})
