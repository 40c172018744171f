import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'

const program = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url))
const listening = z.object({ url: z.url() })

export interface RunningServer {
  url: string
  dataFolder: string
  /** Lets it end in its own time. */
  stop(): Promise<void>
  /** Ends it in the middle of whatever it does, as a power cut would. */
  kill(): Promise<void>
  /** The same data folder and the same port, so that whoever knew the address finds it again. */
  restart(): Promise<RunningServer>
}

/** A data folder of its own in the system's folder for such. */
export async function temporaryFolder(name: string): Promise<string> {
  return mkdtemp(join(tmpdir(), `toile-${name}-`))
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}

/** Starts the real server as a process of its own, on a free port unless one is named. No setting of the caller's environment reaches it. */
export async function startServer(options: { dataFolder: string; port?: number; env?: Record<string, string> }) {
  const { dataFolder, port = 0, env = {} } = options
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('TOILE_'))
  const child = fork(program, {
    env: {
      ...Object.fromEntries(own),
      TOILE_DATA: dataFolder,
      TOILE_PORT: String(port),
      TOILE_LOG_LEVEL: 'error',
      ...env,
    },
    // Under vitest these hold loaders that are not for the server.
    execArgv: [],
    stdio: ['ignore', 2, 2, 'ipc'],
  })
  const { url } = await firstWord(child)
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  const server: RunningServer = {
    url,
    dataFolder,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    restart: () => startServer({ dataFolder, port: Number(new URL(url).port), env }),
  }
  return server
}

/** What the server says when it listens; an error where it ends before. */
async function firstWord(child: ChildProcess): Promise<z.infer<typeof listening>> {
  const ended = new AbortController()
  const [word] = await Promise.race([
    once(child, 'message', { signal: ended.signal }),
    once(child, 'exit', { signal: ended.signal }).then(([code]) => {
      throw new Error(`The server ended with ${code} before it listened`)
    }),
  ]).finally(() => ended.abort())
  return listening.parse(word)
}
