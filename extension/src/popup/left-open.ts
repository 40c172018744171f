import type { Draft } from 'shared'
import type { OverlaySession } from '../overlay-session'
import { memory } from '../storage'
import { useStored } from '../ui/use-stored'

/** How long an overlay that was left is offered, in ms. */
const offeredForMs = 60 * 60 * 1000

type Places = Awaited<ReturnType<typeof memory.overlayPlaces.get>>

/** An overlay to go on in: closed not long ago, or put out of sight. */
export interface LeftOverlay {
  session: OverlaySession
  leftAt: number
  minimised: boolean
}

/** Whether there is anything in it to come back for. */
function holdsSomething({ source, prompt, wish, shown, generationId }: OverlaySession): boolean {
  return source?.state === 'ready' || (wish?.prompt ?? prompt).trim() !== '' || shown !== null || generationId !== null
}

/**
 * The overlay that was left last, within the hour; one that is put out of sight counts as long as it is there. Null where there
 * is none, or where a draft is offered for it already.
 */
export function lastLeft(
  sessions: Record<string, OverlaySession>,
  places: Places,
  drafts: Draft[],
  now: number,
): LeftOverlay | null {
  const left = Object.values(sessions).flatMap((session): LeftOverlay[] => {
    const { id, leftAt, intentId } = session
    const place = places.find(({ sessionId }) => sessionId === id)
    const minimised = place?.minimised === true
    if (leftAt === null || (place !== undefined && !minimised) || !holdsSomething(session)) return []
    if (!minimised && now - leftAt > offeredForMs) return []
    return drafts.some((draft) => draft.intentId === intentId) ? [] : [{ session, leftAt, minimised }]
  })
  return left.toSorted((a, b) => b.leftAt - a.leftAt)[0] ?? null
}

/** The overlay that was left last, as this browser keeps it. */
export function useLastLeft(drafts: Draft[]): LeftOverlay | null {
  const sessions = useStored(memory.overlaySessions)
  const places = useStored(memory.overlayPlaces)
  if (sessions === undefined || places === undefined) return null
  return lastLeft(sessions, places, drafts, Date.now())
}
