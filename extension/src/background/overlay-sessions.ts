import { memory, type OverlaySession } from '../storage'

/** How many openings are kept: a designer may come back to one, nobody comes back to the fortieth. */
const kept = 40

/** Makes and stores a session. */
export async function createSession(
  about: Pick<OverlaySession, 'operation' | 'prompt' | 'source'>,
  now = Date.now(),
): Promise<OverlaySession> {
  const session: OverlaySession = { id: crypto.randomUUID(), ...about, intentId: null, generationId: null, createdAt: now }
  await memory.overlaySessions.update((all) => newest({ ...all, [session.id]: session }))
  return session
}

function newest(all: Record<string, OverlaySession>): Record<string, OverlaySession> {
  const sessions = Object.values(all).sort((a, b) => b.createdAt - a.createdAt)
  return Object.fromEntries(sessions.slice(0, kept).map((session) => [session.id, session]))
}

/** Changes a session; one that is gone stays gone. */
export async function changeSession(sessionId: string, change: Partial<OverlaySession>): Promise<void> {
  await memory.overlaySessions.update((all) => {
    const session = all[sessionId]
    return session ? { ...all, [sessionId]: { ...session, ...change } } : all
  })
}
