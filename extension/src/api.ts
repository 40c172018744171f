import type { News, SessionSource } from './connection'
import { type Api, createApi } from './create-api'
import { followLive } from './live'
import { connectLive } from './live-connection'
import { ask } from './messages'
import { heardOf } from './running'
import type { OpenStream } from './share-live'

/** Tells the worker, which colours the badge by it; a page has nothing to do with the answer. */
function tellWorker(news: News): void {
  send(news).catch((error: unknown) => console.warn('Toile: the worker did not hear', error))
}

function send(news: News): Promise<null> {
  if ('balance' in news) return ask('ui-bg-balance-seen', news)
  if ('prices' in news) return ask('ui-bg-prices-seen', news)
  if ('settings' in news) return ask('ui-bg-settings-seen', news)
  if ('generation' in news) return ask('ui-bg-generation-seen', heardOf(news))
  return ask('ui-bg-server-seen', news)
}

/** Pages have no session of their own: the worker signs in once for all of them. */
export const throughWorker: SessionSource = {
  current: () => ask('ui-bg-session', {}),
  renew: (token) => ask('ui-bg-session-refused', { token }),
  tell: tellWorker,
}

/** The server, for the extension's pages: `await api.balance()`. Throws `ApiError`. The worker makes its own in `background/`. */
export const api: Api = createApi(throughWorker)

/** Opens the live stream until `signal` aborts. Visible pages share it, see `share-live.ts`; none of them opens one of its own. */
export const openLive: OpenStream = (from, signal) => followLive(throughWorker, connectLive, from, signal)
