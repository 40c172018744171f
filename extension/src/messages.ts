import { accountErasure, balance, id, maxPromptLength, priceList, project, walletSettings } from 'shared'
import * as z from 'zod'
import { box, mark } from './acquire/found-image'
import { pageTool } from './acquire/picked'
import { ApiError, failureCode } from './failures'
import { pillPlace, session } from './kept'
import { sentOrder, shownImages, source, wish, wished } from './overlay-session'
import { questionAbout } from './question'
import { progress } from './running'

const done = z.null()
const serverUrl = z.string()

/** What the pill shows. `words` is the state in words, for the accessible name. */
const pillState = z.strictObject({
  look: z.enum(['rest', 'low', 'zero', 'working', 'offline', 'unknown']),
  text: z.string().max(40),
  /** What is to be said beside the number; empty where there is nothing. */
  note: z.string().max(40),
  words: z.string().max(200),
  place: pillPlace.nullable(),
  /** Whether there is an overlay that can be opened again. */
  again: z.boolean(),
  /** The shortcuts as the browser assigned them; null where there is none. */
  keys: z.strictObject({ pick: z.string().nullable(), region: z.string().nullable(), gallery: z.string().nullable() }),
})
export type PillState = z.infer<typeof pillState>

/**
 * Every message to the worker, named by direction, with what it carries and what is answered.
 * Its schemas are made when it is said, since a page says few of them.
 * `ui-bg-` comes from the extension's own pages; `page-bg-` from content scripts, which may ask for these few things only.
 */
export const messages = {
  /** Who are we to which server? Signs in as a guest at first need. */
  'ui-bg-session': () => ({ carries: z.strictObject({}), answers: session }),
  /** The server refused this token: another one is looked for, or made, once for all who ask. */
  'ui-bg-session-refused': () => ({ carries: z.strictObject({ token: z.string() }), answers: session }),
  /** What an answer of that server told; `api.ts` sends these by itself. */
  'ui-bg-balance-seen': () => ({ carries: z.strictObject({ serverUrl, balance }), answers: done }),
  'ui-bg-prices-seen': () => ({ carries: z.strictObject({ serverUrl, prices: priceList }), answers: done }),
  'ui-bg-settings-seen': () => ({ carries: z.strictObject({ serverUrl, settings: walletSettings }), answers: done }),
  'ui-bg-server-seen': () => ({ carries: z.strictObject({ serverUrl, reachable: z.boolean() }), answers: done }),
  /** A page came before the designer's eyes: what the badge shows once a day was seen. */
  'ui-bg-looked': () => ({ carries: z.strictObject({}), answers: done }),
  /** The live stream told of a generation, and of the balance that it leaves. */
  'ui-bg-generation-seen': () => ({
    carries: z.strictObject({ serverUrl, progress, finished: z.boolean(), balance: balance.nullable() }),
    answers: done,
  }),
  /** A generation was asked for: the worker follows it for badge, pill and menus, also when every page is closed. */
  'ui-bg-generation-started': () => ({ carries: progress.pick({ id: true, count: true }), answers: done }),
  /**
   * The overlay's page runs; without it within a second the worker opens a window instead. Not `welcome` is who stands
   * elsewhere than where that session was opened.
   */
  'ui-bg-overlay-hello': () => ({
    carries: z.strictObject({ sessionId: id }),
    answers: z.strictObject({ welcome: z.boolean() }),
  }),
  /** What the designer did in the overlay. A request is kept before it is sent, so that it is followed even if its page dies. */
  'ui-bg-overlay-changed': () => ({
    carries: z.strictObject({
      sessionId: id,
      change: z
        .strictObject({
          wish,
          shown: shownImages.nullable(),
          /** It is about to leave: its answer is waited for from now on. */
          sent: sentOrder,
          generationId: id,
          source: source.nullable(),
        })
        .partial(),
    }),
    answers: done,
  }),
  /** The designer has allowed what was missing for the picture: it is fetched again. */
  'ui-bg-source-again': () => ({ carries: z.strictObject({ sessionId: id }), answers: done }),
  'ui-bg-overlay-close': () => ({ carries: z.strictObject({ sessionId: id }), answers: done }),
  /** Puts an overlay out of sight; it goes on as it is. */
  'ui-bg-overlay-minimise': () => ({ carries: z.strictObject({ sessionId: id }), answers: done }),
  /** Brings an overlay back where it stands, or opens it again with its draft and its images. */
  'ui-bg-overlay-again': () => ({ carries: z.strictObject({ sessionId: id }), answers: done }),
  /**
   * Opens an overlay in the active tab, or in a window where that tab takes none; with a draft's intent it goes on with that.
   * `again` is the image among those of the intent that is to be made again: its price is shown, nothing is spent.
   */
  'ui-bg-open-overlay': () => ({
    carries: z.strictObject({
      operation: wished,
      prompt: z.string().max(maxPromptLength).default(''),
      intentId: id.nullable().default(null),
      source: source.nullable().default(null),
      again: id.nullable().default(null),
    }),
    answers: z.strictObject({ sessionId: id }),
  }),
  /** A click in a panel that may not have been meant: a window of our own asks once more. Answers the question's id. */
  'ui-bg-question-ask': () => ({
    carries: z.strictObject({ sessionId: id, about: questionAbout }),
    answers: z.strictObject({ id }),
  }),
  /** Yes, from that window only. */
  'ui-bg-question-yes': () => ({ carries: z.strictObject({ sessionId: id, id }), answers: done }),
  /** Answered and done, or not wanted any more. */
  'ui-bg-question-drop': () => ({ carries: z.strictObject({ sessionId: id }), answers: done }),
  /** Shows the gallery beside the page, in the click that asks for it. `page-bg-`: the same, from the pill. */
  'ui-bg-open-panel': () => ({ carries: z.strictObject({ windowId: z.int().nullable() }), answers: done }),
  'page-bg-open-panel': () => ({ carries: z.strictObject({}), answers: done }),
  /** The project that new images are made for, or none; and what a page has seen of its budget since. */
  'ui-bg-current-project': () => ({ carries: z.strictObject({ serverUrl, project: project.nullable() }), answers: done }),
  /** Opens the overlay for a picture in a page of our own: the welcome page's. */
  'ui-bg-try': () => ({ carries: z.strictObject({ mark, operation: wished }), answers: done }),
  /** Deletes the account for good, and forgets it in this browser. */
  'ui-bg-account-delete': () => ({ carries: z.strictObject({ accountId: id }), answers: accountErasure }),
  /** The designer, whose account is deleted, begins with a new one. */
  'ui-bg-begin-anew': () => ({ carries: z.strictObject({}), answers: done }),
  /** Puts a site on the designer's own list, or takes it off. */
  'ui-bg-own-site': () => ({ carries: z.strictObject({ address: z.string(), kept: z.boolean() }), answers: done }),
  /** Shows the pill again where the designer hid it. */
  'ui-bg-pill-show': () => ({ carries: z.strictObject({ host: z.string() }), answers: done }),
  /** Starts a tool of the page in the active tab. */
  'ui-bg-start-tool': () => ({ carries: z.strictObject({ tool: pageTool }), answers: done }),
  'page-bg-pill-state': () => ({ carries: z.strictObject({}), answers: pillState }),
  /** Puts the button for pictures into the sender's page: the pointer rests there for the first time. */
  'page-bg-image-button': () => ({ carries: z.strictObject({}), answers: done }),
  'page-bg-pill-open': () => ({ carries: z.strictObject({}), answers: done }),
  /** Opens the overlay for an element of the sender's frame, which it has marked. Spends nothing. */
  'page-bg-pick': () => ({ carries: z.strictObject({ mark, operation: wished }), answers: done }),
  /** Opens the overlay for a part of the sender's window. Spends nothing. */
  'page-bg-region': () => ({ carries: z.strictObject({ box, operation: wished }), answers: done }),
  /** Brings back the overlay that was put out of sight in this page, or else the last one that was closed. */
  'page-bg-overlay-again': () => ({ carries: z.strictObject({}), answers: done }),
  /** Starts a tool in the sender's page. False where a region could not be photographed: there the menu is the way. */
  'page-bg-start-tool': () => ({ carries: z.strictObject({ tool: pageTool }), answers: z.boolean() }),
  'page-bg-pill-place': () => ({ carries: z.strictObject({ place: pillPlace }), answers: done }),
}

