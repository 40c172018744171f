import { balance, id, money, priceList, project, walletSettings } from 'shared'
import * as z from 'zod'
import { notify, overlayPlace, pillPlace, refusedToken, settings, toldPayment } from './kept'
import { type OverlaySession, overlaySession } from './overlay-session'
import { question } from './question'
import { running } from './running'
import { listOf, recordOf, stored } from './stored'

/** Where the server is when nobody said otherwise. */
const defaultServerUrl = 'http://127.0.0.1:8787'

/** Survives the browser. */
export const local = {
  settings: stored('local', 'settings', () => settings, { serverUrl: defaultServerUrl }),
  /** Tokens by server address: who comes back to a server is who they were there. */
  tokens: stored('local', 'tokens', () => recordOf(z.string().min(1)), {}),
  /** Tokens that their server refused. They may be the only key to credits that were paid for, so none is thrown away. */
  refusedTokens: stored('local', 'refusedTokens', () => listOf(refusedToken), []),
  /** By server address: the designer has asked to delete their account there, or it is gone. There nobody becomes a new guest unasked. */
  farewells: stored('local', 'farewells', () => recordOf(z.enum(['asked', 'gone'])), {}),
  balance: stored('local', 'balance', () => balance.nullable(), null),
  prices: stored('local', 'prices', () => priceList.nullable(), null),
  /** By server address: what a credit of pay-as-you-go costs there; the pages that are told of it write it. */
  creditPrices: stored('local', 'creditPrices', () => recordOf(money), {}),
  walletSettings: stored('local', 'walletSettings', () => walletSettings.nullable(), null),
  /** By server address: the project that new images are made for, as it was last seen. */
  currentProjects: stored('local', 'currentProjects', () => recordOf(project), {}),
  /** Addresses of the sites that the designer added to those that Toile knows. */
  ownSites: stored('local', 'ownSites', () => listOf(z.url({ protocol: /^https?$/ })), []),
  /** What was under way when the browser was closed is found, and told, when it is opened again. */
  running: stored('local', 'running', () => listOf(running), []),
  /** The day on which the designer last had Toile before them; empty before the first time. */
  lookedOn: stored('local', 'lookedOn', () => z.string(), ''),
  notify: stored('local', 'notify', () => notify, { finished: true, low: true, expiring: true, renewal: true }),
  /** Ids of alerts that a notification has told of, newest first. */
  toldAlerts: stored('local', 'toldAlerts', () => listOf(id), []),
  /** By server address: something was bought there, or begun to be, so that there is money to tell of. */
  boughtAt: stored('local', 'boughtAt', () => recordOf(z.boolean()), {}),
  /** By payment, what the pages have told of its being undone. */
  toldPayments: stored('local', 'toldPayments', () => recordOf(toldPayment), {}),
  /** The welcome page was shown. */
  welcomed: stored('local', 'welcomed', () => z.boolean(), false),
  /** The beginning of the gallery, as the side panel showed it last; only the panel reads it. */
  gallery: stored('local', 'gallery', () => z.unknown(), null),
  /** By host name. */
  pillPlaces: stored('local', 'pillPlaces', () => recordOf(pillPlace), {}),
}

/** Survives the worker, not the browser. */
export const memory = {
  overlaySessions: stored('session', 'overlaySessions', () => recordOf(overlaySession), {}),
  overlayPlaces: stored('session', 'overlayPlaces', () => listOf(overlayPlace), []),
  questions: stored('session', 'questions', () => recordOf(question), {}),
  /** Whether the server answered when it was last asked. */
  reachable: stored('session', 'reachable', () => z.boolean(), true),
}

/** The overlay session of that id, or null where it is gone. */
export async function readOverlaySession(sessionId: string): Promise<OverlaySession | null> {
  return (await memory.overlaySessions.get())[sessionId] ?? null
}
