// A program: spends through the real wallet until it is killed. Says on its standard output which command it is about to send
// ("? key"), and which was answered ("! key"). Each line is out before the next thing happens, however the process ends and
// however slowly somebody reads: a stream would keep lines in memory, and take them with it.
import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { systemClock } from 'server/platform/clock'
import { openDatabase } from 'server/platform/database'
import { createLog } from 'server/platform/log'
import { createJournal } from 'server/wallet/journal'
import * as z from 'zod'
import { commandOf, spend } from './spending.ts'

const address = z.discriminatedUnion('provider', [
  z.object({ provider: z.literal('sqlite'), file: z.string() }),
  z.object({ provider: z.literal('postgresql'), url: z.string() }),
])
const order = z.object({ round: z.int(), database: address })

const moment = new Int32Array(new SharedArrayBuffer(4))

// It is started ahead of its time: the order to go comes later.
const [message] = await once(process, 'message')
const { round, database } = order.parse(message)
const db = openDatabase(database)
const clock = database.provider === 'sqlite' ? systemClock : null
const journal = createJournal({ db, clock, log: createLog('error'), onCommitted: () => {} })
process.on('disconnect', () => process.exit(1))

await spend(round, async (key) => {
  say(`? ${key}`)
  await journal.submit(commandOf(key))
  say(`! ${key}`)
})

/** A pipe that is full takes no more until somebody reads: waits for that. */
function say(line: string): void {
  for (;;) {
    try {
      return void writeSync(1, `${line}\n`)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error
      Atomics.wait(moment, 0, 0, 1)
    }
  }
}
