import type { News } from '../connection'
import { createApi } from '../create-api'
import { local, memory } from '../storage'
import { currentSession, renewSession } from './session'

/** Keeps what an answer told; badge, menus and pill follow the stored values. */
export async function keepNews(news: News): Promise<void> {
  if ('balance' in news) await keepBalance(news.balance)
  if ('prices' in news) await local.prices.set(news.prices)
  // Whoever brings a balance or prices has just heard the server.
  await memory.reachable.set('reachable' in news ? news.reachable : true)
}

/** Answers may overtake each other: an older balance never replaces a newer one. */
async function keepBalance(balance: Extract<News, { balance: unknown }>['balance']): Promise<void> {
  await local.balance.update((kept) => (kept && Date.parse(kept.asOf) > Date.parse(balance.asOf) ? kept : balance))
}

/** The server, for the worker. */
export const api = createApi({
  current: currentSession,
  renew: renewSession,
  tell: (news) => void keepNews(news).catch((error: unknown) => console.error('Toile: news not kept', error)),
})

/** Asks for balance and prices. A server that is away is news as well, and no fault. */
export async function refresh(): Promise<void> {
  const results = await Promise.allSettled([api.balance(), api.prices()])
  for (const result of results) if (result.status === 'rejected') console.info('Toile: not refreshed', result.reason)
}

/** Another server knows nothing of this one's wallet, prices and jobs. */
export async function forgetServer(): Promise<void> {
  await Promise.all([local.balance.set(null), local.prices.set(null), memory.running.set([]), memory.reachable.set(true)])
}
