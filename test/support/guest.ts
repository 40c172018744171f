import type { Generation } from 'shared'
import * as z from 'zod'
import type { Browser } from './browser.ts'
import { type Caller, callerWith } from './caller.ts'
import { until } from './until.ts'

const kept = z.object({ settings: z.object({ serverUrl: z.string() }), tokens: z.record(z.string(), z.string()).default({}) })

/** The guest that this browser's extension became, to ask the server as it does. Waits until it has signed in. */
export async function guestOf({ worker }: Browser): Promise<Caller> {
  const read = async () => {
    const { settings, tokens } = kept.parse(await worker.evaluate(() => chrome.storage.local.get(['settings', 'tokens'])))
    return { serverUrl: settings.serverUrl, token: tokens[settings.serverUrl] }
  }
  const { serverUrl, token = '' } = await until('the extension to sign in', read, (found) => found.token !== undefined)
  return callerWith(serverUrl, token)
}

/** What this browser's guest asked for last. */
export async function lastGeneration(browser: Browser): Promise<Generation> {
  const guest = await guestOf(browser)
  const { generations } = await guest.generations.list.query({ limit: 1 })
  const [last] = generations
  if (last === undefined) throw new Error('Nothing was asked for yet')
  return last
}

/** The files of a generation's images, in their order. */
export async function filesOf(generation: Generation): Promise<Uint8Array<ArrayBuffer>[]> {
  return Promise.all(
    generation.items
      .flatMap(({ image }) => (image === null ? [] : [image.url]))
      .map(async (url) => {
        const answer = await fetch(url)
        if (!answer.ok) throw new Error(`${url} was answered ${answer.status}`)
        return new Uint8Array(await answer.arrayBuffer())
      }),
  )
}
