import { balance, errorDetails, id, image, imageCount, maxPromptLength, priceList } from 'shared'
import * as z from 'zod'
import { failureCode } from './failures'
import { stored } from './stored'

/** Where the server is when nobody said otherwise. */
const defaultServerUrl = 'http://127.0.0.1:8787'

const settings = z.strictObject({ serverUrl: z.url({ protocol: /^https?$/ }) })

/** Who the extension is to one server. A token is sent to no other server than the one that gave it. */
export const session = z.strictObject({ serverUrl: z.string(), token: z.string().min(1) })
export type Session = z.infer<typeof session>

const edge = z.enum(['left', 'right', 'top', 'bottom'])
/** Where the pill sits on a site: an edge of the window, and how far along it (0 to 1). */
export const pillPlace = z.strictObject({ edge, along: z.number().min(0).max(1), collapsed: z.boolean(), hidden: z.boolean() })
export type PillPlace = z.infer<typeof pillPlace>

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
  }),
  z.strictObject({ state: z.literal('failed'), code: failureCode, details: errorDetails }),
])
export type Source = z.infer<typeof source>

/** One opening of the overlay: what it is about, and how far it has come. Only the worker writes it. */
const overlaySession = z.strictObject({
  id,
  operation: z.enum(['vary', 'generate']),
  prompt: z.string().max(maxPromptLength),
  source: source.nullable(),
  intentId: id.nullable(),
  generationId: id.nullable(),
  createdAt: z.int(),
})
export type OverlaySession = z.infer<typeof overlaySession>

/** An overlay in a page: which tab it is in, and whether its page has said hello. */
const overlayPlace = z.strictObject({ sessionId: id, tabId: z.int(), hello: z.boolean() })

/** A generation under way, as much as the badge and the pill need. */
export const running = z.strictObject({ id, count: imageCount, delivered: z.int().nonnegative() })
export type Running = z.infer<typeof running>

/** Survives the browser. */
export const local = {
  settings: stored('local', 'settings', settings, { serverUrl: defaultServerUrl }),
  /** Tokens by server address: who comes back to a server is who they were there. */
  tokens: stored('local', 'tokens', z.record(z.string(), z.string().min(1)), {}),
  balance: stored('local', 'balance', balance.nullable(), null),
  prices: stored('local', 'prices', priceList.nullable(), null),
  /** By host name. */
  pillPlaces: stored('local', 'pillPlaces', z.record(z.string(), pillPlace), {}),
}

/** Survives the worker, not the browser. */
export const memory = {
  overlaySessions: stored('session', 'overlaySessions', z.record(z.string(), overlaySession), {}),
  overlayPlaces: stored('session', 'overlayPlaces', z.array(overlayPlace), []),
  running: stored('session', 'running', z.array(running), []),
  /** Whether the server answered when it was last asked. */
  reachable: stored('session', 'reachable', z.boolean(), true),
}

/** The overlay session of that id, or null where it is gone. */
export async function readOverlaySession(sessionId: string): Promise<OverlaySession | null> {
  return (await memory.overlaySessions.get())[sessionId] ?? null
}
