import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LoadedEngines, loadEngines } from 'server/engines/ai/load-engines'
import { readEngineSettings } from 'server/engines/ai/read-settings'
import { createPrintEngine } from 'server/engines/print/print-engine'
import { randomIds } from 'server/platform/ids'
import { createLog, type Log } from 'server/platform/log'
import { a1111 } from './fake-a1111-service.ts'
import { bedrock } from './fake-bedrock-service.ts'
import { comfyEditWorkflow, comfyui, comfyWorkflow } from './fake-comfyui-service.ts'
import { google } from './fake-google-service.ts'
import { type Dialect, type FakeImageService, startFakeImageService } from './fake-image-service.ts'
import { azure, openai, openaiCompatible, together } from './fake-openai-service.ts'
import { blackForestLabs, fal, fireworks, replicate } from './fake-queued-services.ts'

/** A folder as an operator has it: settings, and ComfyUI's workflows beside them. It goes with the process: one test file after another uses it. */
export const engineFolder = mkdtempSync(join(tmpdir(), 'toile-engines-'))
process.once('exit', () => rmSync(engineFolder, { recursive: true, force: true }))
writeFileSync(join(engineFolder, 'generate.json'), JSON.stringify(comfyWorkflow))
writeFileSync(join(engineFolder, 'edit.json'), JSON.stringify(comfyEditWorkflow))

/** Every service that Toile can use, with the protocol that it speaks. */
export const dialects: Dialect[] = [
  openai,
  openaiCompatible,
  azure,
  google,
  together,
  bedrock,
  fal,
  replicate,
  blackForestLabs,
  fireworks,
  a1111,
  comfyui(engineFolder),
]

/** The stand-ins, by provider. */
export async function startServices(spoken: Dialect[]): Promise<Map<string, FakeImageService>> {
  const services = await Promise.all(spoken.map(startFakeImageService))
  return new Map(spoken.map(({ provider }, at) => [provider, services[at]] as const).filter(isStarted))
}

const isStarted = (pair: readonly [string, FakeImageService | undefined]): pair is readonly [string, FakeImageService] =>
  pair[1] !== undefined

/** The engines of a settings file, as the server loads them. */
export async function enginesFrom(settings: object, log: Log = createLog('silent')): Promise<LoadedEngines> {
  const print = createPrintEngine({ threads: 1 })
  return loadEngines(
    readEngineSettings(settingsFile(settings), (name) => variables[name]),
    print,
    { log, ids: randomIds },
  )
}

/** Writes a settings file, and answers where it lies. */
export function settingsFile(settings: object): string {
  const file = join(engineFolder, `${randomIds.next()}.json`)
  writeFileSync(file, JSON.stringify(settings))
  return file
}

/** What stands in the environment. */
const variables: Record<string, string> = { TEST_KEY: 'sk-of-the-environment' }
