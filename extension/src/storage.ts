import { balance, generationRequest, id, imageCount, pack, priceList, project, quote, walletSettings } from 'shared'
import * as z from 'zod'
import { type OverlaySession, overlaySession } from './overlay-session'
import { listOf, recordOf, stored } from './stored'

/** Where the server is when nobody said otherwise. */
const defaultServerUrl = 'http://127.0.0.1:8787'

const settings = z.object({ serverUrl: z.url({ protocol: /^https?$/ }) })

/** Who the extension is to one server. A token is sent to no other server than the one that gave it. */
export const session = z.strictObject({ serverUrl: z.string(), token: z.string().min(1) })
export type Session = z.infer<typeof session>

/** A token that was refused, and from when it may be tried again. */
const refusedToken = z.object({ serverUrl: z.string(), token: z.string().min(1), refusedAt: z.int(), tryAgainAt: z.int() })
export type RefusedToken = z.infer<typeof refusedToken>

const edge = z.enum(['left', 'right', 'top', 'bottom'])
/** Where the pill sits on a site: an edge of the window, and how far along it (0 to 1). */
export const pillPlace = z.strictObject({ edge, along: z.number().min(0).max(1), collapsed: z.boolean(), hidden: z.boolean() })
export type PillPlace = z.infer<typeof pillPlace>

/** Where an overlay is: in which tab, over a page or alone; whether its page has said hello, and whether it was put out of sight. */
const overlayPlace = z.strictObject({
  sessionId: id,
  tabId: z.int(),
  framed: z.boolean(),
  hello: z.boolean(),
  minimised: z.boolean().default(false),
})

/**
 * Something that costs credits, asked for in a panel over a page that could not be trusted at that moment: it is asked once more
 * in a window of our own. By overlay session; only the worker writes it.
 */
const question = z.strictObject({
  id,
  about: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('images'), request: generationRequest, quote }),
    z.strictObject({ kind: z.literal('pack'), pack }),
  ]),
  /** The tab that asks; null until it is open. A yes counts from nowhere else. */
  tabId: z.int().nullable(),
  yes: z.boolean(),
})
export type Question = z.infer<typeof question>
export const questionAbout = question.shape.about
export type QuestionAbout = Question['about']

/** How far a generation is, as much as the badge and the pill need. */
export const progress = z.strictObject({ id, count: imageCount, delivered: z.int().nonnegative() })

const running = progress.extend({
  /** It was asked for in this browser. */
  here: z.boolean(),
  /** Since when the server answers of it, and nobody here understands what; null where that is not so. */
  unreadSince: z.int().nullable().default(null),
  /** It has ended, which is still to be told. */
  ended: z.boolean().default(false),
})
/** A generation under way. */
export type Running = z.infer<typeof running>

/** What the designer wants to be told by the system, outside the browser's window. */
const notify = z.object({
  finished: z.boolean().default(true),
  low: z.boolean().default(true),
  expiring: z.boolean().default(true),
})

/** Survives the browser. */
export const local = {
  settings: stored('local', 'settings', settings, { serverUrl: defaultServerUrl }),
  /** Tokens by server address: who comes back to a server is who they were there. */
  tokens: stored('local', 'tokens', recordOf(z.string().min(1)), {}),
  /** Tokens that their server refused. They may be the only key to credits that were paid for, so none is thrown away. */
  refusedTokens: stored('local', 'refusedTokens', listOf(refusedToken), []),
  /** By server address: the designer has asked to delete their account there, or it is gone. There nobody becomes a new guest unasked. */
  farewells: stored('local', 'farewells', recordOf(z.enum(['asked', 'gone'])), {}),
  balance: stored('local', 'balance', balance.nullable(), null),
  prices: stored('local', 'prices', priceList.nullable(), null),
  walletSettings: stored('local', 'walletSettings', walletSettings.nullable(), null),
  /** By server address: the project that new images are made for, as it was last seen. */
  currentProjects: stored('local', 'currentProjects', recordOf(project), {}),
  /** Addresses of the sites that the designer added to those that Toile knows. */
  ownSites: stored('local', 'ownSites', listOf(z.url({ protocol: /^https?$/ })), []),
  /** What was under way when the browser was closed is found, and told, when it is opened again. */
  running: stored('local', 'running', listOf(running), []),
  /** The day on which the designer last had Toile before them; empty before the first time. */
  lookedOn: stored('local', 'lookedOn', z.string(), ''),
  notify: stored('local', 'notify', notify, { finished: true, low: true, expiring: true }),
  /** Ids of alerts that a notification has told of, newest first. */
  toldAlerts: stored('local', 'toldAlerts', listOf(id), []),
  /** The welcome page was shown. */
  welcomed: stored('local', 'welcomed', z.boolean(), false),
  /** The beginning of the gallery, as the side panel showed it last; only the panel reads it. */
  gallery: stored('local', 'gallery', z.unknown(), null),
  /** By host name. */
  pillPlaces: stored('local', 'pillPlaces', recordOf(pillPlace), {}),
}

/** Survives the worker, not the browser. */
export const memory = {
  overlaySessions: stored('session', 'overlaySessions', recordOf(overlaySession), {}),
  overlayPlaces: stored('session', 'overlayPlaces', listOf(overlayPlace), []),
  questions: stored('session', 'questions', recordOf(question), {}),
  /** Whether the server answered when it was last asked. */
  reachable: stored('session', 'reachable', z.boolean(), true),
}

/** The overlay session of that id, or null where it is gone. */
export async function readOverlaySession(sessionId: string): Promise<OverlaySession | null> {
  return (await memory.overlaySessions.get())[sessionId] ?? null
}
