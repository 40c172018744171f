import type { Picked } from '../acquire/picked'
import type { OverlaySession, SentOrder, Source } from '../overlay-session'
import { memory } from '../storage'

/** How many openings are kept: each may still be open in a tab or a window of its own. */
const kept = 40

/** Longest address that is kept: what the browser gives an extension to keep is 10 MB in all. */
const longestAddress = 64 * 1024

type About = Pick<OverlaySession, 'operation' | 'prompt' | 'source' | 'intentId'> &
  Partial<Pick<OverlaySession, 'generationId' | 'again'>>

/** Makes and stores a session. */
export async function createSession(about: About, picked: Picked | null = null, now = Date.now()): Promise<OverlaySession> {
  const session: OverlaySession = {
    id: crypto.randomUUID(),
    generationId: null,
    again: null,
    ...about,
    wish: null,
    shown: null,
    fetching: picked && { picked: isKeepable(picked) ? picked : null, since: now },
    sentAt: null,
    sent: null,
    leftAt: null,
    createdAt: now,
  }
  await memory.overlaySessions.update((all) => newest({ ...all, [session.id]: session }))
  return session
}

/** Whether it can be stored: a picture may be its own address. */
function isKeepable({ wanted }: Picked): boolean {
  return wanted.by !== 'address' || wanted.srcUrl.length <= longestAddress
}

function newest(all: Record<string, OverlaySession>): Record<string, OverlaySession> {
  const sessions = Object.values(all).sort((a, b) => b.createdAt - a.createdAt)
  return Object.fromEntries(sessions.slice(0, kept).map((session) => [session.id, session]))
}

/** Changes a session; one that is gone stays gone, and one that `change` answers null for stays as it is. */
async function update(sessionId: string, change: (session: OverlaySession) => Partial<OverlaySession> | null): Promise<void> {
  await memory.overlaySessions.update((all) => {
    const session = all[sessionId]
    const changed = session && change(session)
    return changed ? { ...all, [sessionId]: { ...session, ...changed } } : all
  })
}

type Told = { [key in 'wish' | 'shown' | 'source']?: OverlaySession[key] | undefined } & {
  sent?: SentOrder | undefined
  generationId?: string | undefined
}

/** No request is on its way. */
const answered = { sentAt: null, sent: null }

/** Keeps what the overlay's page told. */
export function changeSession(sessionId: string, told: Told, now = Date.now()): Promise<void> {
  return update(sessionId, () => ({
    ...told,
    // A picture that the designer brings is the one that counts, whatever the worker still finds.
    ...(told.source === undefined ? {} : { fetching: null }),
    ...(told.sent ? { intentId: told.sent.request.intentId, generationId: null, sentAt: now } : {}),
    ...(told.generationId ? answered : {}),
  }))
}

/** Begins again with a picture that could not be had; null where there is none such. */
export async function beginAgain(sessionId: string, now = Date.now()): Promise<{ picked: Picked; since: number } | null> {
  let begun: { picked: Picked; since: number } | null = null
  await update(sessionId, ({ source }) => {
    if (source?.state !== 'failed' || source.allow === undefined) return null
    begun = { picked: source.allow.picked, since: now }
    return { source: { state: 'acquiring' }, fetching: begun }
  })
  return begun
}

/** What became of the worker's own fetch; void where the designer has brought another picture meanwhile. */
export function settleFetch(sessionId: string, source: Source): Promise<void> {
  return update(sessionId, ({ fetching }) => (fetching === null ? null : { source, fetching: null }))
}

/** The designer has left it: it can be opened again. */
export function noteLeft(sessionId: string, now = Date.now()): Promise<void> {
  return update(sessionId, () => ({ leftAt: now }))
}

/** A page that begins, on a picture that nobody is fetching: the page before it was uploading, and went. */
export function settleAbandoned(sessionId: string): Promise<void> {
  return update(sessionId, ({ source, fetching }) =>
    source?.state === 'acquiring' && fetching === null ? { source: { state: 'failed', code: 'INTERNAL', details: {} } } : null,
  )
}

/** What became of a request whose answer no page told: a generation, or nothing. */
export function settleRequest(sessionId: string, intentId: string, generationId: string | null): Promise<void> {
  return update(sessionId, (session) => {
    // Sent again, or answered, while the server was asked.
    if (session.intentId !== intentId || session.sentAt === null) return null
    return { ...answered, generationId: generationId ?? session.generationId }
  })
}
