import type { FastifyInstance } from 'fastify'
import type { Engines } from './engines/engines.ts'
import type { Queue } from './generations/queue.ts'
import type { Worker } from './generations/worker.ts'
import type { Inbox } from './payments/inbox/inbox.ts'
import type { Log } from './platform/log.ts'
import type { Sweeper } from './platform/sweeper.ts'
import type { Journal } from './wallet/journal.ts'

export interface Life {
  /** Serves, and only then takes up the work that a dead process left behind. Answers the address. */
  listen(where: { host: string; port: number }): Promise<string>
  /** Ends streams, lets images under way finish for `graceMs` or gives them back, then closes everything but the database. */
  close(graceMs: number): Promise<void>
}

interface Living {
  http: FastifyInstance
  queue: Queue
  worker: Worker
  inbox: Inbox
  sweeper: Sweeper
  journal: Journal
  engines: Engines
  log: Log
}

/** How long a request that was half sent may keep a server that stops, in ms. */
const requestGraceMs = 3000

/** The order in which the parts begin and end: work only while it can be served and recorded. */
export function lifeOf({ http, queue, worker, inbox, sweeper, journal, engines, log }: Living): Life {
  return {
    listen: async (where) => {
      const url = await http.listen(where)
      const recovered = await queue.recover()
      if (recovered > 0) log.info({ jobs: recovered }, 'took up the images that were under way')
      worker.start()
      await inbox.start()
      return url
    },
    close: async (graceMs) => {
      await sweeper.stop()
      await worker.stop(graceMs)
      const late = setTimeout(() => http.server.closeAllConnections(), requestGraceMs)
      await http.close()
      clearTimeout(late)
      await inbox.stop()
      await journal.drained()
      await engines.close()
    },
  }
}
