import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTRPCClient, httpLink } from '@trpc/client'
import { type App, buildApp } from 'server/app'
import type { Engine } from 'server/engines/engine'
import { createPrintEngine } from 'server/engines/print/print-engine'
import { diskStorage } from 'server/images/storage'
import { randomIds } from 'server/platform/ids'
import { createLog } from 'server/platform/log'
import type { AppRouter } from 'server/router'
import { verifyLedger } from 'server/wallet/verify'
import { wireError } from 'shared'
import * as z from 'zod'
import { TestClock } from './test-clock.ts'
import { openTestDatabase, type TestDatabase } from './test-database.ts'

export const extensionOrigin = 'chrome-extension://jnblbghlihnigpeneedjndeibmbnhdio'

export type Client = ReturnType<typeof createTRPCClient<AppRouter>>

export interface TestApp {
  app: App
  url: string
  clock: TestClock
  database: TestDatabase
  /** Where the image files lie. */
  imageFolder: string
  /** A new guest, signed in over HTTP as the extension does. */
  guest(): Promise<{ client: Client; token: string }>
  /** Another app on the same database and files: what a restart leads to. The first one must have ended. */
  restart(engines?: Engine[]): Promise<TestApp>
  /** Ends everything, and checks the books on the way out. */
  close(): Promise<void>
}

/** The real app, over real HTTP on a free port, on a real database; only the clock stands still. */
export async function startTestApp(
  options: { engines?: Engine[]; imageTimeoutMs?: number; trialCredits?: number } = {},
): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'toile-app-'))
  const database = openTestDatabase()
  const clock = new TestClock()
  const on = {
    folder,
    database,
    clock,
    imageTimeoutMs: options.imageTimeoutMs ?? 30_000,
    trialCredits: options.trialCredits ?? 25,
  }
  return listen(on, options.engines)
}

interface Ground {
  folder: string
  database: TestDatabase
  clock: TestClock
  imageTimeoutMs: number
  trialCredits: number
}

async function listen(ground: Ground, engines: Engine[] = [createPrintEngine({ threads: 1 })]): Promise<TestApp> {
  const { folder, database, clock } = ground
  let url = 'http://127.0.0.1'
  const app = await buildApp({
    db: database.db,
    clock,
    ids: randomIds,
    log: createLog('silent'),
    storage: diskStorage(folder),
    engines,
    secret: 'a secret of the tests, at least 32 long',
    extensionOrigins: [extensionOrigin],
    baseUrl: () => url,
    trial: { credits: ground.trialCredits, days: 14 },
    imageTimeoutMs: ground.imageTimeoutMs,
    workers: 2,
    testCheckoutAnywhere: false,
  })
  url = await app.http.listen({ host: '127.0.0.1', port: 0 })
  return {
    app,
    url,
    clock,
    database,
    imageFolder: folder,
    guest: () => signInAsGuest(url),
    restart: (next) => listen(ground, next),
    close: async () => {
      await app.close(5000)
      const faults = await verifyLedger(database.db.write)
      await database.close()
      rmSync(folder, { recursive: true, force: true })
      if (faults.length > 0) throw new Error(`The ledger is broken: ${JSON.stringify(faults)}`)
    },
  }
}

async function signInAsGuest(url: string): Promise<{ client: Client; token: string }> {
  const answer = await fetch(`${url}/api/auth/sign-in/anonymous`, {
    method: 'POST',
    headers: { origin: extensionOrigin, 'content-type': 'application/json' },
    body: '{}',
  })
  const token = z.string().parse(answer.headers.get('set-auth-token'))
  return { client: clientFor(url, token), token }
}

export function clientFor(url: string, token: string): Client {
  const headers = { origin: extensionOrigin, authorization: `Bearer ${token}` }
  return createTRPCClient<AppRouter>({ links: [httpLink({ url: `${url}/trpc`, headers })] })
}

const trpcFailure = z.object({ data: z.object({ toile: wireError }) })

/** The typed error a call was refused with; throws where it was not refused, or not with one of ours. */
export async function refusalOf(call: Promise<unknown>): Promise<z.infer<typeof wireError>> {
  const failure = await call.then(
    () => null,
    (error: unknown) => error,
  )
  if (failure === null) throw new Error('The call was accepted')
  return trpcFailure.parse(failure).data.toile
}
