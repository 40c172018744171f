import type { News } from '../connection'
import { followLive } from '../live'
import { connectLive } from '../live-connection'
import { type Heard, heardOf } from '../running'
import { type OpenStream, shareLive } from '../share-live'
import { local } from '../storage'
import { keepNews, sessions } from './server'

/** Behind every page that begins at the same moment: a page stays longer. */
const lastRank = '~'
const deaf = { hear: () => {}, connected: () => {} }

/**
 * Hears the live stream until `signal` aborts, while something is under way: the browser's one stream, see `share-live.ts`. Where a
 * visible page has it, that page tells the worker; where none does, the worker has it. Nothing hangs on it: a worker that is ended
 * over it, and a server that is out of reach, are found out by the next look. The stream of a server that is left is let go.
 */
export async function hearLive(heard: (heard: Heard) => Promise<void>, signal: AbortSignal): Promise<void> {
  const lost = (error: unknown) => console.error('Toile: news not kept', error)
  const toWorker = {
    ...sessions,
    tell: (news: News) => {
      const kept = 'generation' in news ? heard(heardOf(news)) : keepNews(news)
      kept.catch(lost)
    },
  }
  const open: OpenStream = (from, until) => followLive(toWorker, connectLive, from, until)
  const { serverUrl } = await local.settings.get()
  if (signal.aborted) return
  const left = new AbortController()
  local.settings.watch((now) => now.serverUrl !== serverUrl && left.abort(), signal)
  const rank = lastRank + crypto.randomUUID()
  shareLive({ ports: chrome.runtime, serverUrl, rank, open, listener: deaf }, AbortSignal.any([signal, left.signal]))
}
