import {
  balance,
  engineChoice,
  errorDetails,
  generationRequest,
  id,
  image,
  imageCount,
  imageSize,
  maxPromptLength,
  operation,
  options,
  pack,
  priceList,
  project,
  quote,
  walletSettings,
} from 'shared'
import * as z from 'zod'
import { box, mark } from './acquire/found-image'
import { failureCode } from './failures'
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

/** Which picture is meant, in the frame it is in. */
const wanted = z.discriminatedUnion('by', [
  /** The one whose address the browser named in a click; with its element's mark, once the page tool has found it. */
  z.strictObject({ by: z.literal('address'), srcUrl: z.string(), mark: mark.optional() }),
  /** Nothing was named: what is under the last right-click, else under the pointer. */
  z.strictObject({ by: z.literal('point') }),
  /** An element that one of our own scripts in that frame remembered. */
  z.strictObject({ by: z.literal('mark'), mark }),
  /** A part of the window, in CSS px of the page's own window (never of a frame in it). */
  z.strictObject({ by: z.literal('region'), box }),
])
export type Wanted = z.infer<typeof wanted>

/** What the designer picked: which frame, and which picture there. */
const picked = z.strictObject({
  tabId: z.int(),
  frameId: z.int(),
  wanted,
  /** The address of the document that shows it: the page's, or the frame's. */
  pageUrl: z.string().nullable(),
  pageTitle: z.string().nullable(),
})
export type Picked = z.infer<typeof picked>

/** How far the picture is on its way from the page to the server. */
export const source = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('acquiring') }),
  z.strictObject({
    state: z.literal('ready'),
    image,
    pageTitle: z.string().nullable(),
    pageUrl: z.string().nullable(),
    /** True when the picture could only be photographed from the screen, at the screen's size. */
    captured: z.boolean(),
    /** True when a part of it was off the screen then. */
    partly: z.boolean().optional(),
  }),
  z.strictObject({
    state: z.literal('failed'),
    code: failureCode,
    details: errorDetails,
    /** What the designer can allow to have it after all: a pattern of the browser's permissions, and what was picked. */
    allow: z.strictObject({ origin: z.string(), picked }).optional(),
  }),
])
export type Source = z.infer<typeof source>

/** What the designer picks a picture with, in the page. */
export const pageTool = z.enum(['picker', 'region'])
export type PageTool = z.infer<typeof pageTool>

/** What can be asked for in the overlay: one tab each. */
export const wished = operation.exclude(['edit'])
export type Wished = z.infer<typeof wished>

/** What the designer has set in the overlay so far. */
export const wish = z.strictObject({
  operation: wished,
  prompt: z.string().max(maxPromptLength),
  count: imageCount,
  size: imageSize,
  /** The name of an engine, or `auto`. */
  engine: engineChoice,
  /** Each tab keeps its own. */
  options: z.record(wished, options),
})
export type Wish = z.infer<typeof wish>

/** The images that the overlay shows: their generations, oldest first, and the failed ones that were tried again. */
export const shownImages = z.strictObject({ generationIds: z.array(id).max(100), retried: z.array(z.string().max(100)).max(200) })
export type ShownImages = z.infer<typeof shownImages>

/** An order that left, and the failed image it makes up for, as `imageKey` names it. */
export const sentOrder = z.strictObject({ request: generationRequest, retrying: z.string().max(100).nullable() })
export type SentOrder = z.infer<typeof sentOrder>

/** One opening of the overlay: what it is about, and how far it has come. Only the worker writes it. */
const overlaySession = z.strictObject({
  id,
  operation: wished,
  prompt: z.string().max(maxPromptLength),
  source: source.nullable(),
  /** What is set in it, so that who opens it again goes on there; null while it is as it began. */
  wish: wish.nullable().default(null),
  /** The images it shows; null where it shows none. */
  shown: shownImages.nullable().default(null),
  /** The image that it was opened for, to make it again; nothing is asked for before a click. */
  again: id.nullable().default(null),
  /**
   * The picture that the worker has set out to fetch, and when: a worker that dies over it leaves this to the next.
   * `picked` is null where it is too long to keep: a picture that is its own address.
   */
  fetching: z.strictObject({ picked: picked.nullable(), since: z.int() }).nullable(),
  intentId: id.nullable(),
  generationId: id.nullable(),
  /** When a request left whose answer nobody has told: its page may be gone, and the server may have taken it in. */
  sentAt: z.int().nullable(),
  /** That request itself: whoever opens the overlay again asks for the same images under the same intent, and pays once. */
  sent: sentOrder.nullable().default(null),
  /** When it was last closed, put out of sight, or went with its tab; null where it never was. */
  leftAt: z.int().nullable().default(null),
  createdAt: z.int(),
})
export type OverlaySession = z.infer<typeof overlaySession>

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