export type MessageType = keyof typeof messages
export type Carries<T extends MessageType> = z.input<ReturnType<(typeof messages)[T]>['carries']>
export type Carried<T extends MessageType> = z.output<ReturnType<(typeof messages)[T]>['carries']>
export type Answer<T extends MessageType> = z.output<ReturnType<(typeof messages)[T]>['answers']>

const reply = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), answer: z.unknown() }),
  z.strictObject({ ok: z.literal(false), code: failureCode }),
])
export type Reply = z.infer<typeof reply>

/** What must not be done twice: the worker may have died after the deed and before its answer. */
const onceOnly: MessageType[] = ['ui-bg-open-overlay', 'ui-bg-open-panel', 'ui-bg-overlay-again', 'ui-bg-account-delete']

/** Says it to the worker, and once more where the browser ended the worker over it: the second time another one hears it. */
async function say(type: MessageType, message: object): Promise<unknown> {
  const sent = { type, ...message }
  try {
    return await chrome.runtime.sendMessage(sent)
  } catch (error) {
    if (onceOnly.includes(type)) throw error
    console.info('Toile: said once more', type, error)
    return chrome.runtime.sendMessage(sent)
  }
}

/** Asks the worker. Throws `ApiError` with the code that the worker gave. */
export async function ask<T extends MessageType>(type: T, carried: Carries<T>): Promise<Answer<T>> {
  const parsed = reply.parse(await say(type, carried))
  if (!parsed.ok) throw new ApiError(parsed.code)
  // zod has just checked the answer against this very type's schema; TypeScript cannot follow the index.
  return messages[type]().answers.parse(parsed.answer) as Answer<T>
}
