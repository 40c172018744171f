import type { Balance, WalletSettings } from 'shared'
import type { News, SessionSource } from '../connection'
import { createApi } from '../create-api'
import { codeOf } from '../failures'
import { oneAfterAnother } from '../in-turn'
import type { Session } from '../kept'
import { local, memory } from '../storage'
import { isForgotten } from './farewell'
import { currentSession, renewSession } from './session'

/** What a server told is never written over the word that there is a new server. */
const inTurn = oneAfterAnother()

/**
 * Keeps what an answer told; badge, menus and pill follow the stored values. News of a server that was left are dropped, and so
 * are those of an account that is deleted.
 */
export function keepNews(news: News): Promise<void> {
  return inTurn(async () => {
    if (news.serverUrl !== (await local.settings.get()).serverUrl) return
    const isNobodys = await isForgotten(news.serverUrl)
    if ('balance' in news && !isNobodys) await keepBalance(news.balance)
    if ('prices' in news) await local.prices.set(news.prices)
    if ('settings' in news && !isNobodys) await local.walletSettings.set(news.settings)
    // Whoever brings a balance, prices or settings has just heard the server.
    await memory.reachable.set('reachable' in news ? news.reachable : true)
  })
}

/** Answers overtake each other by no more than this, in ms: what is told of before is told by a clock that was set back. */
const overtakenByMs = 60_000

/** An older balance never replaces a newer one. */
async function keepBalance(balance: Balance): Promise<void> {
  const isOvertaken = ({ asOf }: Balance) => {
    const laterByMs = Date.parse(asOf) - Date.parse(balance.asOf)
    return laterByMs > 0 && laterByMs <= overtakenByMs
  }
  await local.balance.update((kept) => (kept !== null && isOvertaken(kept) ? kept : balance))
}

/** A session for whoever asks; that none can be had because the server is away is news as well. */
export async function sessionFor(asked: () => Promise<Session>): Promise<Session> {
  const { serverUrl } = await local.settings.get()
  try {
    return await asked()
  } catch (error) {
    if (codeOf(error) === 'OFFLINE') tell({ serverUrl, reachable: false })
    throw error
  }
}

function tell(news: News): void {
  keepNews(news).catch((error: unknown) => console.error('Toile: news not kept', error))
}

/** Who the worker is to the server, and what it keeps of its answers. */
export const sessions: SessionSource = {
  current: () => sessionFor(currentSession),
  renew: (token) => sessionFor(() => renewSession(token)),
  tell,
}

/** The server, for the worker. */
export const api = createApi(sessions)

/** Days begin at the designer's midnight: an account that nobody has told where that is gets this browser's time zone. */
async function tellTimeZone({ timeZone }: WalletSettings): Promise<void> {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  if (timeZone !== 'UTC' || here === 'UTC') return
  await api.updateSettings({ intentId: crypto.randomUUID(), timeZone: here })
}

/** Asks for balance, prices and the wallet's settings. A server that is away is news as well, and no fault. */
export async function refresh(): Promise<void> {
  const results = await Promise.allSettled([api.balance(), api.prices(), api.settings().then(tellTimeZone)])
  for (const result of results) if (result.status === 'rejected') console.info('Toile: not refreshed', result.reason)
}

let checking: Promise<void> | null = null

/**
 * What a page heard of the server. Its bad news may be its own end: a page that is closed has its calls cut off.
 * So the worker asks for itself, once for all pages that bring such news meanwhile.
 */
export async function keepPagesNews(news: News): Promise<void> {
  if (!('reachable' in news) || news.reachable) return keepNews(news)
  if (news.serverUrl !== (await local.settings.get()).serverUrl) return
  checking ??= refresh().finally(() => {
    checking = null
  })
  await checking
}

/** Another server knows nothing of this one's wallet, prices, jobs and pictures. */
export function forgetServer(): Promise<void> {
  return inTurn(async () => {
    await Promise.all([
      local.balance.set(null),
      local.prices.set(null),
      local.walletSettings.set(null),
      local.running.set([]),
      local.gallery.set(null),
      memory.overlaySessions.set({}),
      memory.reachable.set(true),
    ])
  })
}
